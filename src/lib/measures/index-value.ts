import type { Goalpost } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';

/** One part of an index in one cell: its name in the programme, its goalposts, and its outcome or null where it cannot be asked. */
export interface IndexPart {
  readonly name: string;
  readonly goalpost: Goalpost;
  readonly outcome: Outcome | null;
}

/** Share of the index's weight that must be present for there to be a number. */
const enough = 2 / 3;
const smallestGroup = 10;

/** A value's way between its goalposts, 0 to 100; a low above the high turns the direction. */
export function goalpostScore(value: number, { low, high }: Goalpost): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low))) * 100;
}

/** Says whether a part counts: it has weight and a number, and not of a group under ten. */
export function isPresent({ outcome, goalpost }: IndexPart): boolean {
  if (outcome?.kind !== 'estimate' || goalpost.weight <= 0) return false;
  const isGroup = outcome.x !== null || outcome.lower !== null;
  return !(isGroup && outcome.n !== null && outcome.n < smallestGroup);
}

/**
 * Weighted mean of the parts that have a number, 0 to 100, with weights made to sum to one again; absent with less than
 * two thirds of the weight. `x` of `n` are the parts present of the parts that the programme names.
 */
export function indexOutcome(parts: readonly IndexPart[]): Outcome {
  let all = 0;
  let there = 0;
  let sum = 0;
  let count = 0;
  for (const part of parts) {
    all += part.goalpost.weight;
    if (!isPresent(part) || part.outcome?.kind !== 'estimate') continue;
    there += part.goalpost.weight;
    sum += part.goalpost.weight * goalpostScore(part.outcome.value, part.goalpost);
    count += 1;
  }
  if (there === 0 || there < enough * all - 1e-9) {
    return { kind: 'absent', reason: 'incomplete-index', n: count };
  }
  return {
    kind: 'estimate',
    value: sum / there,
    x: count,
    n: parts.length,
    lower: null,
    upper: null,
  };
}
