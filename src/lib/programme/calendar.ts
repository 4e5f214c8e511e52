import type { Period, Programme } from '#lib/model/programme.ts';
import { isIsoDate } from './day.ts';

/**
 * Index of the period to which a day «YYYY-MM-DD» belongs. A day in a gap goes to the neighbour that the programme
 * prefers, and to the other one where the preferred lies in another school year (1 July to 31 August of the next year),
 * so that 1 September never counts with last year; null where no neighbour may have it.
 */
export function periodOf(programme: Programme, isoDate: string): number | null {
  const { periods, gapBelongsTo } = programme;
  const day = isoDate.slice(0, 10);
  if (!isIsoDate(day)) return null;
  const next = periods.findIndex(({ ends }) => day <= ends);
  const following = next === -1 ? periods.length : next;
  const inside = periods[following];
  if (inside && inside.starts <= day) return following;
  if (gapBelongsTo === 'none') return null;
  const neighbours = [following - 1, following];
  if (gapBelongsTo === 'following') neighbours.reverse();
  return neighbours.find((index) => spans(periods[index], day)) ?? null;
}

/** Index of a school year's term, or null where the calendar has none. */
export function periodIndex(programme: Programme, schoolYear: number, term: number): number | null {
  const index = programme.periods.findIndex(
    (period) => period.schoolYear === schoolYear && period.term === term,
  );
  return index === -1 ? null : index;
}

/** Index of the same term one school year earlier, or null where the calendar has none. */
export function yearAgo(programme: Programme, index: number): number | null {
  const period = programme.periods[index];
  return period ? periodIndex(programme, period.schoolYear - 1, period.term) : null;
}

/** School years of the calendar in order, by the calendar year of their September. */
export function schoolYears(programme: Programme): number[] {
  return [...new Set(programme.periods.map(({ schoolYear }) => schoolYear))];
}

/** How many terms a school year has. */
export function termsOf(programme: Pick<Programme, 'periods'>, schoolYear: number): number {
  return programme.periods.filter((period) => period.schoolYear === schoolYear).length;
}

function spans(period: Period | undefined, day: string): boolean {
  if (!period) return false;
  return `${period.schoolYear}-07-01` <= day && day <= `${period.schoolYear + 1}-08-31`;
}
