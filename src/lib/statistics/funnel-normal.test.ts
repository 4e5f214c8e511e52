import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelNormalLimits, funnelPlace, funnelZ } from './funnel-normal.ts';
import { overdispersion } from './overdispersion.ts';

describe('funnelNormalLimits', () => {
  it('θ₀ = 0.30, n = 25, 95 %', () => {
    const limits = funnelNormalLimits(0.3, 25, 0.95);
    expect(limits?.lower).toBeCloseTo(0.1203663336, 10);
    expect(limits?.upper).toBeCloseTo(0.4796336664, 10);
  });

  it('is as much wider as the square root of the dispersion, and cut at 0 and 1', () => {
    const limits = funnelNormalLimits(0.3, 100, 0.95, 4);
    expect(limits?.lower).toBeCloseTo(0.1203663336, 10);
    expect(funnelNormalLimits(0.02, 10, 0.998)?.lower).toBe(0);
    expect(funnelNormalLimits(0.98, 10, 0.998)?.upper).toBe(1);
  });

  it('is nothing without a group, a target or a coverage', () => {
    expect(funnelNormalLimits(0.3, 0, 0.95)).toBeNull();
    expect(funnelNormalLimits(1.3, 10, 0.95)).toBeNull();
    expect(funnelNormalLimits(NaN, 10, 0.95)).toBeNull();
    expect(funnelNormalLimits(0.3, 10, 1)).toBeNull();
    expect(funnelNormalLimits(0.3, 10, 0.95, 0)).toBeNull();
  });
});

describe('funnelZ and funnelPlace', () => {
  it('a group is beyond a limit exactly where its z is', () => {
    const group = fc
      .integer({ min: 5, max: 200 })
      .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 1, max: n - 1 }) }));
    const target = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(group, target, fc.constantFrom(1, 2.5), ({ x, n }, share, dispersion) => {
        const z = funnelZ({ x, n }, share, dispersion) ?? NaN;
        const outside = (coverage: number): boolean => {
          const limits = funnelNormalLimits(share, n, coverage, dispersion);
          return !limits || x / n < limits.lower || x / n > limits.upper;
        };
        const place = outside(0.998) ? 'beyond998' : outside(0.95) ? 'beyond95' : 'within';
        expect(funnelPlace(z)).toBe(place);
      }),
    );
  });

  it('has no z at a target without room, or of what is no count', () => {
    expect(funnelZ({ x: 3, n: 10 }, 0)).toBeNull();
    expect(funnelZ({ x: 3, n: 10 }, 1)).toBeNull();
    expect(funnelZ({ x: 3, n: 0 }, 0.4)).toBeNull();
    expect(funnelZ({ x: 11, n: 10 }, 0.4)).toBeNull();
  });
});

describe('overdispersion', () => {
  it('is the mean square of z scores, without trimming', () => {
    expect(overdispersion([3, -3, 3, -3], 0)).toBeCloseTo(9, 12);
    expect(overdispersion([1, -2, 2, -1], 0)).toBeCloseTo(2.5, 12);
  });

  it('draws the outer tenths in, so that an outlier does not widen the funnel for itself', () => {
    const scores = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 40];
    // Type 7 at 0.1 and 0.9 of eleven values: the second from either end.
    const drawn = [-1.5, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 2.5];
    const squares = drawn.reduce((sum, z) => sum + z * z, 0);
    expect(overdispersion(scores)).toBeCloseTo(squares / 11, 12);
  });

  it('never narrows the funnel, and is nothing of one score or of what is no number', () => {
    expect(overdispersion([0.1, -0.1, 0.2])).toBe(1);
    expect(overdispersion([1])).toBeNull();
    expect(overdispersion([1, NaN])).toBeNull();
    expect(overdispersion([1, 2], 0.5)).toBeNull();
  });
});
