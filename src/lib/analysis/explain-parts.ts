import type { Change, Estimate, Outcome } from '#lib/model/result.ts';
import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';
import { combineEstimates, type EstimateTerm } from '#lib/statistics/combine-estimates.ts';
import type { DecomposedGroup } from './decomposition.ts';
import type { Member } from './members.ts';

/**
 * What of a change falls to one member of a dimension: what its own rate did, what its share among all did, what its own
 * amount did, or by how much the change is another when everything is counted anew without it.
 */
export type PartEffect = 'rate' | 'mix' | 'sum' | 'without';

/** One part of a change, in the measure's unit, with the member's own numbers at both times. */
export interface Part {
  readonly member: Member;
  readonly effect: PartEffect;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** The member's own change; it is what the part is tested by. */
  readonly own: Change | null;
  /** The p value of its own change after the correction for everything that was looked at; null where nothing tests it. */
  readonly q: number | null;
}

/** The parts of a change from the largest to the smallest, whichever way they go. */
export function rankParts(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/** The p value by which a part is tested: a share among all is what the rolls say, and nothing tests it. */
function testOf({ effect, own }: Part): number | null {
  return effect === 'mix' ? null : (own?.p ?? null);
}

/** How many of the parts have a test. */
export function countTested(parts: readonly Part[]): number {
  return parts.filter((part) => testOf(part) !== null).length;
}

/** The parts with their p values corrected for all that were looked at, in the lists in which they came. */
export function correctParts(lists: readonly (readonly Part[])[]): Part[][] {
  const tested = lists.flat().filter((part) => testOf(part) !== null);
  const adjusted = benjaminiHochberg(tested.map((part) => testOf(part) ?? 1));
  const found = new Map(tested.map((part, index) => [part, adjusted[index] ?? 1]));
  return lists.map((list) => list.map((part) => ({ ...part, q: found.get(part) ?? null })));
}

function outcomeOf(estimate: Estimate | null): Outcome | null {
  return estimate && { kind: 'estimate', ...estimate };
}

/** The ends of a part that is a change taken so many times, around the part's own value. */
function endsOf(value: number, change: Change | null, times: number) {
  if (!change || change.lower === null || change.upper === null) return open;
  return {
    lower: value - (change.value - change.lower) * times,
    upper: value + (change.upper - change.value) * times,
  };
}

const open = { lower: null, upper: null };

/** A group's share among all at both times, and the mean of its rates there. */
interface Weighed {
  readonly group: DecomposedGroup;
  readonly w1: number;
  readonly w2: number;
  /** By how much its rate's interval is longer, since classes take part together. */
  readonly wider: number;
}

function termOf(end: Estimate | null, coefficient: number, wider: number): EstimateTerm[] {
  if (!end || coefficient === 0) return [];
  const { value, lower, upper } = end;
  return [
    {
      value,
      lower: value - (value - (lower ?? NaN)) * wider,
      upper: value + ((upper ?? NaN) - value) * wider,
      coefficient,
    },
  ];
}

/**
 * What the shift of a group's share did, (w₂ − w₁)(r̄ − R̄): a group that grew adds where its mean rate is above that of all.
 * The shifts sum to 0, so over all groups this is Kitagawa's mix. The rolls know the shift; the rates carry the interval.
 */
function mixOf(own: Weighed, all: readonly Weighed[]) {
  const { group } = own;
  const present = [group.before, group.after].filter((end) => end !== null).length;
  const shift = own.w2 - own.w1;
  const terms = all.flatMap((other) => {
    const isOwn = other === own ? 1 / present : 0;
    const { before, after } = other.group;
    return [
      ...termOf(before, shift * (isOwn - other.w1 / 2), other.wider),
      ...termOf(after, shift * (isOwn - other.w2 / 2), other.wider),
    ];
  });
  const value = terms.reduce((sum, term) => sum + term.value * term.coefficient, 0);
  return combineEstimates(terms) ?? { value, ...open };
}

/**
 * The two parts of each group of a split change: `own` is the change of each group's rate, whose interval is carried over
 * with the group's mean share, `effect` the design effect of each group. A group that was there once has no change of rate.
 */
export function splitParts(
  groups: readonly DecomposedGroup[],
  own: (member: Member) => Change | null,
  effect: (member: Member) => number,
): Part[] {
  const n1 = groups.reduce((sum, { before }) => sum + (before?.n ?? 0), 0);
  const n2 = groups.reduce((sum, { after }) => sum + (after?.n ?? 0), 0);
  const weighed = groups.map((group): Weighed => {
    const [w1, w2] = [(group.before?.n ?? 0) / n1, (group.after?.n ?? 0) / n2];
    return { group, w1, w2, wider: Math.sqrt(effect(group.member)) };
  });
  return weighed.flatMap((one): Part[] => {
    const { member, rate, absent, before, after } = one.group;
    const change = absent === null ? own(member) : null;
    const ends = { before: outcomeOf(before), after: outcomeOf(after) };
    const base = { member, ...ends, own: change, q: null };
    const ofMix: Part = { ...base, effect: 'mix', ...mixOf(one, weighed) };
    if (absent !== null) return [ofMix];
    const ofRate = endsOf(rate, change, (one.w1 + one.w2) / 2);
    return [{ ...base, effect: 'rate', value: rate, ...ofRate }, ofMix];
  });
}
