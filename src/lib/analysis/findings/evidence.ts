import type { Count } from '#lib/statistics/interval.ts';

/** Reach of one part of the programme among the pupils of one grade, now and a year ago; n = 0 where the grade was not there. */
export interface GradeReach {
  readonly grade: number | null;
  readonly before: Count;
  readonly after: Count;
}

/** Reach of the whole programme (both null), of a block, or of a direction with its block. */
export interface PartReach {
  readonly block: string | null;
  readonly direction: string | null;
  readonly grades: readonly GradeReach[];
}

/** Reach of one class in the period. */
export interface ClassReach extends Count {
  readonly name: string;
}

/** Events that were held in one direction in the period and in the same period a year ago. */
export interface DirectionEvents {
  readonly direction: string;
  readonly now: number;
  readonly yearAgo: number;
}

/** A partner with a contract in force in the period: events held since the school year began, and before that. */
export interface PartnerEvents {
  readonly partner: number;
  readonly name: string;
  readonly thisYear: number;
  readonly earlier: number;
}

/** How much is recorded of one period; `unmatched` participations belong to nobody on the period's roll. */
export interface PeriodRecords {
  readonly period: number;
  readonly roll: number;
  readonly participations: number;
  readonly unmatched: number;
}

/** Everything that findings about one period are drawn from, as counts; `yearAgo` is the same term a school year earlier. */
export interface Evidence {
  readonly period: number;
  readonly yearAgo: number | null;
  readonly parts: readonly PartReach[];
  readonly classes: readonly ClassReach[];
  readonly directions: readonly DirectionEvents[];
  readonly partners: readonly PartnerEvents[];
  /** From the first period of which anything is recorded to this one. */
  readonly records: readonly PeriodRecords[];
}

/** Sum of a part's grades, now or a year ago. */
export function totalOf(part: PartReach, when: 'before' | 'after'): Count {
  return part.grades.reduce(
    (sum, grade) => ({ x: sum.x + grade[when].x, n: sum.n + grade[when].n }),
    { x: 0, n: 0 },
  );
}
