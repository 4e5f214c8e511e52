import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';
import type { Count, IntervalEstimate } from '#lib/statistics/interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { twoProportionsP } from '#lib/statistics/two-proportions.ts';
import { comparableParts, smallestGroup } from './comparable.ts';
import { totalOf, type Evidence, type PartReach } from './evidence.ts';

/** The q value below which a change is said. */
export const promisedRate = 0.05;

/** Reach of one part, in all grades or in one, now against a year ago; q counts every comparison that was made. */
export interface Comparison {
  readonly part: PartReach;
  readonly grade: number | null;
  readonly before: Count;
  readonly after: Count;
  readonly estimate: IntervalEstimate;
  readonly q: number;
}

/**
 * All comparisons that findings are chosen from: every part in all grades, the whole and the blocks in each grade.
 * They are one family for Benjamini and Hochberg's q, because they are read as one list.
 */
export function compareParts(evidence: Evidence): Comparison[] {
  const candidates = comparableParts(evidence).flatMap((part) => [
    { part, grade: null, before: totalOf(part, 'before'), after: totalOf(part, 'after') },
    ...(part.direction === null ? part.grades : []).flatMap(({ grade, before, after }) =>
      grade === null ? [] : [{ part, grade, before, after }],
    ),
  ]);
  const tested = candidates.flatMap((candidate) => {
    const { before, after } = candidate;
    if (before.n < smallestGroup || after.n < smallestGroup) return [];
    const estimate = newcombe(before, after);
    const p = twoProportionsP(before, after);
    return estimate && p !== null ? [{ ...candidate, estimate, p }] : [];
  });
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  return tested.map(({ p: _, ...comparison }, index) => ({ ...comparison, q: q[index] ?? 1 }));
}

/** The end of an interval that is nearer to no change; 0 when the interval holds it. */
export function nearestEnd({ lower, upper }: IntervalEstimate): number {
  return lower > 0 ? lower : upper < 0 ? upper : 0;
}
