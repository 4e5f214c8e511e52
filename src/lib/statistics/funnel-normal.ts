import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { isProportion, type Count, type Interval } from './interval.ts';

/** Where a group lies in a funnel: within 95 % limits, beyond them, or beyond 99.8 % ones. */
export type FunnelPlace = 'within' | 'beyond95' | 'beyond998';

/**
 * Normal limits, as shares of one, θ₀ ± z·√(φ·θ₀(1 − θ₀)/n), cut at 0 and 1; `dispersion` φ widens them for groups that
 * differ by more than chance. Null where n, target, coverage or φ is none. Spiegelhalter 2005, Stat Med 24:1185–1202.
 */
export function funnelNormalLimits(
  target: number,
  n: number,
  coverage: number,
  dispersion = 1,
): Interval | null {
  if (!isProportion(target * n, n) || !(coverage > 0 && coverage < 1)) return null;
  if (!(dispersion > 0 && dispersion < Infinity)) return null;
  const z = normalQuantile((1 + coverage) / 2, 0, 1);
  const half = z * Math.sqrt((dispersion * target * (1 - target)) / n);
  return { lower: Math.max(0, target - half), upper: Math.min(1, target + half) };
}

/**
 * How many standard errors `x` of `n` lies from the target, less where `dispersion` widens the funnel; null without a
 * count, or with a target of 0 or 1, which leaves no room. Spiegelhalter 2005.
 */
export function funnelZ({ x, n }: Count, target: number, dispersion = 1): number | null {
  if (!isProportion(x, n) || !(target > 0 && target < 1 && dispersion > 0)) return null;
  const z = (x / n - target) / Math.sqrt((dispersion * target * (1 - target)) / n);
  return Number.isFinite(z) ? z : null;
}

/** The place of a z score: two-sided 95 % and 99.8 % limits. */
export function funnelPlace(z: number): FunnelPlace {
  const tail = Math.abs(z);
  if (tail > normalQuantile(0.999, 0, 1)) return 'beyond998';
  return tail > normalQuantile(0.975, 0, 1) ? 'beyond95' : 'within';
}
