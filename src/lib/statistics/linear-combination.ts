import { combineEstimates, type EstimateTerm } from './combine-estimates.ts';
import { z95, type Count, type IntervalEstimate } from './interval.ts';
import { wilson } from './wilson.ts';

/** One proportion with the number by which it is multiplied. */
export interface ProportionTerm extends Count {
  readonly coefficient: number;
}

/**
 * Weighted sum of independent proportions with its interval, recovered from the Wilson interval of each; with
 * coefficients −1 and 1 it is Newcombe's difference. Null where a term has no proportion.
 */
export function linearCombination(
  terms: readonly ProportionTerm[],
  z = z95,
): IntervalEstimate | null {
  const estimates = terms.map(({ coefficient, x, n }): EstimateTerm | null => {
    const interval = wilson(x, n, z);
    return interval && { ...interval, value: x / n, coefficient };
  });
  const known = estimates.filter((estimate) => estimate !== null);
  return known.length < terms.length ? null : combineEstimates(known);
}
