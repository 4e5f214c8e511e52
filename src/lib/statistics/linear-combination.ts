import { z95, type Count, type IntervalEstimate } from './interval.ts';
import { wilson } from './wilson.ts';

/** One proportion with the number by which it is multiplied. */
export interface ProportionTerm extends Count {
  readonly coefficient: number;
}

/**
 * Weighted sum of independent proportions with its interval, recovered from the Wilson interval of each (MOVER); with
 * coefficients −1 and 1 it is Newcombe's difference. Null where a term has no proportion.
 * Zou, Huang & Zhang 2009, Comput Stat Data Anal 53:1080–1085.
 */
export function linearCombination(
  terms: readonly ProportionTerm[],
  z = z95,
): IntervalEstimate | null {
  let value = 0;
  let below = 0;
  let above = 0;
  for (const { coefficient, x, n } of terms) {
    const interval = wilson(x, n, z);
    if (!interval) return null;
    const p = x / n;
    const down = coefficient * (p - interval.lower);
    const up = coefficient * (interval.upper - p);
    value += coefficient * p;
    below += (coefficient > 0 ? down : up) ** 2;
    above += (coefficient > 0 ? up : down) ** 2;
  }
  return { value, lower: value - Math.sqrt(below), upper: value + Math.sqrt(above) };
}
