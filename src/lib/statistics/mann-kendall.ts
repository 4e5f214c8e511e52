import { exactKendallP } from './kendall-distribution.ts';
import { normalTwoSided } from './normal.ts';

/**
 * Outcome of the Mann–Kendall test. `p` is the one that publications print, `exact` says whether it comes from the exact
 * distribution; `exactP` is the exact one with ties too, null for more than ten values. Tau is tau-a.
 */
export interface MannKendall {
  readonly n: number;
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  readonly tau: number;
  readonly exact: boolean;
  readonly exactP: number | null;
}

/**
 * Test for a monotone trend of a series in the order of time; null for fewer than two values or any that is not finite.
 * p is exact for n ≤ 10 without ties, else normal with continuity correction and ties.
 * Mann 1945, Econometrica 13:245–259; Kendall 1975; Gilbert 1987, ch. 16 and table A18.
 */
export function mannKendall(series: readonly number[]): MannKendall | null {
  const n = series.length;
  if (n < 2 || !series.every(Number.isFinite)) return null;
  const s = kendallS(series);
  const ties = tieSizes(series);
  const variance = kendallVariance(n, ties);
  const z = kendallZ(s, variance);
  const exactP = n <= 10 ? exactKendallP(n, s, ties) : null;
  const exact = exactP !== null && ties.length === 0;
  const p = exact ? exactP : normalTwoSided(z);
  return { n, s, variance, z, p, tau: s / ((n * (n - 1)) / 2), exact, exactP };
}

/** Kendall's S: pairs of values of which the later is higher, less those of which it is lower. */
export function kendallS(series: readonly number[]): number {
  let s = 0;
  series.forEach((later, j) => {
    for (const earlier of series.slice(0, j)) s += Math.sign(later - earlier);
  });
  return s;
}

/** z of Kendall's S with the correction for continuity; 0 where all values are the same. */
export function kendallZ(s: number, variance: number): number {
  return variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
}

/** Variance of Kendall's S for `n` values with ties of the given sizes. */
export function kendallVariance(n: number, ties: readonly number[]): number {
  const spread = (t: number) => t * (t - 1) * (2 * t + 5);
  return (spread(n) - ties.reduce((sum, t) => sum + spread(t), 0)) / 18;
}

/** How many values share a value, for each value that occurs more than once. */
export function tieSizes(series: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of series) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}
