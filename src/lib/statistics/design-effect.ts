/** Sums over the clusters (classes) of one stratum (grade): their number and Σy, Σn, Σy², Σyn, Σn² of a ratio Σy ÷ Σn. */
export interface ClusterSums {
  readonly clusters: number;
  readonly y: number;
  readonly n: number;
  readonly yy: number;
  readonly yn: number;
  readonly nn: number;
}

/** Variance of a ratio whose whole clusters vary, with its degrees of freedom: clusters less strata. */
export interface ClusterVariance {
  readonly variance: number;
  readonly clusters: number;
  readonly freedom: number;
}

/** With fewer clusters a variance between them is not told. */
export const fewestClusters = 5;

/** Sum of the sums of two sets of clusters. */
export function addClusters(one: ClusterSums, other: ClusterSums): ClusterSums {
  return {
    clusters: one.clusters + other.clusters,
    y: one.y + other.y,
    n: one.n + other.n,
    yy: one.yy + other.yy,
    yn: one.yn + other.yn,
    nn: one.nn + other.nn,
  };
}

/**
 * Linearised variance of the ratio Σy ÷ Σn over stratified clusters, in squared units of the ratio; strata of a single
 * cluster are taken together. Null with fewer than five clusters, without n, or where nothing is left to vary.
 * Kish & Frankel 1974, JRSS-B 36:1–37; Cochran 1977, Sampling Techniques, eq. 6.10 and 5A.
 */
export function clusterVariance(strata: readonly ClusterSums[]): ClusterVariance | null {
  const groups = poolSingles(strata);
  const all = groups.reduce(addClusters, none);
  if (all.clusters < fewestClusters || !(all.n > 0)) return null;
  const ratio = all.y / all.n;
  let sum = 0;
  let freedom = 0;
  for (const { clusters, y, n, yy, yn, nn } of groups) {
    if (clusters < 2) continue;
    const squares = yy - 2 * ratio * yn + ratio * ratio * nn;
    const spread = Math.max(0, squares - (y - ratio * n) ** 2 / clusters);
    sum += (clusters / (clusters - 1)) * spread;
    freedom += clusters - 1;
  }
  if (freedom === 0 || !Number.isFinite(sum)) return null;
  return { variance: sum / all.n ** 2, clusters: all.clusters, freedom };
}

/**
 * How many times the variance of a ratio exceeds that of as many independent people, at least 1: a design effect by
 * which counts are divided before an interval is made. Kish 1965, Survey Sampling, 8.2; Rao & Scott 1992, Biometrics 48:577–585.
 */
export function designEffect(variance: number, independent: number): number {
  return independent > 0 && Number.isFinite(variance) ? Math.max(1, variance / independent) : 1;
}

const none: ClusterSums = { clusters: 0, y: 0, n: 0, yy: 0, yn: 0, nn: 0 };

function poolSingles(strata: readonly ClusterSums[]): ClusterSums[] {
  const several = strata.filter(({ clusters }) => clusters > 1);
  const singles = strata.filter(({ clusters }) => clusters === 1);
  return singles.length === 0 ? several : [...several, singles.reduce(addClusters)];
}
