import type { Locale } from '#lib/i18n/locale.ts';
import type { Difference, Outcome } from '#lib/model/result.ts';
import type { Tone } from './palette.ts';

/** One step of the time axis: «IV» of the group «2025/26». */
export interface ChartPeriod {
  readonly time: number;
  readonly label: string;
  /** What several steps share, such as the school year. */
  readonly group: string | null;
  /** The step as it is read aloud: «IV четверть 2025/26». */
  readonly name: string;
}

/** With which earlier time each number is compared. */
export interface Compared {
  readonly kind: 'year-ago' | 'previous';
  /** The time with which the last one is compared; null where the calendar has none. */
  readonly period: ChartPeriod | null;
}

/** What one series holds at one time. */
export interface ChartPoint {
  readonly time: number;
  readonly outcome: Outcome;
  /** The outcome of the compared time. */
  readonly before: Outcome | null;
  /** Difference to the compared time. */
  readonly change: Difference | null;
  /** The change is larger than chance explains. */
  readonly stands: boolean;
  /** The change's p value after Benjamini and Hochberg's correction for all changes of the picture. */
  readonly q: number | null;
  /** The smallest size of a change that so many could have shown, in the measure's unit. */
  readonly detectable: number | null;
  /** Both outcomes speak of the same pupils, and the change is the paired one. */
  readonly matched: boolean;
}

/** What a series belongs to where a picture is divided twice: a member of the first dimension. */
export interface Within {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** What the series is called inside it, without its name. */
  readonly own: string;
}

/** One line of a trend, row of a matrix or bar of a ranking. */
export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** Short name of what several series share, such as «I» for block I. */
  readonly group: string | null;
  readonly tone: Tone;
  readonly points: readonly ChartPoint[];
  /** Absent where the picture is divided once. */
  readonly within?: Within;
}

/** How the measure's values are written. */
export interface ValueFormat {
  /** Unit as a head of a column: «%», «баллы». */
  readonly unit: string;
  /** How many of that unit one of the measure's own is: 100 for shares shown in per cent; 1 where nothing is said. */
  readonly scale?: number;
  /** A value with its unit: «40,5 %». */
  readonly text: (value: number) => string;
  /** A value without its unit: «40,5». */
  readonly bare: (value: number) => string;
  /** A value on an axis or in a narrow cell, as short as it can be: «40». */
  readonly tick: (value: number) => string;
  /** A difference with its sign and unit: «+6,4 п. п.». */
  readonly change: (value: number) => string;
}

/** What every chart's input says of itself. */
export interface Subject {
  /** Name of the measure. */
  readonly name: string;
  readonly values: ValueFormat;
  readonly locale: Locale;
}

/** What a person pinned to a picture: a text to a step of its time axis, or a named value to reach. */
export type ChartAnnotation =
  | { readonly kind: 'note'; readonly time: number; readonly text: string }
  | { readonly kind: 'target'; readonly value: number; readonly text: string };

/** Everything that a chart over time shows, already chosen, ordered and named. */
export interface ChartInput extends Subject {
  readonly series: readonly ChartSeries[];
  readonly periods: readonly ChartPeriod[];
  /** Null where nothing is compared. */
  readonly compared: Compared | null;
  /** The terms that carry the same label as the last one are emphasised. */
  readonly compareYears: boolean;
  /** Whether small plots have one scale together or one each; together where nothing is said. */
  readonly scales?: 'shared' | 'own';
  /** Whether stacked parts show their amounts or their shares of the whole; amounts where nothing is said. */
  readonly stacking?: 'amounts' | 'shares';
  /** Drawn by kinds that have a place for them. */
  readonly annotations?: readonly ChartAnnotation[];
}

/** One mark of a chart: a series at a step of the time axis, both as indices of the input. */
export interface Mark {
  readonly series: number;
  readonly period: number;
}

/** The point behind a mark, or null where the series has none at that time. */
export function pointAt(input: ChartInput, mark: Mark): ChartPoint | null {
  const time = input.periods[mark.period]?.time;
  return input.series[mark.series]?.points.find((point) => point.time === time) ?? null;
}

/** The point of a series at the last step of the time axis, or null where it has none. */
export function lastPoint(input: ChartInput, series: number): ChartPoint | null {
  return pointAt(input, { series, period: input.periods.length - 1 });
}

/** The outcomes of one series along the time axis of the input; null where it has none. */
export function outcomesOf(input: ChartInput, series: ChartSeries): (Outcome | null)[] {
  const byTime = new Map(series.points.map((point) => [point.time, point.outcome]));
  return input.periods.map((period) => byTime.get(period.time) ?? null);
}
