import type { Subject } from './chart-input.ts';

/** What was on one day «YYYY-MM-DD». */
export interface CalendarDay {
  readonly date: string;
  readonly events: number;
  /** How many of them began on this day; an event of several days is of each, and begins on one. */
  readonly began: number;
  /** Participations of those that began. */
  readonly participations: number;
}

/** One school year of days; a day of `terms` without events is a day of none, one outside of them a holiday. */
export interface CalendarYear {
  readonly label: string;
  /** First and last day «YYYY-MM-DD» that are shown. */
  readonly first: string;
  readonly last: string;
  readonly terms: readonly { readonly starts: string; readonly ends: string }[];
  /** Days with events, in order. */
  readonly days: readonly CalendarDay[];
}

/** Events by day, the latest school year first. */
export interface CalendarInput extends Subject {
  readonly years: readonly CalendarYear[];
}

/** One day. */
export interface CalendarMark {
  /** Index of the school year. */
  readonly series: number;
  readonly date: string;
}

/** What was on a day, or null where nothing was. */
export function dayAt(
  { years }: CalendarInput,
  { series, date }: CalendarMark,
): CalendarDay | null {
  return years[series]?.days.find((day) => day.date === date) ?? null;
}
