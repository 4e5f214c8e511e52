import { z95, type IntervalEstimate } from './interval.ts';
import { wilson } from './wilson.ts';

/** Numbers of pupils by their two terms: yes in both, only before, only after, in neither. */
export interface PairedCount {
  readonly both: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly neither: number;
}

/**
 * Change of a proportion among the same pupils, after − before, as a share of one; null where there are no pupils.
 * Method 10 (square-and-add with a continuity-corrected φ) of Newcombe 1998, Stat Med 17:2635–2650.
 */
export function newcombePaired(pairs: PairedCount, z = z95): IntervalEstimate | null {
  const { both, onlyBefore, onlyAfter, neither } = pairs;
  const counts = [both, onlyBefore, onlyAfter, neither];
  if (counts.some((count) => !(count >= 0))) return null;
  const n = both + onlyBefore + onlyAfter + neither;
  const before = wilson(both + onlyBefore, n, z);
  const after = wilson(both + onlyAfter, n, z);
  if (!before || !after) return null;
  const p1 = (both + onlyBefore) / n;
  const p2 = (both + onlyAfter) / n;
  const value = (onlyAfter - onlyBefore) / n;
  const phi = correctedPhi(pairs, n);
  return {
    value,
    lower: Math.max(-1, value - squareAndAdd(p2 - after.lower, before.upper - p1, phi)),
    upper: Math.min(1, value + squareAndAdd(after.upper - p2, p1 - before.lower, phi)),
  };
}

function correctedPhi({ both, onlyBefore, onlyAfter, neither }: PairedCount, n: number): number {
  const scale = Math.sqrt(
    (both + onlyBefore) * (onlyAfter + neither) * (both + onlyAfter) * (onlyBefore + neither),
  );
  if (scale === 0) return 0;
  const determinant = both * neither - onlyBefore * onlyAfter;
  const corrected = determinant > n / 2 ? determinant - n / 2 : determinant >= 0 ? 0 : determinant;
  return corrected / scale;
}

function squareAndAdd(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}
