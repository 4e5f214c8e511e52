import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearCombination } from './linear-combination.ts';
import { newcombe } from './newcombe.ts';
import { wilson } from './wilson.ts';

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe('linearCombination', () => {
  it('is Newcombe’s difference for −1 and 1, and Wilson’s interval for a single 1', () => {
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const sum = linearCombination([
          { ...before, coefficient: -1 },
          { ...after, coefficient: 1 },
        ]);
        const difference = newcombe(before, after);
        expect(sum?.value).toBeCloseTo(difference?.value ?? NaN, 12);
        expect(sum?.lower).toBeCloseTo(difference?.lower ?? NaN, 12);
        expect(sum?.upper).toBeCloseTo(difference?.upper ?? NaN, 12);
        const single = linearCombination([{ ...after, coefficient: 1 }]);
        expect(single?.lower).toBeCloseTo(wilson(after.x, after.n)?.lower ?? NaN, 12);
      }),
    );
  });

  it('mirrors when all coefficients change sign', () => {
    const coefficient = fc.double({ min: -2, max: 2, noNaN: true });
    const terms = fc.array(fc.tuple(counts, coefficient), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(terms, (pairs) => {
        const there = linearCombination(pairs.map(([count, c]) => ({ ...count, coefficient: c })));
        const back = linearCombination(pairs.map(([count, c]) => ({ ...count, coefficient: -c })));
        expect(there?.lower).toBeCloseTo(-(back?.upper ?? NaN), 12);
      }),
    );
  });

  it('is nothing where a term has no proportion', () => {
    expect(linearCombination([{ x: 0, n: 0, coefficient: 1 }])).toBeNull();
  });
});
