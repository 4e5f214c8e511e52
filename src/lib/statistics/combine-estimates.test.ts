import { describe, expect, it } from 'vitest';
import { combineEstimates } from './combine-estimates.ts';
import { meanDifference } from './mean-interval.ts';

describe('a sum of estimates', () => {
  it('adds symmetric intervals as variances add', () => {
    const one = { value: 10, lower: 7, upper: 13 };
    const other = { value: 4, lower: 0, upper: 8 };
    const sum = combineEstimates([
      { ...one, coefficient: 1 },
      { ...other, coefficient: -1 },
    ]);
    expect(sum).toEqual({ value: 6, lower: 1, upper: 11 });
  });

  it('turns a lopsided interval over where it is taken away', () => {
    const found = combineEstimates([{ value: 0.1, lower: 0.08, upper: 0.2, coefficient: -1 }]);
    expect(found?.value).toBeCloseTo(-0.1, 12);
    expect(found?.lower).toBeCloseTo(-0.2, 12);
    expect(found?.upper).toBeCloseTo(-0.08, 12);
  });

  it('comes near Welch for two large samples', () => {
    const before = { n: 4000, mean: 5, sd: 2 };
    const after = { n: 5000, mean: 6, sd: 3 };
    const half = (sample: typeof before) => (1.959963984540054 * sample.sd) / Math.sqrt(sample.n);
    const term = (sample: typeof before, coefficient: number) => ({
      value: sample.mean,
      lower: sample.mean - half(sample),
      upper: sample.mean + half(sample),
      coefficient,
    });
    const found = combineEstimates([term(before, -1), term(after, 1)]);
    const welch = meanDifference(before, after);
    expect(found?.lower).toBeCloseTo(welch?.lower ?? 0, 4);
    expect(found?.upper).toBeCloseTo(welch?.upper ?? 0, 4);
  });

  it('is nothing where an end is no number', () => {
    expect(combineEstimates([{ value: 1, lower: NaN, upper: 2, coefficient: 1 }])).toBeNull();
    expect(combineEstimates([])).toEqual({ value: 0, lower: 0, upper: 0 });
  });
});
