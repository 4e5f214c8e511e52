import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('quantile', () => {
  it('is type 7 of Hyndman & Fan, as R and spreadsheets have it', () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(quantile(ten, 0.25)).toBe(3.25);
    expect(quantile(ten, 0.5)).toBe(5.5);
    expect(quantile(ten, 0.9)).toBeCloseTo(9.1, 12);
    expect(quantile([7], 0.3)).toBe(7);
  });

  it('is nothing of nothing, of what is not finite, or at no probability', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([1, NaN], 0.5)).toBeNull();
    expect(quantile([1, 2], 1.2)).toBeNull();
    expect(quantile([1, 2], NaN)).toBeNull();
  });

  it('lies between the smallest and the largest, and mirrors', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, p) => {
        const at = quantile(all, p) ?? NaN;
        expect(at).toBeGreaterThanOrEqual(Math.min(...all));
        expect(at).toBeLessThanOrEqual(Math.max(...all));
        const mirrored = quantile(
          all.map((value) => -value),
          1 - p,
        );
        expect(mirrored).toBeCloseTo(-at, 8);
      }),
    );
  });
});
