import { normalTwoSided } from './normal.ts';

/** Outcome of the Mann–Kendall test; `exact` says whether p comes from the exact distribution; tau is tau-a. */
export interface MannKendall {
  readonly n: number;
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  readonly tau: number;
  readonly exact: boolean;
}

/**
 * Test for a monotone trend of a series in the order of time; null for fewer than two values or any that is not finite.
 * Exact for n ≤ 10 without ties, else normal with continuity correction and ties.
 * Mann 1945, Econometrica 13:245–259; Kendall 1975; Gilbert 1987, ch. 16 and table A18.
 */
export function mannKendall(series: readonly number[]): MannKendall | null {
  const n = series.length;
  if (n < 2 || !series.every(Number.isFinite)) return null;
  let s = 0;
  series.forEach((later, j) => {
    for (const earlier of series.slice(0, j)) s += Math.sign(later - earlier);
  });
  const ties = tieSizes(series);
  const variance = kendallVariance(n, ties);
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const exact = n <= 10 && ties.length === 0;
  const p = exact ? exactTwoSided(n, s) : normalTwoSided(z);
  return { n, s, variance, z, p, tau: s / ((n * (n - 1)) / 2), exact };
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

function exactTwoSided(n: number, s: number): number {
  const pairs = (n * (n - 1)) / 2;
  const inversions = (pairs - Math.abs(s)) / 2;
  const orders = ordersByInversions(n);
  const tail = orders.slice(0, inversions + 1).reduce((sum, count) => sum + count, 0);
  const all = orders.reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * tail) / all);
}

function ordersByInversions(n: number): number[] {
  let counts = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(counts.length + size - 1).fill(0);
    counts.forEach((count, inversions) => {
      for (let added = 0; added < size; added += 1) {
        next[inversions + added] = (next[inversions + added] ?? 0) + count;
      }
    });
    counts = next;
  }
  return counts;
}
