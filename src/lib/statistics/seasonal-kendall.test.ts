import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall } from './mann-kendall.ts';
import { seasonalKendall } from './seasonal-kendall.ts';
import { senSlope } from './sen-slope.ts';

const years = [1983, 1984, 1985];
const monthly = [
  [1.99, 2.1, 2.12, 2.12, 2.11, 2.15, 2.19, 2.18, 2.16, 2.08, 2.05, 2.08],
  [2.01, 2.1, 2.17, 2.13, 2.13, 2.18, 2.25, 2.24, 2.22, 2.13, 2.08, 2.16],
  [2.15, 2.17, 2.27, 2.23, 2.24, 2.26, 2.31, 2.32, 2.28, 2.22, 2.19, 2.22],
];
const seasons = Array.from({ length: 12 }, (_, month) =>
  years.map((x, i) => ({ x, y: monthly[i]?.[month] ?? NaN })),
);
const series = fc
  .uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 2, maxLength: 8 })
  .chain((xs) =>
    fc.tuple(...xs.map((x) => fc.record({ x: fc.constant(x), y: fc.integer({ min: 0, max: 9 }) }))),
  );

describe('seasonalKendall', () => {
  it('EPA 2009, example 14-8, as EnvStats prints it', () => {
    const test = seasonalKendall(seasons);
    expect(test?.tau).toBeCloseTo(0.9722222, 7);
    expect(test?.z).toBeCloseTo(5.1849514, 7);
    expect((test?.p ?? 0) / 2.160712e-7).toBeCloseTo(1, 6);
    expect(test?.slope).toBeCloseTo(0.06, 12);
    expect(test?.lower).toBeCloseTo(0.05786914, 8);
    expect(test?.upper).toBeCloseTo(0.07213086, 8);
  });

  it('has an exact p: of all orders within two seasons of three, 2 of 36 rise or fall throughout', () => {
    const rising = [2, 7].map((level) => years.map((x) => ({ x, y: level + x })));
    expect(seasonalKendall(rising)?.exactP).toBeCloseTo(2 / 36, 12);
    const mixed = [
      [1, 2, 3],
      [5, 9, 7],
    ].map((values) => values.map((y, i) => ({ x: i, y })));
    // S = 3 + 1: of 36 pairs of orders 2·(1 + 2 + 2) sum to 4 or more either way.
    expect(seasonalKendall(mixed)).toMatchObject({ s: 4 });
    expect(seasonalKendall(mixed)?.exactP).toBeCloseTo(10 / 36, 12);
  });

  it('does not take one season for growth of another, as a single series would', () => {
    const flat = [1, 5, 9, 20].map((level) => years.map((x) => ({ x, y: level })));
    expect(seasonalKendall(flat)).toMatchObject({ s: 0, variance: 0, z: 0, p: 1, slope: 0 });
  });

  it('is Mann–Kendall and Sen for a single season, in any order of its points', () => {
    fc.assert(
      fc.property(series, (points) => {
        const test = seasonalKendall([points]);
        const ordered = points.toSorted((a, b) => a.x - b.x);
        const plain = mannKendall(ordered.map(({ y }) => y));
        expect(test?.s).toBe(plain?.s);
        expect(test?.variance).toBeCloseTo(plain?.variance ?? NaN, 12);
        expect(test?.exactP).toBeCloseTo(plain?.exactP ?? NaN, 12);
        expect(test?.tau).toBeCloseTo(plain?.tau ?? NaN, 12);
        expect(test?.slope).toBeCloseTo(senSlope(ordered)?.slope ?? NaN, 12);
      }),
    );
  });

  it('adds S and its variance up over seasons, and is blind to a season’s own level', () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 4 }), (all) => {
        const test = seasonalKendall(all);
        const parts = all.map((points) => seasonalKendall([points]));
        expect(test?.s).toBe(parts.reduce((sum, part) => sum + (part?.s ?? NaN), 0));
        expect(test?.seasons.map(({ s }) => s)).toEqual(parts.map((part) => part?.s));
        const lifted = all.map((points, i) => points.map(({ x, y }) => ({ x, y: y + 100 * i })));
        expect(seasonalKendall(lifted)?.s).toBe(test?.s);
        expect(seasonalKendall(lifted)?.slope).toBeCloseTo(test?.slope ?? NaN, 9);
      }),
    );
  });

  it('is nothing without two values in every season', () => {
    expect(seasonalKendall([])).toBeNull();
    expect(seasonalKendall([[{ x: 1, y: 2 }]])).toBeNull();
    expect(seasonalKendall([seasons[0] ?? [], []])).toBeNull();
    expect(
      seasonalKendall([
        [
          { x: 1, y: 2 },
          { x: 1, y: 3 },
        ],
      ]),
    ).toBeNull();
    expect(
      seasonalKendall([
        [
          { x: 1, y: NaN },
          { x: 2, y: 3 },
        ],
      ]),
    ).toBeNull();
  });
});
