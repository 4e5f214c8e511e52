import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe('wilson', () => {
  it.each([
    [81, 263, 0.255288519878, 0.366209576983],
    [0, 20, 0, 0.161125158053],
    [18, 20, 0.6989663547715128, 0.972133518786232],
    [38, 38, 0.908190131774, 1],
    [0, 77, 0, 0.047518425282],
    [13, 16, 0.56991119038, 0.934084009286],
  ])('golden %i of %i', (x, n, lower, upper) => {
    const interval = wilson(x, n);
    expect(interval?.lower).toBeCloseTo(lower, 11);
    expect(interval?.upper).toBeCloseTo(upper, 11);
  });

  it.each([
    [15, 148, 0.0624, 0.1605],
    [1, 29, 0.0061, 0.1718],
  ])('Newcombe 1998, table I: %i of %i', (x, n, lower, upper) => {
    const interval = wilson(x, n);
    expect(interval?.lower).toBeCloseTo(lower, 4);
    expect(interval?.upper).toBeCloseTo(upper, 4);
  });

  it('is nothing where there is no proportion', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(5, 4)).toBeNull();
    expect(wilson(-1, 4)).toBeNull();
    expect(wilson(1, NaN)).toBeNull();
  });

  it('holds the proportion, stays within 0 and 1 and mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const interval = wilson(x, n);
        const mirror = wilson(n - x, n);
        if (!interval || !mirror) throw new Error('a proportion without an interval');
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.lower).toBeLessThanOrEqual(x / n);
        expect(interval.upper).toBeGreaterThanOrEqual(x / n);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(interval.lower).toBeCloseTo(1 - mirror.upper, 12);
      }),
    );
  });

  it('ends where the score test ends: (p̂ − p)² = z²·p(1 − p)/n', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const interval = wilson(x, n, 1.7);
        for (const p of [interval?.lower ?? NaN, interval?.upper ?? NaN]) {
          if (p === 0 || p === 1) continue;
          expect((x / n - p) ** 2).toBeCloseTo((1.7 ** 2 * p * (1 - p)) / n, 10);
        }
      }),
    );
  });
});
