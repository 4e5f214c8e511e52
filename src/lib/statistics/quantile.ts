/**
 * Quantile of values, in their units, interpolated between order statistics as R's type 7 and spreadsheets' PERCENTILE
 * do; null for no values, a value that is not finite, or a probability outside 0…1. Hyndman & Fan 1996, Am Stat 50:361–365.
 */
export function quantile(values: ArrayLike<number>, probability: number): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  if (!sorted.every(Number.isFinite)) return null;
  return quantileOfSorted(sorted, probability);
}

/** The same of finite values that are in ascending order already. */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) return null;
  const rank = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (rank - Math.floor(rank));
}
