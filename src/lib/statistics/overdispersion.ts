import { quantile } from './quantile.ts';

/**
 * Factor φ by which groups differ more than chance lets them: the mean square of their z scores, of which the lowest and
 * the highest `trim` are drawn in to those quantiles (winsorised, type 7) so that outliers do not hide themselves. At least
 * 1: less is taken for chance. Null for fewer than two z scores, one that is not finite, or a trim outside 0…½.
 * Spiegelhalter 2005, Stat Med 24:1185–1202, section 3.2; Spiegelhalter et al. 2012, JRSS A 175:1–47.
 */
export function overdispersion(zScores: readonly number[], trim = 0.1): number | null {
  if (zScores.length < 2 || !(trim >= 0 && trim < 0.5)) return null;
  const low = quantile(zScores, trim);
  const high = quantile(zScores, 1 - trim);
  if (low === null || high === null) return null;
  const squares = zScores.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0);
  return Math.max(1, squares / zScores.length);
}
