import type { IntervalEstimate } from './interval.ts';

/** One estimate with its interval and the number by which it is multiplied. */
export interface EstimateTerm extends IntervalEstimate {
  readonly coefficient: number;
}

/**
 * Weighted sum of independent estimates with the interval recovered from theirs (MOVER); null where an end is no number.
 * Zou, Huang & Zhang 2009, Comput Stat Data Anal 53:1080–1085.
 */
export function combineEstimates(terms: readonly EstimateTerm[]): IntervalEstimate | null {
  let value = 0;
  let below = 0;
  let above = 0;
  for (const term of terms) {
    const { coefficient } = term;
    const down = coefficient * (term.value - term.lower);
    const up = coefficient * (term.upper - term.value);
    value += coefficient * term.value;
    below += (coefficient > 0 ? down : up) ** 2;
    above += (coefficient > 0 ? up : down) ** 2;
  }
  if (!Number.isFinite(value + below + above)) return null;
  return { value, lower: value - Math.sqrt(below), upper: value + Math.sqrt(above) };
}
