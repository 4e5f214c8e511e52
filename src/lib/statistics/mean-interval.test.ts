import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanDifference, meanInterval } from './mean-interval.ts';

const sample = fc.record({
  n: fc.integer({ min: 2, max: 500 }),
  mean: fc.double({ min: -100, max: 100, noNaN: true }),
  sd: fc.double({ min: 0.01, max: 50, noNaN: true }),
});

describe("Student's sleep data (1908), as R's t.test prints it", () => {
  it('mean of the paired differences', () => {
    const interval = meanInterval({ n: 10, mean: 1.58, sd: 1.2299954832 });
    expect(interval?.lower).toBeCloseTo(0.7001142, 6);
    expect(interval?.upper).toBeCloseTo(2.4598858, 6);
  });

  it('difference of independent groups by Welch', () => {
    const change = meanDifference(
      { n: 10, mean: 0.75, sd: 1.7890096577 },
      { n: 10, mean: 2.33, sd: 2.0022487078 },
    );
    expect(change?.value).toBeCloseTo(1.58, 12);
    expect(change?.lower).toBeCloseTo(-0.2054832, 6);
    expect(change?.upper).toBeCloseTo(3.3654832, 6);
  });
});

describe('meanInterval', () => {
  it('is nothing for fewer than two values or a missing spread', () => {
    expect(meanInterval({ n: 1, mean: 3, sd: 0 })).toBeNull();
    expect(meanInterval({ n: 5, mean: 3, sd: NaN })).toBeNull();
  });

  it('has Student’s factor for four degrees of freedom', () => {
    expect(meanInterval({ n: 5, mean: 0, sd: Math.sqrt(5) })?.upper).toBeCloseTo(2.776445, 6);
  });
});

describe('meanDifference', () => {
  it('is exact where nothing varies and nothing where a side has one value', () => {
    const still = { n: 4, mean: 2, sd: 0 };
    expect(meanDifference(still, { ...still, mean: 5 })).toEqual({ value: 3, lower: 3, upper: 3 });
    expect(meanDifference(still, { n: 1, mean: 2, sd: 0 })).toBeNull();
  });

  it('changes sign with the order of time', () => {
    fc.assert(
      fc.property(sample, sample, (before, after) => {
        const there = meanDifference(before, after);
        const back = meanDifference(after, before);
        expect(there?.lower).toBeCloseTo(-(back?.upper ?? NaN), 8);
        expect(there?.value).toBeCloseTo(-(back?.value ?? NaN), 10);
      }),
    );
  });
});
