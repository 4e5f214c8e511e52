import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf';
import quantile from '@stdlib/stats-base-dists-binomial-quantile';

/** P(X = k) of a binomial variable with `n` trials of probability `p`. */
export function binomialMass(k: number, n: number, p: number): number {
  return k < 0 ? 0 : binomialPmf(k, n, p);
}

/** P(X ≤ k). */
export function binomialLowerTail(k: number, n: number, p: number): number {
  return binomialCdf(k, n, p);
}

/** P(X ≥ k), without cancellation, so that small tails keep their digits. */
export function binomialUpperTail(k: number, n: number, p: number): number {
  return binomialCdf(n - k, n, 1 - p);
}

/** Smallest k with P(X ≤ k) ≥ `probability`; like R's qbinom it forgives the last bits, so that a tail that equals it counts. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  return quantile(probability * (1 - 64 * Number.EPSILON), n, p);
}
