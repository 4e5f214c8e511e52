import { binomialLowerTail, binomialQuantile, binomialUpperTail } from './binomial.ts';
import { isProportion, type Count, type Interval } from './interval.ts';

/**
 * Exact limits, as shares of one, within which a group of `n` with the common proportion `target` lies with the given
 * coverage (.95 or .998 by habit); null where n or target is none. Spiegelhalter 2005, Stat Med 24:1185–1202.
 */
export function funnelLimits(target: number, n: number, coverage: number): Interval | null {
  if (!Number.isInteger(n) || n < 1 || !(target >= 0 && target <= 1)) return null;
  const tail = (1 - coverage) / 2;
  return {
    lower: binomialQuantile(tail, n, target) / n,
    upper: binomialQuantile(1 - tail, n, target) / n,
  };
}

/** Two-sided exact p value of `x` of `n` under the common proportion: twice the smaller tail, at most 1; null without a count of whole members. */
export function funnelP({ x, n }: Count, target: number): number | null {
  if (!isProportion(x, n) || !(target >= 0 && target <= 1)) return null;
  if (!Number.isInteger(x) || !Number.isInteger(n)) return null;
  return Math.min(
    1,
    2 * Math.min(binomialLowerTail(x, n, target), binomialUpperTail(x, n, target)),
  );
}
