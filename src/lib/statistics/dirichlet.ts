import type { RandomStream } from './seeded.ts';

/** One standard normal draw by the polar method. Marsaglia & Bray 1964, SIAM Rev 6:260–264. */
export function drawNormal(random: RandomStream): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** One gamma draw of the given shape (> 0) and scale 1. Marsaglia & Tsang 2000, ACM Trans Math Softw 26:363–372. */
export function drawGamma(shape: number, random: RandomStream): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * Shares that sum to one, drawn from a Dirichlet distribution whose mean is `weights` (any unit) and whose parameters sum
 * to `concentration`: a share w varies by √(w(1 − w)/(concentration + 1)). A weight of 0 stays 0.
 * Null without a positive weight, with a negative one, or with a concentration that is not above 0.
 * Devroye 1986, Non-Uniform Random Variate Generation, ch. XI.4.
 */
export function drawDirichlet(
  weights: readonly number[],
  concentration: number,
  random: RandomStream,
): number[] | null {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0 && whole < Infinity && weights.every((weight) => weight >= 0))) return null;
  if (!(concentration > 0 && concentration < Infinity)) return null;
  const drawn = weights.map((weight) =>
    weight === 0 ? 0 : drawGamma((weight / whole) * concentration, random),
  );
  const total = drawn.reduce((sum, value) => sum + value, 0);
  return total > 0 ? drawn.map((value) => value / total) : weights.map((weight) => weight / whole);
}
