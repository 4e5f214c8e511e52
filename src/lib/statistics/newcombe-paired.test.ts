import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombePaired } from './newcombe-paired.ts';

const table = fc.record({
  both: fc.integer({ min: 0, max: 200 }),
  onlyBefore: fc.integer({ min: 0, max: 200 }),
  onlyAfter: fc.integer({ min: 0, max: 200 }),
  neither: fc.integer({ min: 1, max: 200 }),
});

describe('newcombePaired', () => {
  it('golden and published: airway hyper-responsiveness, [[59, 6], [16, 80]]', () => {
    const change = newcombePaired({ both: 59, onlyBefore: 16, onlyAfter: 6, neither: 80 });
    expect(change?.value).toBeCloseTo(-0.0621118012, 9);
    expect(change?.lower).toBeCloseTo(-0.1186211956, 9);
    expect(change?.upper).toBeCloseTo(-0.0046251139, 9);
  });

  it('golden: two pupils who did not change', () => {
    const change = newcombePaired({ both: 1, onlyBefore: 0, onlyAfter: 0, neither: 1 });
    expect(change?.lower).toBeCloseTo(-0.573419468, 8);
    expect(change?.upper).toBeCloseTo(0.573419468, 8);
  });

  it('is nothing for nobody', () => {
    expect(newcombePaired({ both: 0, onlyBefore: 0, onlyAfter: 0, neither: 0 })).toBeNull();
  });

  it('changes sign with the order of time and holds the change', () => {
    fc.assert(
      fc.property(table, (pairs) => {
        const there = newcombePaired(pairs);
        const back = newcombePaired({
          ...pairs,
          onlyBefore: pairs.onlyAfter,
          onlyAfter: pairs.onlyBefore,
        });
        if (!there || !back) throw new Error('pupils without a change');
        expect(there.lower).toBeLessThanOrEqual(there.value + 1e-12);
        expect(there.upper).toBeGreaterThanOrEqual(there.value - 1e-12);
        expect(there.lower).toBeCloseTo(-back.upper, 12);
      }),
    );
  });
});
