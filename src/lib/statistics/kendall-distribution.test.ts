import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactKendallP, exactSeasonalP } from './kendall-distribution.ts';
import { kendallS, tieSizes } from './mann-kendall.ts';

function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, index) =>
    orders(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  );
}

describe('the exact distribution over seasons', () => {
  it('is that of one series where there is one season', () => {
    for (const s of [0, 2, 4, 6]) {
      expect(exactSeasonalP([{ n: 4, ties: [] }], s)).toBeCloseTo(exactKendallP(4, s, []), 14);
    }
  });

  it('finds four quarters that rose for three years once in 648 orders', () => {
    const season = { n: 3, ties: [] };
    expect(exactSeasonalP([season, season, season, season], 12)).toBeCloseTo(2 / 6 ** 4, 14);
    expect(exactSeasonalP([season, season, season, season], 0)).toBe(1);
  });

  it('is what counting all orders of all seasons gives, ties included', () => {
    const season = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(season, season, (one, other) => {
        const s = kendallS(one) + kendallS(other);
        const all = orders(one).flatMap((first) =>
          orders(other).map((second) => kendallS(first) + kendallS(second)),
        );
        const extreme = all.filter((sum) => Math.abs(sum) >= Math.abs(s)).length;
        const seasons = [one, other].map((values) => ({
          n: values.length,
          ties: tieSizes(values),
        }));
        expect(exactSeasonalP(seasons, s)).toBeCloseTo(extreme / all.length, 10);
      }),
      { numRuns: 60 },
    );
  });
});
