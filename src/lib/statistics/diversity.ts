/** How evenly amounts are spread over kinds. */
export interface Diversity {
  /** Kinds that occur. */
  readonly richness: number;
  /** Shannon's H = −Σp·ln p, and exp H: as many kinds as would give it if all were alike. */
  readonly shannon: number;
  readonly effective: number;
  /** Simpson's 1 − Σp²: the chance that two draws differ; and 1/Σp². */
  readonly simpson: number;
  readonly inverseSimpson: number;
  /** Pielou's H/ln(richness), 0 to 1; null for a single kind. */
  readonly evenness: number | null;
}

/**
 * Diversity of amounts by kind (counts or any unit ≥ 0; kinds of 0 do not count); null for none, a negative one, or one
 * that is not finite. Shannon 1948, Bell Syst Tech J 27:379–423; Simpson 1949, Nature 163:688; Hill 1973, Ecology
 * 54:427–432; Pielou 1966, J Theor Biol 13:131–144.
 */
export function diversity(amounts: readonly number[]): Diversity | null {
  const shares = sharesOf(amounts);
  if (!shares) return null;
  const richness = shares.length;
  const entropy = shares.reduce((sum, p) => sum - p * Math.log(p), 0);
  const shannon = Math.max(0, entropy);
  const squares = shares.reduce((sum, p) => sum + p * p, 0);
  return {
    richness,
    shannon,
    effective: Math.exp(shannon),
    simpson: Math.max(0, 1 - squares),
    inverseSimpson: 1 / squares,
    evenness: richness > 1 ? shannon / Math.log(richness) : null,
  };
}

/** Shares of one of the amounts above 0; null for none, a negative one, or one that is not finite. */
export function sharesOf(amounts: readonly number[]): number[] | null {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (!(whole > 0 && whole < Infinity && amounts.every((amount) => amount >= 0))) return null;
  return amounts.filter((amount) => amount > 0).map((amount) => amount / whole);
}
