/**
 * Upper tail P(Z > z) of the standard normal distribution, to about 1e-15 relative in the tail.
 * Abramowitz & Stegun 1964, 26.2.11 (series) for |z| < 3, 26.2.14 (continued fraction) beyond.
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < 0) return 1 - normalUpperTail(-z);
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < 3 ? 0.5 - density * oddSeries(z) : density / continuedFraction(z);
}

/** Two-sided p value of a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return sum;
}

function continuedFraction(z: number): number {
  let value = z;
  for (let k = 160; k >= 1; k -= 1) value = z + k / value;
  return value;
}
