import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe } from './newcombe.ts';

const counts = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe('newcombe', () => {
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524314724, 0.333872654],
    [5, 56, 0, 29, 0.0892857143, -0.0381371479, 0.1925600139],
    [0, 10, 0, 20, 0, -0.1611251581, 0.2775327999],
    [7, 34, 1, 34, 0.1764705882, 0.0189214439, 0.340368687],
  ])('golden %i/%i − %i/%i', (x2, n2, x1, n1, value, lower, upper) => {
    const change = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 });
    expect(change?.value).toBeCloseTo(value, 9);
    expect(change?.lower).toBeCloseTo(lower, 9);
    expect(change?.upper).toBeCloseTo(upper, 9);
  });

  it.each([
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('Newcombe 1998, table II: %i/%i − %i/%i', (x2, n2, x1, n1, lower, upper) => {
    const change = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 });
    expect(change?.lower).toBeCloseTo(lower, 4);
    expect(change?.upper).toBeCloseTo(upper, 4);
  });

  it('is nothing without a roll on either side', () => {
    expect(newcombe({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeNull();
    expect(newcombe({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeNull();
  });

  it('holds the difference, stays within −1 and 1 and changes sign with the order of time', () => {
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const there = newcombe(before, after);
        const back = newcombe(after, before);
        if (!there || !back) throw new Error('two proportions without a difference');
        expect(there.lower).toBeGreaterThanOrEqual(-1);
        expect(there.lower).toBeLessThanOrEqual(there.value);
        expect(there.upper).toBeGreaterThanOrEqual(there.value);
        expect(there.upper).toBeLessThanOrEqual(1);
        expect(there.value).toBeCloseTo(-back.value, 12);
        expect(there.lower).toBeCloseTo(-back.upper, 12);
      }),
    );
  });
});
