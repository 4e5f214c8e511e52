import { fewestClusters } from './design-effect.ts';
import { isProportion, type Count, type Interval } from './interval.ts';
import { studentReach, studentTwoSided } from './student.ts';

/** One cluster at two times; a time at which it was not there has n = 0. */
export interface ClusterPair {
  readonly before: Count;
  readonly after: Count;
}

/** An estimate whose error lets whole clusters vary. */
export interface ClusterEstimate {
  readonly value: number;
  readonly standardError: number;
  readonly clusters: number;
  readonly freedom: number;
  /** Null with too few clusters to print one. */
  readonly interval: Interval | null;
}

/** A change with its test. */
export interface ClusterChange extends ClusterEstimate {
  /** Two-sided p value of «nothing changed», Student's t; null where all clusters changed by the very same. */
  readonly p: number | null;
}

/** A proportion; `deff` is how many times its variance exceeds that of independent members, null where nobody varies. */
export interface ClusterProportion extends ClusterEstimate {
  readonly deff: number | null;
}

/** How an interval is made: its confidence, and the number of clusters under which there is none. */
export interface ClusterOptions {
  readonly confidence?: number;
  readonly fewest?: number;
}

/**
 * Proportion Σx ÷ Σn over clusters, as a share of one, with the linearised error √(k/(k − 1)·Σ(u − ū)²),
 * u = (x − p·n)/Σn, and Student's interval of k − 1 degrees of freedom, cut at 0 and 1. Clusters without members do not
 * count; null with fewer than two, or where one is no count. Cochran 1977, Sampling Techniques, 6.3; Woodruff 1971,
 * JASA 66:411–414.
 */
export function clusterProportion(
  clusters: readonly Count[],
  options: ClusterOptions = {},
): ClusterProportion | null {
  const side = sideOf(clusters);
  const spread = side && spreadOf(side.influences.filter((_, i) => clusters[i]?.n !== 0));
  if (!spread) return null;
  const estimate = estimateOf(side.value, spread, options, [0, 1]);
  const independent = (side.value * (1 - side.value)) / side.total;
  return { ...estimate, deff: independent > 0 ? estimate.standardError ** 2 / independent : null };
}

/**
 * Change of a proportion among the same clusters, after − before, as a share of one: the linearised influences of both
 * times are taken together cluster by cluster, so that what a cluster keeps cancels. Degrees of freedom: clusters
 * less one. Null with fewer than two clusters, a time without members, or where one is no count. Kish 1965, 12.4;
 * Binder 1983, Int Stat Rev 51:279–292.
 */
export function clusterChange(
  pairs: readonly ClusterPair[],
  options: ClusterOptions = {},
): ClusterChange | null {
  const before = sideOf(pairs.map((pair) => pair.before));
  const after = sideOf(pairs.map((pair) => pair.after));
  if (!before || !after) return null;
  const present = pairs.flatMap((pair, i) =>
    pair.before.n + pair.after.n > 0
      ? [(after.influences[i] ?? 0) - (before.influences[i] ?? 0)]
      : [],
  );
  const spread = spreadOf(present);
  return spread && changeOf(after.value - before.value, spread, options);
}

/**
 * Difference of proportions between two sets of other clusters, after − before, as a share of one; the degrees of freedom
 * are Satterthwaite's. Null as for a single set. Welch 1947, Biometrika 34:28–35.
 */
export function clusterDifference(
  before: readonly Count[],
  after: readonly Count[],
  options: ClusterOptions = {},
): ClusterChange | null {
  const first = clusterProportion(before, options);
  const second = clusterProportion(after, options);
  if (!first || !second) return null;
  const [v1, v2] = [first.standardError ** 2, second.standardError ** 2];
  const whole = v1 ** 2 / first.freedom + v2 ** 2 / second.freedom;
  const spread: Spread = {
    standardError: Math.sqrt(v1 + v2),
    clusters: first.clusters + second.clusters,
    freedom: whole > 0 ? (v1 + v2) ** 2 / whole : first.freedom + second.freedom,
  };
  const fewest = first.interval && second.interval ? 0 : Infinity;
  return changeOf(second.value - first.value, spread, { ...options, fewest });
}

type Spread = Pick<ClusterEstimate, 'standardError' | 'clusters' | 'freedom'>;

interface Side {
  readonly value: number;
  readonly total: number;
  readonly influences: readonly number[];
}

function sideOf(clusters: readonly Count[]): Side | null {
  if (!clusters.every(({ x, n }) => isProportion(x, n) || (x === 0 && n === 0))) return null;
  const total = clusters.reduce((sum, { n }) => sum + n, 0);
  if (!(total > 0)) return null;
  const value = clusters.reduce((sum, { x }) => sum + x, 0) / total;
  return { value, total, influences: clusters.map(({ x, n }) => (x - value * n) / total) };
}

/** Influences sum to nothing, so that their mean is 0. */
function spreadOf(influences: readonly number[]): Spread | null {
  const clusters = influences.length;
  if (clusters < 2) return null;
  const squares = influences.reduce((sum, u) => sum + u * u, 0);
  const error = Math.sqrt((clusters / (clusters - 1)) * squares);
  // Clusters that all have one rate leave the rest of rounding.
  return { standardError: error < 1e-14 ? 0 : error, clusters, freedom: clusters - 1 };
}

function estimateOf(
  value: number,
  spread: Spread,
  { confidence = 0.95, fewest = fewestClusters }: ClusterOptions,
  [least, most]: readonly [number, number],
): ClusterEstimate {
  const half = studentReach(confidence, spread.freedom) * spread.standardError;
  const interval = { lower: Math.max(least, value - half), upper: Math.min(most, value + half) };
  return { value, ...spread, interval: spread.clusters < fewest ? null : interval };
}

function changeOf(value: number, spread: Spread, options: ClusterOptions): ClusterChange {
  const isSame = Math.abs(value) < 1e-14;
  const t = value / spread.standardError;
  const varies = spread.standardError > 0;
  const p = varies ? studentTwoSided(t, spread.freedom) : isSame ? 1 : null;
  return { ...estimateOf(value, spread, options, [-1, 1]), p };
}
