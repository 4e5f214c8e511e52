import { kitagawa } from './kitagawa.ts';

/** A rate or a mean of `n` members; without a number of them it cannot be weighed. */
export interface GroupRate {
  readonly value: number;
  readonly n: number | null;
}

/** One group at both times; null where it was not there. */
export interface SimpsonGroup {
  readonly before: GroupRate | null;
  readonly after: GroupRate | null;
}

/** What the total did, what the groups did, and whether the total hides or turns the groups' own movement. */
export interface Simpson {
  readonly change: number;
  readonly rate: number;
  readonly mix: number;
  /** Groups large enough at both times, and those of them that moved against the total. */
  readonly compared: number;
  readonly against: number;
  readonly isReversed: boolean;
}

/**
 * Looks for Simpson's paradox in the change of a total over disjoint groups: the effect of the groups' own rates has
 * another sign than the total's change, or at least two thirds of the groups with `minimum` members at both times moved
 * against the total while the mix makes up more than half of its change. In units of the rate; null where the total
 * cannot be split. Simpson 1951, JRSS B 13:238–241; the split is Kitagawa's 1955.
 */
export function simpson(groups: readonly SimpsonGroup[], minimum = 10): Simpson | null {
  const split = kitagawa(
    groups.map(({ before, after }) => ({
      w1: before?.n ?? 0,
      r1: before?.value ?? null,
      w2: after?.n ?? 0,
      r2: after?.value ?? null,
    })),
  );
  if (!split) return null;
  const change = split.after - split.before;
  const direction = signOf(change);
  const moves = groups.flatMap(({ before, after }) =>
    (before?.n ?? 0) >= minimum && (after?.n ?? 0) >= minimum && before && after
      ? [signOf(after.value - before.value)]
      : [],
  );
  const against = moves.filter((move) => move * direction < 0).length;
  const most = Math.ceil((2 * moves.length) / 3);
  const mostly = moves.length > 0 && against >= most && split.mix / change > 0.5;
  return {
    change,
    rate: split.rate,
    mix: split.mix,
    compared: moves.length,
    against,
    isReversed: signOf(split.rate) !== direction || mostly,
  };
}

/** Says whether a total hides or turns its groups' own movement; false where it cannot be split. */
export function detectSimpson(groups: readonly SimpsonGroup[], minimum = 10): boolean {
  return simpson(groups, minimum)?.isReversed ?? false;
}

/** The sign of a change, 0 for what is but the rest of rounding. */
function signOf(change: number): number {
  return Math.abs(change) < 1e-12 ? 0 : Math.sign(change);
}
