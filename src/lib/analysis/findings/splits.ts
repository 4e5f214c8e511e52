import { kitagawa } from '#lib/statistics/kitagawa.ts';
import { linearCombination, type ProportionTerm } from '#lib/statistics/linear-combination.ts';
import type { Count, IntervalEstimate } from '#lib/statistics/interval.ts';
import { comparableParts, smallestGroup } from './comparable.ts';
import { totalOf, withEffect, type Evidence, type GradeReach, type PartReach } from './evidence.ts';

/** A part's change over a year split over grades: what the grades' own rates did and what their sizes did, each with its interval. */
export interface Split {
  readonly part: PartReach;
  readonly before: Count;
  readonly after: Count;
  readonly rate: IntervalEstimate;
  readonly mix: IntervalEstimate;
}

/** Kitagawa's split of every part's change over grades; the sizes of grades are counted, so only rates carry error. */
export function splitParts(evidence: Evidence): Split[] {
  return comparableParts(evidence).flatMap((part) => {
    const before = totalOf(part, 'before');
    const after = totalOf(part, 'after');
    if (before.n < smallestGroup || after.n < smallestGroup) return [];
    const effects = kitagawa(
      part.grades.map((grade) => ({
        w1: grade.before.n,
        r1: rateOf(grade.before),
        w2: grade.after.n,
        r2: rateOf(grade.after),
      })),
    );
    const thinned = part.grades.map((grade) => ({
      ...grade,
      before: withEffect(grade.before, part.effect),
      after: withEffect(grade.after, part.effect),
    }));
    const [n1, n2] = [before.n / part.effect, after.n / part.effect];
    const rate = linearCombination(thinned.flatMap((grade) => rateTerms(grade, n1, n2)));
    const mix = linearCombination(thinned.flatMap((grade) => mixTerms(grade, n1, n2)));
    if (!effects || !rate || !mix) return [];
    return [
      {
        part,
        before,
        after,
        rate: { ...rate, value: effects.rate },
        mix: { ...mix, value: effects.mix },
      },
    ];
  });
}

function rateOf({ x, n }: Count): number | null {
  return n > 0 ? x / n : null;
}

function rateTerms({ before, after }: GradeReach, n1: number, n2: number): ProportionTerm[] {
  if (before.n === 0 || after.n === 0) return [];
  const coefficient = (before.n / n1 + after.n / n2) / 2;
  return [
    { ...before, coefficient: -coefficient },
    { ...after, coefficient },
  ];
}

function mixTerms({ before, after }: GradeReach, n1: number, n2: number): ProportionTerm[] {
  const shift = after.n / n2 - before.n / n1;
  const present = [before, after].filter(({ n }) => n > 0);
  return present.map((count) => ({ ...count, coefficient: shift / present.length }));
}
