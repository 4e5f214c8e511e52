import { z95, type IntervalEstimate } from './interval.ts';
import type { MeanSample } from './mean-interval.ts';
import { smallSampleFactor, type Correction } from './small-sample.ts';

/** A standardised effect, in standard deviations: d, its correction J·d = g with the variances of both; the interval is g's. */
export interface StandardisedEffect extends IntervalEstimate {
  readonly d: number;
  readonly varianceD: number;
  readonly j: number;
  readonly g: number;
  readonly varianceG: number;
}

/**
 * Hedges' g of two independent groups, second − first, by the pooled standard deviation; V_d = (n₁ + n₂)/(n₁n₂) +
 * d²/(2(n₁ + n₂)), V_g = J²·V_d, interval g ± z·√V_g. Null for fewer than two values on a side, fewer than four in all,
 * or no spread. Hedges 1981, J Educ Stat 6:107–128; Borenstein et al. 2009, Introduction to Meta-Analysis, ch. 4.
 */
export function hedgesG(
  first: MeanSample,
  second: MeanSample,
  correction: Correction = 'exact',
  z = z95,
): StandardisedEffect | null {
  const { n: n1 } = first;
  const { n: n2 } = second;
  const freedom = n1 + n2 - 2;
  const pooled = Math.sqrt(((n1 - 1) * first.sd ** 2 + (n2 - 1) * second.sd ** 2) / freedom);
  const j = smallSampleFactor(freedom, correction);
  const isPair = n1 >= 2 && n2 >= 2 && first.sd >= 0 && second.sd >= 0 && pooled > 0;
  if (j === null || !isPair) return null;
  const d = (second.mean - first.mean) / pooled;
  return effectOf(d, (n1 + n2) / (n1 * n2) + d ** 2 / (2 * (n1 + n2)), j, z);
}

/** Puts the parts of a standardised effect together; null where one is not finite. */
export function effectOf(
  d: number,
  varianceD: number,
  j: number,
  z: number,
  varianceG = j * j * varianceD,
): StandardisedEffect | null {
  const g = j * d;
  const half = z * Math.sqrt(varianceG);
  if (!Number.isFinite(g) || !Number.isFinite(half)) return null;
  return { value: g, lower: g - half, upper: g + half, d, varianceD, j, g, varianceG };
}
