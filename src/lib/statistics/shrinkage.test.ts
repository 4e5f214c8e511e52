import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaPrior, jamesStein, shrunkRate } from './shrinkage.ts';

const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
const batters = hits.map((x) => ({ x, n: 45 }));

describe('betaPrior', () => {
  it('eighteen batters (Efron & Morris 1977): M by moments, and Clemente drawn in from 0.400', () => {
    const prior = betaPrior(batters);
    expect(prior?.mean).toBeCloseTo(0.26543209876543, 12);
    expect(prior?.strength).toBeCloseTo(367.988335101, 7);
    const clemente = prior && shrunkRate({ x: 18, n: 45 }, prior);
    expect(clemente?.value).toBeCloseTo(0.280094875025, 11);
  });

  it('has no strength where groups differ by no more than chance', () => {
    const alike = [10, 11, 10, 9].map((x) => ({ x, n: 40 }));
    const prior = betaPrior(alike);
    expect(prior?.strength).toBeNull();
    expect(prior && shrunkRate({ x: 30, n: 40 }, prior)).toEqual({
      value: 0.25,
      weight: 0,
      interval: null,
    });
  });

  it('leaves groups alone that are all or nothing', () => {
    const prior = betaPrior([
      { x: 0, n: 30 },
      { x: 30, n: 30 },
      { x: 0, n: 30 },
      { x: 30, n: 30 },
    ]);
    expect(prior?.strength).toBeCloseTo(0, 12);
    const own = prior && shrunkRate({ x: 30, n: 30 }, prior);
    expect(own?.value).toBeCloseTo(1, 12);
    expect(prior && shrunkRate({ x: 0, n: 0 }, prior)).toBeNull();
  });

  it('is nothing of one group, of no members, of what is no count, or where all are alike in having none', () => {
    expect(betaPrior([])).toBeNull();
    expect(betaPrior([{ x: 1, n: 9 }])).toBeNull();
    expect(
      betaPrior([
        { x: 1, n: 9 },
        { x: 0, n: 0 },
      ]),
    ).toBeNull();
    expect(
      betaPrior([
        { x: 1, n: 9 },
        { x: 10, n: 9 },
      ]),
    ).toBeNull();
    expect(
      betaPrior([
        { x: 0, n: 9 },
        { x: 0, n: 8 },
      ]),
    ).toBeNull();
    expect(
      betaPrior([
        { x: 0, n: 1 },
        { x: 1, n: 1 },
      ]),
    ).toBeNull();
  });
});

describe('shrunkRate', () => {
  it('has the posterior’s quantiles: one of one under Bayes’ uniform prior is Beta(2, 1), √p', () => {
    const rate = shrunkRate({ x: 1, n: 1 }, { mean: 0.5, strength: 2 });
    expect(rate?.value).toBeCloseTo(2 / 3, 12);
    expect(rate?.interval?.lower).toBeCloseTo(Math.sqrt(0.025), 10);
    expect(rate?.interval?.upper).toBeCloseTo(Math.sqrt(0.975), 10);
  });

  it('lies between the group’s own rate and the mean, the nearer to its own the larger it is', () => {
    const group = fc
      .integer({ min: 1, max: 60 })
      .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(group, share, fc.integer({ min: 1, max: 500 }), ({ x, n }, mean, strength) => {
        const rate = shrunkRate({ x, n }, { mean, strength });
        const own = x / n;
        expect(rate?.value).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-12);
        expect(rate?.value).toBeLessThanOrEqual(Math.max(own, mean) + 1e-12);
        expect(rate?.value).toBeCloseTo(mean + (rate?.weight ?? NaN) * (own - mean), 10);
        expect(rate?.interval?.lower).toBeLessThanOrEqual(rate?.interval?.upper ?? NaN);
        const larger = shrunkRate({ x: 4 * x, n: 4 * n }, { mean, strength });
        expect(larger?.weight).toBeGreaterThan(rate?.weight ?? NaN);
      }),
    );
  });

  it('stands at the mean without members, and is nothing of what is no count', () => {
    expect(shrunkRate({ x: 0, n: 0 }, { mean: 0.3, strength: 20 })?.value).toBeCloseTo(0.3, 12);
    expect(shrunkRate({ x: 5, n: 4 }, { mean: 0.3, strength: 20 })).toBeNull();
    expect(shrunkRate({ x: NaN, n: 4 }, { mean: 0.3, strength: 20 })).toBeNull();
  });
});

describe('jamesStein', () => {
  it('Efron & Morris 1977: averages of three digits, c = 0.212, Clemente 0.294', () => {
    const averages = hits.map((x) => Math.round((1000 * x) / 45) / 1000);
    const mean = averages.reduce((sum, value) => sum + value, 0) / 18;
    const found = jamesStein(averages, (mean * (1 - mean)) / 45);
    expect(found?.factor).toBeCloseTo(0.212390537705, 11);
    expect(found?.mean).toBeCloseTo(0.265, 3);
    expect(found?.values[0]).toBeCloseTo(0.294, 3);
  });

  it('Efron & Morris 1975: √45·arcsin(2y − 1) with variance 1, c = 1 − 15/18.96 = 0.209', () => {
    const stabilised = hits.map((x) => Math.sqrt(45) * Math.asin((2 * x) / 45 - 1));
    const found = jamesStein(stabilised, 1);
    expect(found?.factor).toBeCloseTo(0.209, 3);
    const clemente = (Math.sin((found?.values[0] ?? NaN) / Math.sqrt(45)) + 1) / 2;
    expect(clemente).toBeCloseTo(0.29, 2);
  });

  it('keeps the mean, and never turns values about', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 500, noNaN: true }), (all, variance) => {
        const found = jamesStein(all, variance);
        expect(found?.factor).toBeGreaterThanOrEqual(0);
        expect(found?.factor).toBeLessThan(1);
        const mean = (found?.values ?? []).reduce((sum, value) => sum + value, 0) / all.length;
        expect(mean).toBeCloseTo(found?.mean ?? NaN, 9);
      }),
    );
  });

  it('is nothing of three values, without variance, or of what is no number', () => {
    expect(jamesStein([1, 2, 3], 1)).toBeNull();
    expect(jamesStein([1, 2, 3, 4], 0)).toBeNull();
    expect(jamesStein([1, 2, 3, NaN], 1)).toBeNull();
    expect(jamesStein([2, 2, 2, 2], 1)?.values).toEqual([2, 2, 2, 2]);
  });
});
