import type { Subject } from './chart-input.ts';

/** A total at one of the two times. */
export interface ContributionTotal {
  /** The time as it is read: «IV четверть 2025/26». */
  readonly label: string;
  readonly value: number;
}

/** One group of those that make up the total: what it added, its size and rate at both times. */
export interface ContributionGroup {
  readonly id: string;
  readonly label: string;
  /** What the change of its own rate added to the total, in the measure's unit. */
  readonly rate: number;
  /** What the change of its share among all added to the total, in the measure's unit. */
  readonly mix: number;
  readonly n1: number;
  readonly n2: number;
  readonly r1: number | null;
  readonly r2: number | null;
  /** The time at which the group was not there. */
  readonly absent: 'before' | 'after' | null;
}

/** A change of a total split into rates and mix; all `rate` and `mix` add up to `after − before`. */
export interface ContributionInput extends Subject {
  readonly before: ContributionTotal;
  readonly after: ContributionTotal;
  readonly groups: readonly ContributionGroup[];
}

/** One step of the way from total to total; a step of several groups is named after all of them. */
export interface ContributionMark {
  /** Index of the step in the picture. */
  readonly series: number;
  readonly kind: 'before' | 'rate' | 'mix' | 'after';
  /** The groups whose effects the step sums; empty for the totals. */
  readonly groups: readonly ContributionGroup[];
}
