import type { ClusterPair } from './cluster-error.ts';
import { fewestClusters } from './design-effect.ts';
import { isProportion, type Count, type Interval } from './interval.ts';
import { quantileOfSorted } from './quantile.ts';
import { seeded } from './seeded.ts';

/** An estimate with the mean, the standard deviation and the percentile interval of its resamples, as shares of one. */
export interface ClusterBootstrap {
  readonly value: number;
  readonly mean: number;
  readonly sd: number;
  readonly clusters: number;
  /** Null with too few clusters to print one. */
  readonly interval: Interval | null;
}

/** How often and from which seed is resampled, the interval's confidence, the clusters under which there is none. */
export interface BootstrapOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly confidence?: number;
  readonly fewest?: number;
}

/**
 * Bootstrap of a proportion Σx ÷ Σn that resamples whole clusters with replacement; the same seed gives the same numbers.
 * The interval's ends are quantiles of type 7. Clusters without members do not count; null with fewer than two, or where
 * one is no count. Davison & Hinkley 1997, Bootstrap Methods and their Application, 3.8; Efron 1979, Ann Stat 7:1–26.
 */
export function clusterBootstrap(
  clusters: readonly Count[],
  options: BootstrapOptions = {},
): ClusterBootstrap | null {
  if (!clusters.every(isCluster)) return null;
  const rows = clusters.filter(({ n }) => n > 0).map(({ x, n }) => [x, n] as const);
  return resample(rows, ([x = 0, n = 0]) => x / n, options);
}

/**
 * The same of a change, after − before: a cluster's two times are drawn together, so that what it keeps cancels. Resamples
 * without members at one time are drawn again.
 */
export function clusterBootstrapChange(
  pairs: readonly ClusterPair[],
  options: BootstrapOptions = {},
): ClusterBootstrap | null {
  if (!pairs.every(({ before, after }) => isCluster(before) && isCluster(after))) return null;
  const rows = pairs
    .filter(({ before, after }) => before.n + after.n > 0)
    .map(({ before, after }) => [before.x, before.n, after.x, after.n] as const);
  return resample(rows, ([x1 = 0, n1 = 0, x2 = 0, n2 = 0]) => x2 / n2 - x1 / n1, options);
}

function isCluster({ x, n }: Count): boolean {
  return isProportion(x, n) || (x === 0 && n === 0);
}

function resample(
  rows: readonly (readonly number[])[],
  statistic: (sums: readonly number[]) => number,
  options: BootstrapOptions,
): ClusterBootstrap | null {
  const { draws = 2000, seed = 1, confidence = 0.95, fewest = fewestClusters } = options;
  const width = rows[0]?.length ?? 0;
  const value = statistic(sumOf(rows, width));
  if (rows.length < 2 || !Number.isFinite(value) || !Number.isInteger(draws) || draws < 2) {
    return null;
  }
  const random = seeded(seed);
  const values = new Float64Array(draws);
  for (let draw = 0; draw < draws;) {
    const drawn = rows.map(() => rows[Math.floor(random() * rows.length)] ?? []);
    const one = statistic(sumOf(drawn, width));
    if (Number.isNaN(one)) continue;
    values[draw] = one;
    draw += 1;
  }
  const mean = values.reduce((sum, one) => sum + one, 0) / draws;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  values.sort();
  const lower = quantileOfSorted(values, (1 - confidence) / 2);
  const upper = quantileOfSorted(values, (1 + confidence) / 2);
  const isPrinted = lower !== null && upper !== null && rows.length >= fewest;
  return {
    value,
    mean,
    sd: Math.sqrt(squares / draws),
    clusters: rows.length,
    interval: isPrinted ? { lower, upper } : null,
  };
}

function sumOf(rows: readonly (readonly number[])[], width: number): number[] {
  const sums = new Array<number>(width).fill(0);
  for (const row of rows) {
    for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (row[i] ?? 0);
  }
  return sums;
}
