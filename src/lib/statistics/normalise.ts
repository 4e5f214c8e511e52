import { meanOf, varianceOf } from './moments.ts';

/** The values that score nothing and everything; a low above the high turns the direction. */
export interface Goalposts {
  readonly low: number;
  readonly high: number;
}

/**
 * A value's way between fixed goalposts, from 0 to `scale`, cut at both; null where the goalposts do not differ or a
 * number is not finite. OECD & JRC 2008, Handbook on Constructing Composite Indicators, step 5.
 */
export function goalpostsScore(
  value: number,
  { low, high }: Goalposts,
  scale = 100,
): number | null {
  const way = (value - low) / (high - low);
  return Number.isFinite(way) ? Math.min(1, Math.max(0, way)) * scale : null;
}

/**
 * How far a value has come from a base to a target, `scale` at the target and more beyond it, below 0 short of the base;
 * null where base and target do not differ or a number is not finite. OECD & JRC 2008, step 5 («distance to a reference»).
 */
export function targetScore(value: number, target: number, base = 0, scale = 100): number | null {
  const way = (value - base) / (target - base);
  return Number.isFinite(way) ? way * scale : null;
}

/** Values between the smallest and the largest of them, 0 to `scale`; null where all are the same, none, or not finite. */
export function minMaxScores(values: readonly number[], scale = 100): number[] | null {
  const low = Math.min(...values);
  const way = Math.max(...values) - low;
  if (!(way > 0 && way < Infinity)) return null;
  return values.map((value) => ((value - low) / way) * scale);
}

/**
 * Values as standard deviations (n − 1) from their mean, set to another mean and deviation; null where all are the same,
 * fewer than two, or not finite.
 */
export function zScores(
  values: readonly number[],
  { mean = 0, sd = 1 }: { readonly mean?: number; readonly sd?: number } = {},
): number[] | null {
  const deviation = Math.sqrt(varianceOf(values));
  const centre = meanOf(values);
  // Equal values leave a deviation of a few last bits of their mean.
  if (!(deviation > Math.abs(centre) * 1e-14 && deviation < Infinity)) return null;
  return values.map((value) => mean + ((value - centre) / deviation) * sd);
}
