/** @import { Share } from './types.js' */

const z = 1.959963984540054;

/**
 * The 95 % Wilson interval of a share.
 * @param {Share} share
 * @returns {[number, number]}
 */
function boundShare({ x, n }) {
  const p = x / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return [centre - half, centre + half];
}

/**
 * The difference of two shares with its 95 % Newcombe interval.
 * @param {Share} before
 * @param {Share} after
 */
export function compareShares(before, after) {
  const p1 = after.x / after.n;
  const p2 = before.x / before.n;
  const [l1, u1] = boundShare(after);
  const [l2, u2] = boundShare(before);
  const difference = p1 - p2;
  return {
    before,
    after,
    difference: round(difference),
    lower: round(difference - Math.hypot(p1 - l1, u2 - p2)),
    upper: round(difference + Math.hypot(u1 - p1, p2 - l2)),
  };
}

/**
 * Kitagawa's split of a change into a rate part and a mix part over groups.
 * @param {Record<string, Share>} before
 * @param {Record<string, Share>} after
 */
export function splitChange(before, after) {
  const total1 = Object.values(before).reduce((sum, { n }) => sum + n, 0);
  const total2 = Object.values(after).reduce((sum, { n }) => sum + n, 0);
  let rate = 0;
  let mix = 0;
  for (const [key, first] of Object.entries(before)) {
    const second = after[key];
    if (!second) continue;
    const [r1, r2] = [first.x / first.n, second.x / second.n];
    const [w1, w2] = [first.n / total1, second.n / total2];
    rate += ((r2 - r1) * (w1 + w2)) / 2;
    mix += ((w2 - w1) * (r1 + r2)) / 2;
  }
  return { rate: round(rate), mix: round(mix) };
}

/**
 * The exact binomial funnel limits that hold 99.8 % of classes of this size.
 * @param {number} rate
 * @param {number} n
 */
export function boundFunnel(rate, n) {
  let probability = (1 - rate) ** n;
  let sum = probability;
  let lower = sum > 0.001 ? 0 : -1;
  let upper = n;
  for (let x = 1; x <= n; x += 1) {
    probability *= ((n - x + 1) / x) * (rate / (1 - rate));
    sum += probability;
    if (lower < 0 && sum >= 0.001) lower = x;
    if (sum >= 0.999) {
      upper = x;
      break;
    }
  }
  return { lower, upper };
}

/**
 * A number to six decimals.
 * @param {number} value
 */
export function round(value) {
  return Math.round(value * 1e6) / 1e6;
}
