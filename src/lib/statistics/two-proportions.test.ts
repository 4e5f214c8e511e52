import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoProportionsP } from './two-proportions.ts';

describe('twoProportionsP', () => {
  it('equals the square root of Pearson’s χ²: 15/50 against 25/50 has χ² = 25/6', () => {
    expect(twoProportionsP({ x: 15, n: 50 }, { x: 25, n: 50 })).toBeCloseTo(0.0412268333, 9);
  });

  it('kidney stones (Charig 1986): χ² = 2.3107, p = 0.1285', () => {
    expect(twoProportionsP({ x: 273, n: 350 }, { x: 289, n: 350 })).toBeCloseTo(0.1285, 4);
  });

  it('is 1 where nobody or everybody takes part, and nothing without a roll', () => {
    expect(twoProportionsP({ x: 0, n: 10 }, { x: 0, n: 20 })).toBe(1);
    expect(twoProportionsP({ x: 10, n: 10 }, { x: 20, n: 20 })).toBe(1);
    expect(twoProportionsP({ x: 0, n: 0 }, { x: 1, n: 20 })).toBeNull();
  });

  it('does not depend on the order of time and lies within 0 and 1', () => {
    const counts = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const p = twoProportionsP(before, after);
        expect(p).toBeCloseTo(twoProportionsP(after, before) ?? NaN, 12);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
