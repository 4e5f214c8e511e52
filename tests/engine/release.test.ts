import { canBeTold } from '#lib/analysis/release/counts-of.ts';
import { prepareRelease, type ReleaseWish } from '#lib/analysis/release/prepare-release.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from './node-duckdb.ts';
import { loadSamples } from './samples.ts';

const settings = { least: 5, leastAssessed: 10, width: 5, classCorrelation: 0.15 };
let engine: Engine;
beforeAll(async () => {
  engine = await openNodeDuckDB();
  await loadSamples(engine);
});

afterAll(() => engine.close());

const told = (Object.keys(measures) as MeasureId[]).filter((id) => canBeTold(id, defaultProgramme));

function wishesAt(grain: Grain): ReleaseWish[] {
  return told.flatMap((measure) => {
    const { by, grains } = measures[measure];
    const divisions: Dimension[][] = [
      [],
      ...(grain === 'half' ? (['class'] as const) : (['direction', 'class', 'sex'] as const))
        .filter((one) => by.includes(one))
        .map((one) => [one]),
      ...(by.includes('block') && by.includes('grade') ? [['block', 'grade'] as Dimension[]] : []),
    ];
    return grains.includes(grain)
      ? divisions.map((division): ReleaseWish => ({
          question: { measure, by: division, grain, times: 'all', selection: [], compare: 'none' },
          shownOf: ({ cells }) =>
            cells.filter(({ time }) => time % (grain === 'term' ? 6 : 3) === 2),
        }))
      : [];
  });
}

describe('counts of pupils behind the numbers of a snapshot', { timeout: 120_000 }, () => {
  it.each(['term', 'half', 'year'] as const)(
    'come out of single pupils as the query counted them, by the %s',
    async (grain) => {
      const wishes = wishesAt(grain);
      const prepared = await prepareRelease(engine, wishes, defaultProgramme, [], settings);
      const { unsure, register } = prepared;
      expect(prepared.wishes.filter(({ kind }) => kind === 'no-sum')).toEqual([]);
      expect(register.numbers.length).toBeGreaterThan(wishes.length);
      expect(unsure).toBe(0);
    },
  );
});
