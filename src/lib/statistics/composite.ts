import { aggregate, flooredScore, type AggregationMethod } from './aggregate.ts';

/** What a composite index is made from: scores on one scale (null where missing), their weights of any unit, the rules. */
export interface CompositeParts {
  readonly scores: readonly (number | null)[];
  readonly weights: readonly number[];
  readonly method: AggregationMethod;
  /** Scores under it count as it in the geometric and the harmonic mean. */
  readonly floor?: number;
  /** Share of the whole weight that must be present, two thirds unless told. */
  readonly minimumShare?: number;
}

/** A composite index in units of its scores. */
export interface Composite {
  readonly value: number;
  /** Share of the whole weight that is present, and whether that is all of it. */
  readonly share: number;
  readonly isComplete: boolean;
  /** What each part adds to the arithmetic mean; null where it is missing or weighs nothing. */
  readonly contributions: readonly (number | null)[];
  /** What the unevenness of the scores takes away from the arithmetic mean: Σ contributions − value, 0 for that mean itself. */
  readonly unevenness: number;
}

/**
 * A composite index with its missing-data rule: with enough weight present the rest is renormalised, else there is none.
 * Null also without weight or with numbers that are not finite. OECD & JRC 2008, Handbook on Constructing Composite
 * Indicators, steps 3 and 6.
 */
export function composite(parts: CompositeParts): Composite | null {
  const { scores, weights, method, floor = 0, minimumShare = 2 / 3 } = parts;
  const share = presentShare(scores, weights);
  if (share === null || share < minimumShare - 1e-9) return null;
  const value = aggregate(scores, weights, method, floor);
  if (value === null) return null;
  const present = weights.reduce((sum, w, i) => sum + ((scores[i] ?? null) === null ? 0 : w), 0);
  const contributions = scores.map((score, i) => {
    const weight = weights[i] ?? 0;
    if (score === null || weight === 0) return null;
    return (weight / present) * flooredScore(score, method, floor);
  });
  const arithmetic = contributions.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return {
    value,
    share,
    isComplete: share > 1 - 1e-9,
    contributions,
    unevenness: method === 'arithmetic' ? 0 : Math.max(0, arithmetic - value),
  };
}

/** Share of the whole weight whose score is present; null without weight, or where a weight is negative or not finite. */
export function presentShare(
  scores: readonly (number | null)[],
  weights: readonly number[],
): number | null {
  if (weights.length !== scores.length || !weights.every((weight) => weight >= 0)) return null;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0 && whole < Infinity)) return null;
  const missing = weights.reduce((sum, w, i) => sum + ((scores[i] ?? null) === null ? w : 0), 0);
  return (whole - missing) / whole;
}
