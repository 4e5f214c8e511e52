import { quantileOfSorted } from '#lib/statistics/quantile.ts';
import type { Subject } from './chart-input.ts';
import type { Tone } from './palette.ts';

/** The values of one group's pupils, without their names. */
export interface DistributionGroup {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** Distinct values in ascending order, each with how many pupils have it. */
  readonly values: readonly { readonly value: number; readonly pupils: number }[];
}

/** What each pupil's value is, by group. */
export interface DistributionInput extends Subject {
  /** The time as it is read. */
  readonly period: string;
  readonly groups: readonly DistributionGroup[];
}

/** A group, or the pupils of it whose values lie close together. */
export interface DistributionMark {
  /** Index of the group. */
  readonly series: number;
  /** The least and the largest value of those pupils; null for the whole group. */
  readonly between: readonly [number, number] | null;
}

/** A group in five numbers; quartiles are interpolated by Hyndman and Fan's definition 7, as spreadsheets do. */
export interface BoxNumbers {
  readonly least: number;
  readonly first: number;
  readonly median: number;
  readonly third: number;
  readonly largest: number;
}

/** Under so many pupils there is no box. */
export const leastForBox = 10;

/** How many pupils a group has. */
export function pupilsIn({ values }: DistributionGroup): number {
  return values.reduce((sum, { pupils }) => sum + pupils, 0);
}

/** A group in five numbers, or null where it is too small for them. */
export function boxOf(group: DistributionGroup): BoxNumbers | null {
  if (pupilsIn(group) < leastForBox) return null;
  const sorted = group.values.flatMap(({ value, pupils }) =>
    Array.from({ length: pupils }, () => value),
  );
  const at = (share: number) => quantileOfSorted(sorted, share) ?? 0;
  return { least: at(0), first: at(0.25), median: at(0.5), third: at(0.75), largest: at(1) };
}
