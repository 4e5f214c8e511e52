import type { MeasureId } from '#lib/measures/registry.ts';
import type { Change, Estimate } from '#lib/model/result.ts';
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
  /** How many times less a count says because classes take part together. */
  readonly effect: number;
}

/** A measure of the whole school now and a year ago. */
export interface MeasureChange {
  readonly measure: MeasureId;
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Change;
}

/** Reach of the whole (null) or of a block in one term of a school year. */
export interface ReachPoint {
  readonly block: string | null;
  readonly schoolYear: number;
  readonly term: number;
  readonly share: number;
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

/** Counts of one part before it is known how much less they say because classes take part together. */
export type CountedPart = Omit<PartReach, 'effect'>;

/** What is counted of one period and of the one a year ago; `yearAgo` is the same term a school year earlier. */
export interface EvidenceCounts {
  readonly period: number;
  readonly yearAgo: number | null;
  readonly parts: readonly CountedPart[];
  readonly classes: readonly ClassReach[];
  readonly directions: readonly DirectionEvents[];
  readonly partners: readonly PartnerEvents[];
  /** From the first period of which anything is recorded to this one. */
  readonly records: readonly PeriodRecords[];
}

/** Everything that findings about one period are drawn from. */
export interface Evidence extends EvidenceCounts {
  readonly parts: readonly PartReach[];
  /** Other measures that have a number in both periods. */
  readonly measures: readonly MeasureChange[];
  /** Reach from the first period to this one. */
  readonly series: readonly ReachPoint[];
}

/** A count as independent people would say it. */
export function withEffect({ x, n }: Count, effect: number): Count {
  return { x: x / effect, n: n / effect };
}

/** Sum of a part's grades, now or a year ago. */
export function totalOf(part: CountedPart, when: 'before' | 'after'): Count {
  return part.grades.reduce(
    (sum, grade) => ({ x: sum.x + grade[when].x, n: sum.n + grade[when].n }),
    { x: 0, n: 0 },
  );
}
