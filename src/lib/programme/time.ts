import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { termsOf } from './calendar.ts';

type Calendar = Pick<Programme, 'periods'>;

/** Lengths of time, from the finest to the coarsest. */
export const grains = ['term', 'half', 'year'] as const satisfies readonly Grain[];

/** Says whether a text names a length of time. */
export function isGrain(text: string): text is Grain {
  return grains.some((grain) => grain === text);
}

/** How many terms a school year must have to have halves: two each. */
const termsWithHalves = 4;

/** The number of a half of a school year, which follow each other as whole numbers do: twice the year, and one more for the second. */
function halfOf(schoolYear: number, term: number): number {
  return schoolYear * 2 + (term > termsWithHalves / 2 ? 1 : 0);
}

/** A half's school year, and which of the two it is. */
export function readHalf(time: number): { readonly schoolYear: number; readonly half: 1 | 2 } {
  return { schoolYear: Math.floor(time / 2), half: time % 2 === 0 ? 1 : 2 };
}

/**
 * The time to which a period, given by its number, counts: itself, its half, or its school year; null where the calendar has
 * none, as there is no half of a year of three terms.
 */
export function timeOf(calendar: Calendar, grain: Grain, period: number): number | null {
  const found = calendar.periods[period];
  if (!found) return null;
  const { schoolYear, term } = found;
  if (grain === 'term') return period;
  if (grain === 'year') return schoolYear;
  return termsOf(calendar, schoolYear) === termsWithHalves ? halfOf(schoolYear, term) : null;
}

/** The numbers of the periods that count to a time, in order. */
export function periodsOf(calendar: Calendar, grain: Grain, time: number): number[] {
  return calendar.periods.flatMap((_, period) =>
    timeOf(calendar, grain, period) === time ? [period] : [],
  );
}

/** The school year in which a time lies; null where the calendar has no such time. */
export function schoolYearOf(time: number, grain: Grain, calendar: Calendar): number | null {
  if (grain === 'year') return time;
  if (grain === 'half') return readHalf(time).schoolYear;
  return calendar.periods[time]?.schoolYear ?? null;
}

/** The lengths of time that a calendar has: halves only where a school year has four terms. */
export function grainsOf(calendar: Calendar): readonly Grain[] {
  const hasHalves = calendar.periods.some((_, period) => timeOf(calendar, 'half', period) !== null);
  return grains.filter((grain) => grain !== 'half' || hasHalves);
}
