/**
 * Gini's coefficient of amounts, zeros included, 0 (all alike) to (n − 1)/n, or with `unbiased` to 1:
 * Σ(2i − n − 1)x₍ᵢ₎ ÷ (n·Σx), times n/(n − 1). Null for none, a negative or infinite one, a sum of 0, and for a single one
 * if unbiased. Gini 1912; Deltas 2003, Rev Econ Stat 85:226–234.
 */
export function gini(amounts: readonly number[], unbiased = false): number | null {
  const count = amounts.length;
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (!(whole > 0 && whole < Infinity && amounts.every((amount) => amount >= 0))) return null;
  if (unbiased && count < 2) return null;
  const sorted = amounts.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, amount, i) => total + (2 * (i + 1) - count - 1) * amount, 0);
  return Math.max(0, sum / whole / (unbiased ? count - 1 : count));
}
