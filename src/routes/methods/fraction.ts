/** The two sides of a formula that is one fraction. */
export interface Fraction {
  readonly over: string;
  readonly under: string;
}

/** Takes a formula in words apart at its «÷»; null where it is more, or something else, than one quotient. */
export function fractionOf(formula: string): Fraction | null {
  let depth = 0;
  let at = -1;
  for (let i = 0; i < formula.length; i += 1) {
    const sign = formula[i];
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (depth > 0) continue;
    else if (sign === '÷') {
      if (at >= 0) return null;
      at = i;
    } else if (sign === '−' || sign === '+' || sign === ';') return null;
  }
  if (at < 0) return null;
  return { over: formula.slice(0, at).trim(), under: formula.slice(at + 1).trim() };
}
