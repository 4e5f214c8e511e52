import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Two-sided p value of a Student's t statistic with `freedom` degrees of freedom (> 0, need not be whole). */
export function studentTwoSided(t: number, freedom: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), freedom));
}

/** How many standard errors a two-sided interval of the given confidence reaches to each side. */
export function studentReach(confidence: number, freedom: number): number {
  return tQuantile((1 + confidence) / 2, freedom);
}
