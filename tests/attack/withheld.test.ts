import { canBeTold } from '#lib/analysis/release/counts-of.ts';
import type { Audited } from '#lib/disclosure/passed.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { SnapshotFigure } from '#lib/snapshot/document.ts';
import { describe, expect, it } from 'vitest';
import { smallProgramme } from '../engine/small-school.ts';
import { firstPeriod, pupilsOf, type AttackedPupil } from './attacked-school.ts';
import { share } from './shared-school.ts';

const divisions = [
  { chart: 'bars', by: 'class' },
  { chart: 'bars', by: 'sex' },
  { chart: 'bars', by: 'direction' },
  { chart: 'matrix', by: 'class', across: 'direction' },
  { chart: 'trend', by: 'class' },
  { chart: 'trend', by: null },
] as const;

/** Every picture that a snapshot could have of what pupils do. */
const figures = (Object.keys(measures) as MeasureId[])
  .filter((measure) => canBeTold(measure, smallProgramme))
  .flatMap((measure) =>
    divisions.map((division) => ({
      measure: 'reach' as const,
      by: 'class' as const,
      terms: [0],
      choices: { compare: 'previous' as const, grain: 'term' as const, measure, ...division },
    })),
  );

/** Lets pass a snapshot in which every number is withheld. */
function withholdAll({ numbers }: { readonly numbers: readonly unknown[] }): Audited {
  const hidden = new Set(numbers.keys());
  return { kind: 'passed', hidden, primary: hidden, sensitive: 0, narrowest: null, worlds: '' };
}

async function figuresOf(pupils: readonly AttackedPupil[]): Promise<SnapshotFigure[]> {
  const { document } = await share(pupils, firstPeriod + 1, figures, [], withholdAll);
  return document.pages.flatMap(({ pieces }) => pieces.filter((one) => one.kind === 'figure'));
}

describe('a snapshot in which everything is withheld', () => {
  it('does not tell a school from another with the same rolls', async () => {
    const pupils = pupilsOf(2, 2);
    // Of 5Б nobody took part in the last term, of 6А nobody in one of the directions.
    const others = pupilsOf(3, 2).map((pupil) => ({
      ...pupil,
      patterns: pupil.patterns.map((bits, term) => {
        if (pupil.class === '5Б' && term === 1) return 0;
        return pupil.class === '6А' ? bits & 0b011 : bits;
      }),
    }));
    const [told, other] = [await figuresOf(pupils), await figuresOf(others)];
    expect(told.filter(({ withheld, numbers }) => withheld === numbers).length).toBeGreaterThan(90);
    expect(other).toEqual(told);
  }, 120_000);
});
