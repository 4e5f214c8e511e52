import { z95 } from './interval.ts';
import { exactSeasonalP } from './kendall-distribution.ts';
import { kendallS, kendallVariance, kendallZ, tieSizes } from './mann-kendall.ts';
import { normalTwoSided } from './normal.ts';
import { medianSlope, pairwiseSlopes, type Point, type SenSlope } from './sen-slope.ts';

/** Kendall's S of one season with its variance and the sizes of its ties. */
export interface SeasonKendall {
  readonly n: number;
  readonly ties: readonly number[];
  readonly s: number;
  readonly variance: number;
}

/** Trend over the years within the seasons; `seasons` shows where they disagree. `tau` is their mean weighted by size. */
export interface SeasonalKendall extends SenSlope {
  readonly n: number;
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  /** The exact p, with ties too; null where a season has more than ten values. */
  readonly exactP: number | null;
  readonly tau: number;
  readonly seasons: readonly SeasonKendall[];
}

/**
 * Seasonal Kendall test: compares a season only with the same season of other years. Each season is its points, x the
 * year and y the value, in any order; years may be missing. S and Var(S) are sums over the seasons, with ties; p is
 * two-sided, normal, with correction for continuity, beside the exact one; the slope is the median of the slopes within seasons, per unit of x,
 * with Gilbert's limits. Null without seasons, where one has under two values or two values in one year, or where a
 * number is not finite. Hirsch, Slack & Smith 1982, Water Resour Res 18:107–121; Gilbert 1987, ch. 17.
 */
export function seasonalKendall(
  seasons: readonly (readonly Point[])[],
  z = z95,
): SeasonalKendall | null {
  if (seasons.length === 0 || !seasons.every(isSeason)) return null;
  const parts = seasons.map((points): SeasonKendall => {
    const values = points.toSorted((a, b) => a.x - b.x).map(({ y }) => y);
    const [n, ties] = [values.length, tieSizes(values)];
    return { n, ties, s: kendallS(values), variance: kendallVariance(n, ties) };
  });
  const sum = (of: (part: SeasonKendall) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  const s = sum((part) => part.s);
  const variance = sum((part) => part.variance);
  const slope = medianSlope(seasons.flatMap(pairwiseSlopes), z * Math.sqrt(variance));
  if (!slope) return null;
  const statistic = kendallZ(s, variance);
  const n = sum((part) => part.n);
  const tau = sum((part) => (2 * part.s) / (part.n - 1)) / n;
  const exactP = parts.every((part) => part.n <= 10) ? exactSeasonalP(parts, s) : null;
  const p = normalTwoSided(statistic);
  return { ...slope, n, s, variance, z: statistic, p, exactP, tau, seasons: parts };
}

function isSeason(points: readonly Point[]): boolean {
  const years = new Set(points.map(({ x }) => x));
  return (
    points.length >= 2 &&
    years.size === points.length &&
    points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  );
}
