import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration } from './concentration.ts';
import { diversity } from './diversity.ts';
import { gini } from './gini.ts';

const amounts = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 })
  .filter((all) => all.some((amount) => amount > 0));

describe('diversity', () => {
  it('four kinds alike', () => {
    const found = diversity([10, 10, 10, 10]);
    expect(found?.shannon).toBeCloseTo(1.3862943611, 10);
    expect(found?.effective).toBeCloseTo(4, 12);
    expect(found?.simpson).toBeCloseTo(0.75, 12);
    expect(found?.evenness).toBeCloseTo(1, 12);
  });

  it('5, 3, 2 as vegan computes it', () => {
    const found = diversity([5, 3, 2]);
    expect(found?.shannon).toBeCloseTo(1.029653014065, 11);
    expect(found?.effective).toBeCloseTo(2.800094072854, 11);
    expect(found?.evenness).toBeCloseTo(0.937230563216, 11);
    expect(found?.simpson).toBeCloseTo(0.62, 12);
    expect(found?.inverseSimpson).toBeCloseTo(2.6315789474, 10);
  });

  it('a single kind has no evenness, nothing no diversity', () => {
    expect(diversity([7])).toMatchObject({ shannon: 0, effective: 1, simpson: 0, evenness: null });
    expect(diversity([])).toBeNull();
    expect(diversity([0, 0])).toBeNull();
    expect(diversity([3, -1])).toBeNull();
    expect(diversity([3, NaN])).toBeNull();
    expect(diversity([3, Infinity])).toBeNull();
  });

  it('lies between one kind and all of them, and 1/Σp² never exceeds exp H (Hill 1973)', () => {
    fc.assert(
      fc.property(amounts, (all) => {
        const found = diversity(all);
        if (!found) throw new Error('no diversity');
        expect(found.inverseSimpson).toBeLessThanOrEqual(found.effective + 1e-9);
        expect(found.effective).toBeLessThanOrEqual(found.richness + 1e-9);
        expect(found.inverseSimpson).toBeGreaterThanOrEqual(1 - 1e-12);
        const twice = diversity([...all, ...all])?.effective;
        expect(twice).toBeCloseTo(2 * found.effective, 9);
        expect(diversity([...all, 0].toReversed())?.shannon).toBeCloseTo(found.shannon, 12);
      }),
    );
  });
});

describe('concentration', () => {
  it('eight partners', () => {
    const found = concentration([20, 15, 15, 10, 10, 10, 10, 10]);
    expect(found?.hhi).toBeCloseTo(0.135, 12);
    expect(found?.normalised).toBeCloseTo(0.0114285714, 10);
    expect(found?.effective).toBeCloseTo(7.4074074, 7);
  });

  it('four firms of 30, 30, 20 and 20 per cent have 2,600 points (US merger guidelines 2010)', () => {
    expect((concentration([30, 30, 20, 20])?.hhi ?? NaN) * 10_000).toBeCloseTo(2600, 8);
  });

  it('a single one is all, nothing is nothing', () => {
    expect(concentration([0, 9])).toEqual({ hhi: 1, normalised: null, effective: 1 });
    expect(concentration([])).toBeNull();
    expect(concentration([1, -1])).toBeNull();
  });

  it('completes Simpson’s diversity to one', () => {
    fc.assert(
      fc.property(amounts, (all) => {
        const hhi = concentration(all)?.hhi ?? NaN;
        expect(hhi + (diversity(all)?.simpson ?? NaN)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('gini', () => {
  const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

  it('ten incomes, as the R package ineq prints them, and ten ninths of it unbiased', () => {
    expect(gini(incomes)).toBeCloseTo(0.4620911, 7);
    expect(gini(incomes, true)).toBeCloseTo((0.4620911 * 10) / 9, 6);
  });

  it('all alike is 0, all with one is (n − 1)/n, unbiased 1', () => {
    expect(gini([4, 4, 4])).toBe(0);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
    expect(gini([0, 0, 0, 8], true)).toBeCloseTo(1, 12);
  });

  it('is nothing without a sum, or of what cannot be shared', () => {
    expect(gini([])).toBeNull();
    expect(gini([0, 0])).toBeNull();
    expect(gini([1, -1, 3])).toBeNull();
    expect(gini([1, NaN])).toBeNull();
    expect(gini([5], true)).toBeNull();
    expect(gini([5])).toBe(0);
  });

  it('is half the mean difference of all pairs over the mean', () => {
    fc.assert(
      fc.property(amounts, (all) => {
        const mean = all.reduce((sum, amount) => sum + amount, 0) / all.length;
        const apart = all.flatMap((a) => all.map((b) => Math.abs(a - b)));
        const difference = apart.reduce((sum, amount) => sum + amount, 0) / all.length ** 2;
        expect(gini(all)).toBeCloseTo(difference / (2 * mean), 10);
      }),
    );
  });
});
