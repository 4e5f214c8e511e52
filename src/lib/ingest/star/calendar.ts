import type { Programme } from '#lib/model/programme.ts';
import { periodOf } from '#lib/programme/calendar.ts';
import { dayOf, isoOf } from '../day.ts';

/** One term with its bounds as days since 1970-01-01. */
export interface TermDays {
  readonly index: number;
  readonly schoolYear: number;
  readonly term: number;
  readonly starts: number;
  readonly ends: number;
}

/** The programme's periods by day, by school year and by term. */
export class Calendar {
  readonly terms: readonly TermDays[];
  readonly #programme: Programme;
  readonly #byDay = new Map<number, number | null>();
  readonly #byTerm = new Map<string, number>();
  readonly #years = new Map<number, readonly TermDays[]>();

  constructor(programme: Programme) {
    this.#programme = programme;
    this.terms = programme.periods.map(({ schoolYear, term, starts, ends }, index) => ({
      index,
      schoolYear,
      term,
      starts: dayOf(starts),
      ends: dayOf(ends),
    }));
    for (const { index, schoolYear, term } of this.terms)
      this.#byTerm.set(`${schoolYear}|${term}`, index);
  }

  /** Index of the period that a day belongs to; null outside of all. */
  at(day: number): number | null {
    let found = this.#byDay.get(day);
    if (found === undefined) {
      found = periodOf(this.#programme, isoOf(day));
      this.#byDay.set(day, found);
    }
    return found;
  }

  /** Index of the period of a day, else of a stated school year and term; null when neither says. */
  find(day: number | null, schoolYear: number | null, term: number | null): number | null {
    const dated = day === null ? null : this.at(day);
    if (dated !== null) return dated;
    return schoolYear === null || term === null
      ? null
      : (this.#byTerm.get(`${schoolYear}|${term}`) ?? null);
  }

  /** The terms of a school year, in order. */
  year(schoolYear: number): readonly TermDays[] {
    const known = this.#years.get(schoolYear);
    if (known) return known;
    const terms = this.terms.filter((term) => term.schoolYear === schoolYear);
    this.#years.set(schoolYear, terms);
    return terms;
  }
}
