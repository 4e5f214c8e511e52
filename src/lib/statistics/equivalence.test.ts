import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameness, sameProportion, z90 } from './equivalence.ts';
import { normalUpperTail } from './normal.ts';

describe('sameness', () => {
  it('needs the whole interval inside the margin: no change found is not enough', () => {
    expect(sameness({ lower: -0.02, upper: 0.01 }, 0.03)).toBe('same');
    expect(sameness({ lower: 0.005, upper: 0.02 }, 0.03)).toBe('same');
    expect(sameness({ lower: -0.2, upper: 0.2 }, 0.03)).toBe('unclear');
    expect(sameness({ lower: -0.02, upper: 0.03 }, 0.03)).toBe('unclear');
  });

  it('is the two one-sided tests at 5 %', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 0.01, max: 1, noNaN: true }), (value, error) => {
        const margin = 0.5;
        const interval = { lower: value - z90 * error, upper: value + z90 * error };
        const above = normalUpperTail((value + margin) / error);
        const below = normalUpperTail((margin - value) / error);
        const isSame = above < 0.05 && below < 0.05;
        expect(sameness(interval, margin)).toBe(isSame ? 'same' : 'unclear');
      }),
    );
  });

  it('is nothing without a margin or an interval', () => {
    expect(sameness({ lower: -0.1, upper: 0.1 }, 0)).toBeNull();
    expect(sameness({ lower: NaN, upper: 0.1 }, 0.2)).toBeNull();
    expect(sameness({ lower: 0.2, upper: 0.1 }, 0.3)).toBeNull();
  });
});

describe('sameProportion', () => {
  it('two large groups alike are the same within three points, two classes cannot tell', () => {
    expect(sameProportion({ x: 1500, n: 3000 }, { x: 1503, n: 3000 }, 0.03)).toBe('same');
    expect(sameProportion({ x: 12, n: 25 }, { x: 12, n: 25 }, 0.03)).toBe('unclear');
    expect(sameProportion({ x: 0, n: 0 }, { x: 12, n: 25 }, 0.03)).toBeNull();
  });
});
