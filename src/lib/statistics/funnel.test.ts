import { describe, expect, it } from 'vitest';
import { funnelLimits, funnelP } from './funnel.ts';

describe('funnelLimits', () => {
  it.each([
    [25, 0.95, 0.12, 0.48],
    [25, 0.998, 0.04, 0.6],
    [50, 0.95, 0.18, 0.44],
    [100, 0.998, 0.17, 0.45],
  ])('exact limits at target 0.3: n = %i, coverage %d', (n, coverage, lower, upper) => {
    expect(funnelLimits(0.3, n, coverage)).toEqual({ lower, upper });
  });

  it('is a point where the target leaves no room, and nothing without a group', () => {
    expect(funnelLimits(0, 20, 0.95)).toEqual({ lower: 0, upper: 0 });
    expect(funnelLimits(1, 20, 0.95)).toEqual({ lower: 1, upper: 1 });
    expect(funnelLimits(0.3, 0, 0.95)).toBeNull();
    expect(funnelLimits(NaN, 20, 0.95)).toBeNull();
  });
});

describe('funnelP', () => {
  it('doubles the smaller exact tail', () => {
    expect(funnelP({ x: 1, n: 10 }, 0.5)).toBeCloseTo((2 * 11) / 1024, 13);
    expect(funnelP({ x: 5, n: 10 }, 0.5)).toBe(1);
    expect(funnelP({ x: 0, n: 0 }, 0.5)).toBeNull();
    expect(funnelP({ x: 1.5, n: 10 }, 0.5)).toBeNull();
  });

  it('beyond the 99.8 % limits p is below 0.2 %, inside it is not', () => {
    for (const n of [12, 25, 31, 60]) {
      const limits = funnelLimits(0.4, n, 0.998);
      if (!limits) throw new Error('no limits');
      const low = Math.round(limits.lower * n);
      const high = Math.round(limits.upper * n);
      expect(funnelP({ x: low - 1, n }, 0.4) ?? 0).toBeLessThan(0.002);
      expect(funnelP({ x: high + 1, n }, 0.4) ?? 0).toBeLessThan(0.002);
      expect(funnelP({ x: low, n }, 0.4)).toBeGreaterThanOrEqual(0.002);
      expect(funnelP({ x: high, n }, 0.4)).toBeGreaterThanOrEqual(0.002);
    }
  });
});
