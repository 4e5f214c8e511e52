import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialLowerTail,
  binomialMass,
  binomialQuantile,
  binomialUpperTail,
} from './binomial.ts';

const trials = fc.record({
  n: fc.integer({ min: 1, max: 300 }),
  p: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
});

describe('binomial', () => {
  it('masses are exact fractions where they are known', () => {
    expect(binomialMass(3, 10, 0.5)).toBeCloseTo(120 / 1024, 13);
    expect(binomialMass(0, 5, 0)).toBe(1);
    expect(binomialMass(5, 5, 1)).toBe(1);
    expect(binomialMass(6, 5, 0.3)).toBe(0);
    expect(binomialUpperTail(9, 10, 0.5)).toBeCloseTo(11 / 1024, 14);
  });

  it.each([
    [25, 3, 12, 1, 15],
    [50, 9, 22, 6, 25],
    [100, 21, 39, 17, 45],
  ])('quantiles of R at p = 0.3, n = %i', (n, q025, q975, q001, q999) => {
    expect(binomialQuantile(0.025, n, 0.3)).toBe(q025);
    expect(binomialQuantile(0.975, n, 0.3)).toBe(q975);
    expect(binomialQuantile(0.001, n, 0.3)).toBe(q001);
    expect(binomialQuantile(0.999, n, 0.3)).toBe(q999);
  });

  it('tails complete each other and masses sum to one', () => {
    fc.assert(
      fc.property(trials, fc.nat(300), ({ n, p }, at) => {
        const k = at % (n + 1);
        expect(binomialLowerTail(k, n, p) + binomialUpperTail(k + 1, n, p)).toBeCloseTo(1, 10);
        let sum = 0;
        for (let i = 0; i <= n; i += 1) sum += binomialMass(i, n, p);
        expect(sum).toBeCloseTo(1, 10);
      }),
    );
  });

  it('a quantile is the first k whose lower tail reaches the probability', () => {
    const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(trials, probability, ({ n, p }, wanted) => {
        const k = binomialQuantile(wanted, n, p);
        expect(binomialLowerTail(k, n, p)).toBeGreaterThanOrEqual(wanted - 1e-9);
        expect(binomialLowerTail(k - 1, n, p)).toBeLessThan(wanted + 1e-9);
      }),
    );
  });
});
