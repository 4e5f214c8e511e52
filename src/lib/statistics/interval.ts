/** Two ends of a confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A value between the ends of its confidence interval. */
export interface IntervalEstimate extends Interval {
  readonly value: number;
}

/** `x` successes of `n`. */
export interface Count {
  readonly x: number;
  readonly n: number;
}

/** The 97.5 % point of the standard normal distribution: two-sided 95 % intervals. */
export const z95 = 1.959963984540054;

/** Says whether `x` of `n` can be a proportion at all: whole or fractional, finite, 0 ≤ x ≤ n, n > 0. */
export function isProportion(x: number, n: number): boolean {
  return Number.isFinite(n) && n > 0 && x >= 0 && x <= n;
}
