import { z95, type IntervalEstimate } from './interval.ts';
import { wilson } from './wilson.ts';

/** How many members changed by more than an unreliable test would by itself. */
export interface ReliableShares {
  readonly n: number;
  readonly improved: number;
  readonly worsened: number;
  /** Share that reliably improved, with Wilson's interval. */
  readonly share: IntervalEstimate;
}

/**
 * Standard error of the difference of two measurements of one member, in points: SD·√2·√(1 − reliability).
 * Null without a spread, or where the reliability is not within 0 ≤ r < 1.
 */
export function differenceError(sd: number, reliability: number): number | null {
  const isTest = sd > 0 && sd < Infinity && reliability >= 0 && reliability < 1;
  return isTest ? sd * Math.SQRT2 * Math.sqrt(1 - reliability) : null;
}

/**
 * Reliable change index: a member's change in standard errors of a difference; beyond ±1.96 it is more than the error of
 * measurement. Null as the error, or for values that are not finite. Jacobson & Truax 1991, J Consult Clin Psychol 59:12–19.
 */
export function reliableChangeIndex(
  before: number,
  after: number,
  sd: number,
  reliability: number,
): number | null {
  const error = differenceError(sd, reliability);
  const index = error === null ? NaN : (after - before) / error;
  return Number.isFinite(index) ? index : null;
}

/**
 * Counts those who reliably improved and worsened: index beyond ±z. Null without pairs, with one that is not finite, or
 * as the error. `sd` is that of the first measurement.
 */
export function reliableShares(
  pairs: readonly (readonly [number, number])[],
  sd: number,
  reliability: number,
  z = 1.96,
): ReliableShares | null {
  let improved = 0;
  let worsened = 0;
  for (const [before, after] of pairs) {
    const index = reliableChangeIndex(before, after, sd, reliability);
    if (index === null) return null;
    if (index > z) improved += 1;
    if (index < -z) worsened += 1;
  }
  const n = pairs.length;
  const interval = wilson(improved, n, z95);
  return interval && { n, improved, worsened, share: { value: improved / n, ...interval } };
}
