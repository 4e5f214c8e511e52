import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** How sure a test is to be: its two-sided level, and how often it is to find a change of the sought size. */
export interface TestDesign {
  readonly alpha?: number;
  readonly power?: number;
}

/** The smallest rise and fall that a design finds, as shares of one above 0; null where there is no room for one. */
export interface DetectableChanges {
  readonly rise: number | null;
  readonly fall: number | null;
}

/**
 * Power of the two-sided score test for two independent proportions (the far tail left out), as R's power.prop.test for
 * equal sizes; null without sizes or proportions. Fleiss, Levin & Paik 2003, Statistical Methods for Rates and
 * Proportions, ch. 4.
 */
export function twoProportionsPower(
  p1: number,
  p2: number,
  n1: number,
  n2: number,
  alpha = 0.05,
): number | null {
  const isSize = (n: number) => n > 0 && n < Infinity;
  const isShare = (p: number) => p >= 0 && p <= 1;
  if (!isSize(n1) || !isSize(n2) || !isShare(p1) || !isShare(p2) || !isTail(alpha)) return null;
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  const underNull = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const own = Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  const beyond = Math.abs(p2 - p1) - normalQuantile(1 - alpha / 2, 0, 1) * underNull;
  if (own === 0) return beyond > 0 ? 1 : 0;
  return normalCdf(beyond / own, 0, 1);
}

/**
 * Smallest rise and fall from `p` that two independent groups would show with the wished power, as shares of one; null
 * without sizes or a proportion. Found by halving, since the power grows with the change.
 */
export function detectableWithPower(
  p: number,
  nBefore: number,
  nAfter: number,
  { alpha = 0.05, power = 0.8 }: TestDesign = {},
): DetectableChanges | null {
  if (twoProportionsPower(p, p, nBefore, nAfter, alpha) === null || !isTail(power)) return null;
  const reaches = (p2: number) =>
    (twoProportionsPower(p, p2, nBefore, nAfter, alpha) ?? 0) >= power;
  const smallest = (room: number, sign: 1 | -1): number | null => {
    if (!(room > 0) || !reaches(p + sign * room)) return null;
    let [low, high] = [0, room];
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (reaches(p + sign * middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  return { rise: smallest(1 - p, 1), fall: smallest(p, -1) };
}

/**
 * Smallest net change, as a share of one, that `n` matched members would show by McNemar's test with the wished power,
 * when the share `discordant` of them changes either way: √n·δ = z_α/2·√ψ + z_β·√(ψ − δ²), solved for δ. Null without
 * pairs or discordance, or where not even all of it in one direction would be found. Miettinen 1968, Biometrics
 * 24:339–352; Connor 1987, Biometrics 43:207–211.
 */
export function detectablePairedWithPower(
  n: number,
  discordant: number,
  { alpha = 0.05, power = 0.8 }: TestDesign = {},
): number | null {
  if (!(n > 0 && n < Infinity && discordant > 0 && discordant <= 1)) return null;
  if (!isTail(alpha) || !isTail(power)) return null;
  const reach = normalQuantile(1 - alpha / 2, 0, 1) * Math.sqrt(discordant);
  const beta = normalQuantile(power, 0, 1);
  const whole = n + beta ** 2;
  const root = reach ** 2 * n - whole * (reach ** 2 - beta ** 2 * discordant);
  const change = (reach * Math.sqrt(n) + Math.sign(beta) * Math.sqrt(Math.max(0, root))) / whole;
  return change <= discordant ? change : null;
}

function isTail(probability: number): boolean {
  return probability > 0 && probability < 1;
}
