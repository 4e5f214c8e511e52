/** How scores are brought together: the weighted arithmetic, geometric or harmonic mean. */
export type AggregationMethod = 'arithmetic' | 'geometric' | 'harmonic';

/**
 * Weighted mean of scores, in their units; weights of any unit, a missing score (null) leaves its weight out. Scores under
 * `floor` count as the floor in the geometric and the harmonic mean, which a single 0 would make 0. Null where no weight
 * is left, a weight is negative or not finite, or a score is not finite or stays negative in those two means.
 * OECD & JRC 2008, Handbook on Constructing Composite Indicators, step 6.
 */
export function aggregate(
  scores: readonly (number | null)[],
  weights: readonly number[],
  method: AggregationMethod = 'arithmetic',
  floor = 0,
): number | null {
  let whole = 0;
  let sum = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? null;
    const weight = weights[i] ?? NaN;
    if (!(weight >= 0)) return null;
    if (score === null || weight === 0) continue;
    if (!Number.isFinite(score)) return null;
    whole += weight;
    sum += weight * transforms[method](score, floor);
  }
  if (!(whole > 0) || Number.isNaN(sum)) return null;
  const mean = inverses[method](sum / whole);
  return Number.isFinite(mean) ? mean : null;
}

/** A score as it counts in a mean: lifted to the floor where the mean is not arithmetic. */
export function flooredScore(score: number, method: AggregationMethod, floor: number): number {
  return method === 'arithmetic' ? score : Math.max(floor, score);
}

const transforms: Record<AggregationMethod, (score: number, floor: number) => number> = {
  arithmetic: (score) => score,
  geometric: (score, floor) => Math.log(Math.max(floor, score)),
  harmonic: (score, floor) => {
    const floored = Math.max(floor, score);
    return floored < 0 ? NaN : 1 / floored;
  },
};

const inverses: Record<AggregationMethod, (mean: number) => number> = {
  arithmetic: (mean) => mean,
  geometric: (mean) => Math.exp(mean),
  harmonic: (mean) => 1 / mean,
};
