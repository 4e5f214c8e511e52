import type { Count, IntervalEstimate } from '#lib/statistics/interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { twoProportionsP } from '#lib/statistics/two-proportions.ts';
import { comparableParts, smallestGroup } from './comparable.ts';
import { totalOf, withEffect, type Evidence, type PartReach } from './evidence.ts';
import { adjust, type Family } from './families.ts';

/** Reach of one part, in all grades or in one, now against a year ago; q counts every comparison of its family. */
export interface Comparison {
  readonly part: PartReach;
  readonly grade: number | null;
  readonly before: Count;
  readonly after: Count;
  readonly estimate: IntervalEstimate;
  readonly q: number;
}

type Tested = Omit<Comparison, 'q'> & { readonly p: number };

/** All comparisons of reach that findings are chosen from: every part in all grades, the whole and the blocks in each grade. */
export function compareParts(evidence: Evidence): Comparison[] {
  const parts = comparableParts(evidence);
  const whole = parts.filter(({ direction }) => direction === null);
  const directions = parts.filter(({ direction }) => direction !== null);
  return [
    ...compareFamily('whole', whole.map(inAllGrades)),
    ...compareFamily('grades', whole.flatMap(inEachGrade)),
    ...compareFamily('directions', directions.map(inAllGrades)),
  ];
}

type Candidate = Pick<Comparison, 'part' | 'grade' | 'before' | 'after'>;

function inAllGrades(part: PartReach): Candidate {
  return { part, grade: null, before: totalOf(part, 'before'), after: totalOf(part, 'after') };
}

function inEachGrade(part: PartReach): Candidate[] {
  return part.grades.flatMap(({ grade, before, after }) =>
    grade === null ? [] : [{ part, grade, before, after }],
  );
}

function compareFamily(family: Family, candidates: readonly Candidate[]): Comparison[] {
  const tested = candidates.flatMap((candidate): Tested[] => {
    const { before, after, part } = candidate;
    if (before.n < smallestGroup || after.n < smallestGroup) return [];
    const [former, latter] = [withEffect(before, part.effect), withEffect(after, part.effect)];
    const estimate = newcombe(former, latter);
    const p = twoProportionsP(former, latter);
    return estimate && p !== null ? [{ ...candidate, estimate, p }] : [];
  });
  const q = adjust(
    family,
    tested.map(({ p }) => p),
  );
  return tested.map(({ p: _, ...comparison }, index) => ({ ...comparison, q: q[index] ?? 1 }));
}

/** The end of an interval that is nearer to no change; 0 when the interval holds it. */
export function nearestEnd({ lower, upper }: IntervalEstimate): number {
  return lower > 0 ? lower : upper < 0 ? upper : 0;
}
