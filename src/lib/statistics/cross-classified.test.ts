import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossClassified, type CrossCell } from './cross-classified.ts';
import { kitagawa } from './kitagawa.ts';

/** Population (thousands) and deaths per thousand in the United States by race and eleven ages, 1970 and 1985. */
const deaths = {
  n1: [
    2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120, 4781,
    3096, 2718, 2363, 1767, 1149, 448, 117,
  ],
  r1: [
    18.469, 0.751, 0.391, 1.146, 1.287, 2.672, 6.636, 15.691, 34.723, 79.763, 176.837, 36.993,
    1.352, 0.541, 2.04, 3.523, 6.746, 12.967, 24.471, 45.091, 74.902, 123.205,
  ],
  n2: [
    3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473, 6841,
    6547, 4352, 3034, 2540, 1749, 804, 236,
  ],
  r2: [
    9.163, 0.462, 0.248, 0.929, 1.084, 1.81, 4.715, 12.187, 27.728, 64.068, 157.57, 17.208, 0.738,
    0.328, 1.103, 2.045, 3.724, 8.052, 17.812, 34.128, 68.276, 125.161,
  ],
};
const cells = deaths.n1.map((n1, i): CrossCell => ({
  row: i < 11 ? 'white' : 'other',
  column: String(i % 11),
  n1,
  r1: deaths.r1[i] ?? null,
  n2: deaths.n2[i] ?? 0,
  r2: deaths.r2[i] ?? null,
}));
const size = fc.integer({ min: 0, max: 50 });
const rate = fc.double({ min: 0, max: 1, noNaN: true });
const tables = fc
  .array(fc.tuple(size, rate, size, rate), { minLength: 6, maxLength: 6 })
  .map((rows) =>
    rows.map(([n1, r1, n2, r2], i): CrossCell => ({
      row: String(i % 2),
      column: String(i % 3),
      n1,
      r1,
      n2,
      r2,
    })),
  )
  .filter((all) => all.some(({ n1 }) => n1 > 0) && all.some(({ n2 }) => n2 > 0));

describe('crossClassified', () => {
  it('crude death rates by age and race, 1970 → 1985 (Das Gupta 1993, example 5.3)', () => {
    const split = crossClassified(cells);
    expect(split?.columns).toBeCloseTo(9.907 - 8.385, 2);
    expect(split?.rows).toBeCloseTo(9.156 - 9.136, 2);
    expect(split?.rate).toBeCloseTo(8.03 - 10.258, 2);
  });

  it('adds up to the change; its rate effect is Kitagawa’s, its make-up Kitagawa’s mix', () => {
    fc.assert(
      fc.property(tables, (all) => {
        const split = crossClassified(all);
        if (!split) throw new Error('no split');
        const change = split.after - split.before;
        expect(split.rate + split.rows + split.columns).toBeCloseTo(change, 12);
        const plain = kitagawa(all.map(({ n1, r1, n2, r2 }) => ({ w1: n1, r1, w2: n2, r2 })));
        expect(split.rate).toBeCloseTo(plain?.rate ?? NaN, 12);
        const turned = crossClassified(
          all.map((cell) => ({ ...cell, row: cell.column, column: cell.row })),
        );
        expect(turned?.rows).toBeCloseTo(split.columns, 12);
      }),
    );
  });

  it('gives all of the make-up to the rows where the columns are as before within them', () => {
    const quarter = (row: string, column: string, n1: number, n2: number): CrossCell => ({
      row,
      column,
      n1,
      r1: row === 'a' ? 0.2 : 0.6,
      n2,
      r2: row === 'a' ? 0.2 : 0.6,
    });
    const split = crossClassified([
      quarter('a', 'x', 20, 40),
      quarter('a', 'y', 20, 40),
      quarter('b', 'x', 30, 10),
      quarter('b', 'y', 30, 10),
    ]);
    expect(split?.columns).toBeCloseTo(0, 12);
    expect(split?.rows).toBeCloseTo(-0.16, 12);
  });

  it('is nothing without anybody, with a cell twice, or a rate that is missing', () => {
    const one: CrossCell = { row: 'a', column: 'x', n1: 5, r1: 0.2, n2: 5, r2: 0.4 };
    expect(crossClassified([])).toBeNull();
    expect(crossClassified([one, one])).toBeNull();
    expect(crossClassified([{ ...one, n2: 0 }])).toBeNull();
    expect(crossClassified([{ ...one, r1: null }])).toBeNull();
    expect(crossClassified([{ ...one, n1: -5 }])).toBeNull();
    expect(crossClassified([{ ...one, n1: Infinity }])).toBeNull();
  });
});
