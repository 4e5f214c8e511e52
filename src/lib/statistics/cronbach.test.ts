import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation, correlationTable } from './correlation.ts';
import { cronbachAlpha } from './cronbach.ts';

/** Chatterjee & Price's survey of clerical employees, 30 departments and 7 questions (R's `attitude`). */
const attitude = [
  [
    43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40,
    63, 66, 78, 48, 85, 82,
  ],
  [
    51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37,
    54, 77, 75, 57, 85, 82,
  ],
  [
    30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42,
    42, 66, 58, 44, 71, 39,
  ],
  [
    39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58,
    48, 63, 74, 45, 71, 59,
  ],
  [
    61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50,
    66, 88, 80, 51, 77, 64,
  ],
  [
    92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57,
    75, 76, 78, 83, 74, 78,
  ],
  [
    45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49,
    33, 72, 49, 38, 55, 39,
  ],
];
const rows = (attitude[0] ?? []).map((_, i) => attitude.map((item) => item[i] ?? NaN));
const column = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 });

describe('cronbachAlpha', () => {
  it('attitude: 0.84, as psych::alpha prints it', () => {
    expect(cronbachAlpha(rows)).toBeCloseTo(0.84, 2);
  });

  it('is 1 for items that say the same, and does not know their level', () => {
    expect(cronbachAlpha([1, 4, 2, 8].map((x) => [x, x, x]))).toBeCloseTo(1, 12);
    const lifted = rows.map((row) => row.map((value, i) => value + 100 * i));
    expect(cronbachAlpha(lifted)).toBeCloseTo(cronbachAlpha(rows) ?? NaN, 10);
  });

  it('is nothing for one item or respondent, a gap, or sums that do not vary', () => {
    expect(cronbachAlpha([])).toBeNull();
    expect(cronbachAlpha([[1, 2]])).toBeNull();
    expect(cronbachAlpha([[1], [2]])).toBeNull();
    expect(cronbachAlpha([[1, 2], [2]])).toBeNull();
    expect(
      cronbachAlpha([
        [1, NaN],
        [2, 3],
      ]),
    ).toBeNull();
    expect(
      cronbachAlpha([
        [0.1, 0.3],
        [0.3, 0.1],
        [0.2, 0.2],
      ]),
    ).toBeNull();
  });
});

describe('correlation', () => {
  it('heights and weights of American women (R’s `women`): 0.9954948', () => {
    const heights = Array.from({ length: 15 }, (_, i) => 58 + i);
    const weights = [115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164];
    expect(correlation(heights, weights)).toBeCloseTo(0.9954948, 7);
  });

  it('complaints and rating in `attitude`: 0.8254', () => {
    expect(correlationTable(attitude)[0]?.[1]).toBeCloseTo(0.8254, 4);
  });

  it('is symmetric, within ±1, and blind to unit and level', () => {
    fc.assert(
      fc.property(column, column, (xs, ys) => {
        const r = correlation(xs, ys);
        expect(correlation(ys, xs)).toEqual(r === null ? null : expect.closeTo(r, 12));
        if (r === null) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        const turned = xs.map((x) => 5 - 3 * x);
        expect(correlation(turned, ys)).toBeCloseTo(-r, 10);
      }),
    );
  });

  it('takes the rows where both have a value, at least three', () => {
    expect(correlation([1, 2, 3, null, 9], [2, 4, 6, 1, null])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, null], [1, 2, 3])).toBeNull();
    expect(correlation([1, 2, 3], [1, 2])).toBeNull();
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(correlation([1, NaN, 3], [1, 2, 3])).toBeNull();
    expect(
      correlationTable([
        [1, 1, 1],
        [1, 2, 3],
      ]),
    ).toEqual([
      [null, null],
      [null, 1],
    ]);
  });
});
