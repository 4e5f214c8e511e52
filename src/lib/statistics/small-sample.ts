/** Which factor takes the bias of small samples out of a standardised effect. */
export type Correction = 'exact' | 'approximate';

/**
 * Hedges' factor J by which a standardised difference with `freedom` whole degrees of freedom is multiplied: exactly
 * Γ(m/2) / (√(m/2)·Γ((m − 1)/2)), or 1 − 3/(4m − 1); null under two. Hedges 1981, J Educ Stat 6:107–128.
 */
export function smallSampleFactor(
  freedom: number,
  correction: Correction = 'exact',
): number | null {
  if (!Number.isInteger(freedom) || freedom < 2) return null;
  // Beyond, both agree to the last bit.
  if (correction === 'approximate' || freedom > 1e5) return 1 - 3 / (4 * freedom - 1);
  return gammaRatio(freedom) / Math.sqrt(freedom / 2);
}

/** Γ(m/2) / Γ((m − 1)/2) for whole m ≥ 2, two steps at a time from its first two values. */
function gammaRatio(m: number): number {
  const isEven = m % 2 === 0;
  let ratio = isEven ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
  for (let k = isEven ? 2 : 3; k < m; k += 2) ratio *= k / (k - 1);
  return ratio;
}
