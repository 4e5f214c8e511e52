/** A rate before and after, and what each factor did to it, in the order of the factors; the effects sum to the change. */
export interface Standardisation {
  readonly before: number;
  readonly after: number;
  readonly effects: readonly number[];
}

/**
 * Splits the change of a rate over its factors, symmetrically: the effect of a factor is the mean of what its change does
 * over all the ways of holding the others at either time, those with r factors moved weighing r!(k − 1 − r)!/k!.
 * A factor is a number or a vector over groups, the rate any function of all of them; effects are in units of the rate.
 * Null without factors, for more than eight, for unlike lists, or where the rate is not finite at some mixture.
 * Das Gupta 1993, Standardization and Decomposition of Rates, P23-186, ch. 2–4 (equation 3.54).
 */
export function dasGupta<Factor>(
  before: readonly Factor[],
  after: readonly Factor[],
  rate: (factors: readonly Factor[]) => number,
): Standardisation | null {
  const count = before.length;
  if (count === 0 || count > 8 || after.length !== count) return null;
  const rates = Array.from({ length: 2 ** count }, (_, moved) =>
    rate(before.map((factor, k) => ((moved >> k) & 1 ? (after[k] ?? factor) : factor))),
  );
  if (!rates.every(Number.isFinite)) return null;
  const at = (moved: number): number => rates[moved] ?? NaN;
  const effects = before.map((_, k) => {
    let effect = 0;
    for (let moved = 0; moved < rates.length; moved += 1) {
      if ((moved >> k) & 1) continue;
      effect += (at(moved | (1 << k)) - at(moved)) * weightOf(bitsOf(moved), count);
    }
    return effect;
  });
  return { before: at(0), after: at(rates.length - 1), effects };
}

/** The rate that is the product of single numbers: αβγ… */
export function productRate(factors: readonly number[]): number {
  return factors.reduce((product, factor) => product * factor, 1);
}

/** The rate that is the sum over groups of the product of vector factors: Σᵢ αᵢβᵢγᵢ…; NaN where their lengths differ. */
export function vectorRate(factors: readonly (readonly number[])[]): number {
  const size = factors[0]?.length ?? 0;
  if (factors.some((factor) => factor.length !== size)) return NaN;
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += productRate(factors.map((factor) => factor[i] ?? NaN));
  return sum;
}

function weightOf(moved: number, count: number): number {
  return (factorial(moved) * factorial(count - 1 - moved)) / factorial(count);
}

function factorial(k: number): number {
  return k < 2 ? 1 : k * factorial(k - 1);
}

function bitsOf(set: number): number {
  return set === 0 ? 0 : (set & 1) + bitsOf(set >> 1);
}
