import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceError, reliableChangeIndex, reliableShares } from './reliable-change.ts';

describe('reliableChangeIndex', () => {
  it('Jacobson & Truax 1991: 32.5 → 47.5, SD 7.5, reliability 0.80 is 15/4.74 = 3.16', () => {
    expect(differenceError(7.5, 0.8)).toBeCloseTo(4.74, 2);
    expect(reliableChangeIndex(32.5, 47.5, 7.5, 0.8)).toBeCloseTo(3.16, 2);
  });

  it('turns round with time and does not know the unit', () => {
    const points = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(points, points, (before, after) => {
        const index = reliableChangeIndex(before, after, 12, 0.7) ?? NaN;
        expect(reliableChangeIndex(after, before, 12, 0.7)).toBeCloseTo(-index, 10);
        expect(reliableChangeIndex(5 * before, 5 * after, 60, 0.7)).toBeCloseTo(index, 10);
      }),
    );
  });

  it('is nothing without a spread, with a perfect or a negative reliability, or for no number', () => {
    expect(reliableChangeIndex(1, 2, 0, 0.8)).toBeNull();
    expect(reliableChangeIndex(1, 2, 5, 1)).toBeNull();
    expect(reliableChangeIndex(1, 2, 5, -0.1)).toBeNull();
    expect(reliableChangeIndex(NaN, 2, 5, 0.8)).toBeNull();
    expect(reliableChangeIndex(1, 2, NaN, 0.8)).toBeNull();
  });
});

describe('reliableShares', () => {
  it('counts what lies beyond ±1.96 errors, with Wilson’s interval', () => {
    const pairs = [
      [10, 20],
      [10, 19.2],
      [20, 10],
      [10, 10],
    ] as const;
    const found = reliableShares(pairs, 7.5, 0.8);
    expect(found).toMatchObject({ n: 4, improved: 1, worsened: 1, share: { value: 0.25 } });
    expect(found?.share.lower).toBeCloseTo(0.0456, 4);
    expect(found?.share.upper).toBeCloseTo(0.6994, 4);
  });

  it('is nothing without pairs, or with one that is not finite', () => {
    expect(reliableShares([], 7.5, 0.8)).toBeNull();
    expect(reliableShares([[1, NaN]], 7.5, 0.8)).toBeNull();
    expect(reliableShares([[1, 2]], 0, 0.8)).toBeNull();
  });
});
