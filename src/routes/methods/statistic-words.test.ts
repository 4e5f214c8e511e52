import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import type { CellCounts } from '#lib/measures/counts.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { reckon } from '../../../tests/journeys/reckon.ts';

const all = Object.entries<Measure>(measures);
const slice = {
  grain: 'term',
  by: [],
  selection: [],
  programme: defaultProgramme,
  score: null,
} as const;
/** What is counted but never shown: the second group, and what it was measured with. */
const unnamed = ['x2', 'n2', 'line'];
const counts = { roll: 40, x: 220, n: 30, total: 64, squares: 190 };
const given: CellCounts = { ...counts, x2: null, n2: null, line: null, known: true };

describe.each(Object.values(locales))('words of statistics in %s', ({ t }) => {
  const { statistics, groups } = t.methods;

  it('speak of every statistic and of nothing else', () => {
    const told = all.filter(([, { kind }]) => kind === 'statistic').map(([id]) => id);
    expect(Object.keys(statistics).toSorted()).toEqual(told.toSorted());
  });

  it('write a sum that makes the number', () => {
    for (const [id, measure] of all) {
      if (measure.kind !== 'statistic') continue;
      const named = Object.keys(statistics[id]?.counted ?? {});
      const counted = Object.keys(measure.tally(slice).counts);
      expect(named.toSorted()).toEqual(
        counted.filter((name) => !unnamed.includes(name)).toSorted(),
      );
      const text = Object.fromEntries(Object.entries(counts).map(([k, v]) => [k, String(v)]));
      const sum = statistics[id]?.arithmetic?.(text as Record<keyof typeof counts, string>);
      if (sum) expect(reckon(sum, 'en')).toBeCloseTo(Number(measure.value(given)), 9);
      else expect(measure.value(given)).toBe(counts.x);
    }
  });

  it('name both groups of each difference', () => {
    const told = all.filter(([, { kind }]) => kind === 'difference').map(([id]) => id);
    expect(Object.keys(groups).toSorted()).toEqual(told.toSorted());
  });
});
