import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hedgesG } from './hedges.ts';

const sample = fc.record({
  n: fc.integer({ min: 2, max: 200 }),
  mean: fc.double({ min: -50, max: 50, noNaN: true }),
  sd: fc.double({ min: 0.1, max: 20, noNaN: true }),
});

describe('hedgesG', () => {
  const [control, treated] = [
    { n: 50, mean: 100, sd: 4.5 },
    { n: 50, mean: 103, sd: 5.5 },
  ];

  it('Borenstein et al. 2009, chapter 4, with the approximate factor', () => {
    const effect = hedgesG(control, treated, 'approximate');
    expect(effect?.d).toBeCloseTo(0.597022314126, 11);
    expect(effect?.varianceD).toBeCloseTo(0.0417821782178, 11);
    expect(effect?.g).toBeCloseTo(0.592441580258, 11);
    expect(effect?.varianceG).toBeCloseTo(0.0411434791611, 11);
  });

  it('metafor’s SMD, with the exact factor', () => {
    expect(hedgesG(control, treated)?.g).toBeCloseTo(0.59243962, 8);
  });

  it('changes sign with the groups, and not with the unit', () => {
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const there = hedgesG(first, second);
        const back = hedgesG(second, first);
        if (first.n + second.n < 4) return expect(there).toBeNull();
        expect(back?.g).toBeCloseTo(-(there?.g ?? NaN), 10);
        expect(back?.lower).toBeCloseTo(-(there?.upper ?? NaN), 10);
        const tenfold = ({ n, mean, sd }: typeof first) => ({
          n,
          mean: 10 * mean + 3,
          sd: 10 * sd,
        });
        const larger = hedgesG(tenfold(first), tenfold(second));
        expect(larger?.g).toBeCloseTo(there?.g ?? NaN, 9);
        expect(Math.abs(there?.g ?? NaN)).toBeLessThanOrEqual(Math.abs(there?.d ?? NaN));
      }),
    );
  });

  it('is nothing without spread, for single values, or for what is no number', () => {
    expect(hedgesG({ ...control, sd: 0 }, { ...treated, sd: 0 })).toBeNull();
    expect(hedgesG({ ...control, n: 1 }, treated)).toBeNull();
    expect(hedgesG({ ...control, mean: NaN }, treated)).toBeNull();
    expect(hedgesG({ ...control, sd: NaN }, treated)).toBeNull();
    expect(hedgesG({ ...control, sd: -4 }, treated)).toBeNull();
  });
});
