import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { isProportion, type Count, type IntervalEstimate } from './interval.ts';
import { meanOf } from './moments.ts';

/**
 * The common beta distribution from which groups' proportions come: mean μ, and M = α + β, the number of members that the
 * mean weighs as much as. M is null where groups differ by no more than chance: all of them then stand at the mean.
 */
export interface BetaPrior {
  readonly mean: number;
  readonly strength: number | null;
}

/** A group's proportion drawn towards the mean; `weight` is the share of it that is its own. */
export interface ShrunkRate {
  readonly value: number;
  readonly weight: number;
  /** Interval of the posterior beta distribution; null where groups do not differ. */
  readonly interval: IntervalEstimate | null;
}

/**
 * Method of moments for the beta-binomial: μ = Σx ÷ Σn, and with S = Σn(p − μ)², A = Σn(1 − n/N) the correlation
 * ρ = (S − μ(1 − μ)(k − 1)) ÷ (μ(1 − μ)(A − (k − 1))), M = (1 − ρ)/ρ. For groups of one size n it is
 * M = (μ(1 − μ) − s²) ÷ (s² − μ(1 − μ)/n). Null for fewer than two groups with members, where one is no count, where
 * nobody or everybody takes part, or all groups have one member. Kleinman 1973, JASA 68:46–54.
 */
export function betaPrior(groups: readonly Count[]): BetaPrior | null {
  const present = groups.filter(({ n }) => n !== 0);
  if (present.length < 2 || !present.every(({ x, n }) => isProportion(x, n))) return null;
  const total = present.reduce((sum, { n }) => sum + n, 0);
  const mean = present.reduce((sum, { x }) => sum + x, 0) / total;
  const chance = mean * (1 - mean);
  const spare = present.length - 1;
  const room = present.reduce((sum, { n }) => sum + n * (1 - n / total), 0) - spare;
  if (!(chance > 0 && room > 0)) return null;
  const spread = present.reduce((sum, { x, n }) => sum + n * (x / n - mean) ** 2, 0);
  const correlation = (spread - chance * spare) / (chance * room);
  if (correlation <= 1e-12) return { mean, strength: null };
  return { mean, strength: Math.max(0, (1 - correlation) / correlation) };
}

/**
 * Empirical-Bayes proportion of a group, (x + μM)/(n + M), with the interval of its posterior beta distribution; a group
 * without members stands at the mean. Null where it is no count. Efron & Morris 1975, JASA 70:311–319; Casella 1985,
 * Am Stat 39:83–87.
 */
export function shrunkRate(
  { x, n }: Count,
  { mean, strength }: BetaPrior,
  confidence = 0.95,
): ShrunkRate | null {
  if (!isProportion(x, n) && !(x === 0 && n === 0)) return null;
  if (strength === null) return { value: mean, weight: 0, interval: null };
  if (n + strength === 0) return null;
  const value = (x + mean * strength) / (n + strength);
  const yes = x + mean * strength;
  const no = n - x + (1 - mean) * strength;
  const at = (probability: number): number =>
    yes <= 0 ? 0 : no <= 0 ? 1 : betaQuantile(probability, yes, no);
  const lower = at((1 - confidence) / 2);
  const upper = at((1 + confidence) / 2);
  return { value, weight: n / (n + strength), interval: { value, lower, upper } };
}

/** Values drawn towards their mean: each is mean + factor·(value − mean). */
export interface JamesStein {
  readonly mean: number;
  readonly factor: number;
  readonly values: readonly number[];
}

/**
 * James–Stein estimates of at least four values that share one known variance σ², in squared units: factor
 * 1 − (k − 3)σ²/Σ(y − ȳ)², at least 0 (the positive part). Null for fewer, for a value that is not finite, or without
 * variance. Efron & Morris 1977, Sci Am 236(5):119–127.
 */
export function jamesStein(values: readonly number[], variance: number): JamesStein | null {
  if (values.length < 4 || !values.every(Number.isFinite)) return null;
  if (!(variance > 0 && variance < Infinity)) return null;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const factor = squares > 0 ? Math.max(0, 1 - ((values.length - 3) * variance) / squares) : 0;
  return { mean, factor, values: values.map((value) => mean + factor * (value - mean)) };
}
