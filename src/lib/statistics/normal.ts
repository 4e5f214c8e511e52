import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Upper tail P(Z > z) of the standard normal distribution, without cancellation, so that small tails keep their digits. */
export function normalUpperTail(z: number): number {
  return normalCdf(-z, 0, 1);
}

/** Two-sided p value of a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}
