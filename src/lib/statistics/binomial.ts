const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

/** Natural logarithm of k! for whole k ≥ 0, by Lanczos' approximation (g = 7). Lanczos 1964, SIAM J Numer Anal B 1:86–96. */
export function logFactorial(k: number): number {
  if (k < 2) return 0;
  const t = k + 7.5;
  let sum: number = lanczos[0];
  for (let i = 1; i < lanczos.length; i += 1) sum += (lanczos[i] ?? 0) / (k + i);
  return 0.5 * Math.log(2 * Math.PI) + (k + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** P(X = k) of a binomial variable with `n` trials of probability `p`. */
export function binomialMass(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** P(X ≤ k), summed from the thin end so that small tails keep their digits. */
export function binomialLowerTail(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  if (k > n * p) return Math.max(0, 1 - sumMass(k + 1, n, n, p));
  return Math.min(1, sumMass(0, k, n, p));
}

/** P(X ≥ k). */
export function binomialUpperTail(k: number, n: number, p: number): number {
  return binomialLowerTail(n - k, n, 1 - p);
}

/** Smallest k with P(X ≤ k) ≥ `probability`, as R's qbinom. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  let cumulated = 0;
  for (let k = 0; k < n; k += 1) {
    cumulated += binomialMass(k, n, p);
    if (cumulated >= probability * (1 - 64 * Number.EPSILON)) return k;
  }
  return n;
}

function sumMass(from: number, to: number, n: number, p: number): number {
  let sum = 0;
  for (let k = from; k <= to; k += 1) sum += binomialMass(k, n, p);
  return sum;
}
