import type { Interval, IntervalEstimate } from './interval.ts';
import { studentReach } from './student.ts';

/** A sample of `n` values by its mean and its standard deviation with n − 1 in the denominator. */
export interface MeanSample {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** Student's t interval of a mean, in the units of the mean; null for fewer than two values. Student 1908, Biometrika 6:1–25. */
export function meanInterval(sample: MeanSample, confidence = 0.95): Interval | null {
  if (!isSample(sample)) return null;
  const half = studentReach(confidence, sample.n - 1) * (sample.sd / Math.sqrt(sample.n));
  return { lower: sample.mean - half, upper: sample.mean + half };
}

/**
 * Difference of two independent means, after − before, with Welch's interval (unequal variances, Satterthwaite's
 * degrees of freedom); null for fewer than two values on either side. Welch 1947, Biometrika 34:28–35.
 */
export function meanDifference(
  before: MeanSample,
  after: MeanSample,
  confidence = 0.95,
): IntervalEstimate | null {
  if (!isSample(before) || !isSample(after)) return null;
  const value = after.mean - before.mean;
  const v1 = before.sd ** 2 / before.n;
  const v2 = after.sd ** 2 / after.n;
  const variance = v1 + v2;
  if (variance === 0) return { value, lower: value, upper: value };
  const freedom = variance ** 2 / (v1 ** 2 / (before.n - 1) + v2 ** 2 / (after.n - 1));
  const half = studentReach(confidence, freedom) * Math.sqrt(variance);
  return { value, lower: value - half, upper: value + half };
}

function isSample({ n, mean, sd }: MeanSample): boolean {
  return Number.isFinite(n) && n >= 2 && Number.isFinite(mean) && Number.isFinite(sd) && sd >= 0;
}
