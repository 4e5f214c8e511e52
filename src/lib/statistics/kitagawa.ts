/** One group in two periods: its weight (any unit, 0 where it is absent) and its rate (null where it is absent). */
export interface KitagawaGroup {
  readonly w1: number;
  readonly r1: number | null;
  readonly w2: number;
  readonly r2: number | null;
}

/** What one group adds to the rate and to the mix effect; `absent` says in which period it did not exist. */
export interface KitagawaContribution {
  readonly rate: number;
  readonly mix: number;
  readonly absent: 'before' | 'after' | null;
}

/** Both total rates and the two effects, whose sum is exactly `after − before`. */
export interface Kitagawa {
  readonly before: number;
  readonly after: number;
  readonly rate: number;
  readonly mix: number;
  readonly contributions: readonly KitagawaContribution[];
}

/**
 * Splits the change of a total rate into what the groups' own rates did and what their shares did, symmetrically;
 * weights are normalised in each period; the rate of an absent group is borrowed from the other period. Null where a
 * period has no weight or a present group no rate. Kitagawa 1955, JASA 50:1168–1194; Das Gupta 1993, P23-186.
 */
export function kitagawa(groups: readonly KitagawaGroup[]): Kitagawa | null {
  const total1 = groups.reduce((sum, group) => sum + group.w1, 0);
  const total2 = groups.reduce((sum, group) => sum + group.w2, 0);
  const isWhole = (total: number) => total > 0 && total < Infinity;
  if (!isWhole(total1) || !isWhole(total2) || !groups.every(isDefined)) return null;
  let before = 0;
  let after = 0;
  let rate = 0;
  let mix = 0;
  const contributions = groups.map((group): KitagawaContribution => {
    const w1 = group.w1 / total1;
    const w2 = group.w2 / total2;
    const r1 = (w1 > 0 ? group.r1 : group.r2) ?? 0;
    const r2 = (w2 > 0 ? group.r2 : group.r1) ?? 0;
    const ownRate = ((r2 - r1) * (w1 + w2)) / 2;
    const ownMix = ((w2 - w1) * (r1 + r2)) / 2;
    before += w1 * r1;
    after += w2 * r2;
    rate += ownRate;
    mix += ownMix;
    const absent = w1 > 0 === w2 > 0 ? null : w1 > 0 ? 'after' : 'before';
    return { rate: ownRate, mix: ownMix, absent };
  });
  return { before, after, rate, mix, contributions };
}

function isDefined({ w1, r1, w2, r2 }: KitagawaGroup): boolean {
  return w1 >= 0 && w2 >= 0 && (w1 === 0 || isRate(r1)) && (w2 === 0 || isRate(r2));
}

function isRate(rate: number | null): boolean {
  return rate !== null && Number.isFinite(rate);
}
