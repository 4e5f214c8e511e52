import { readDuration } from '#lib/sheets/values/duration.ts';
import { dayOf } from '../day.ts';
import type { FieldId } from '../fields/catalogue.ts';
import { foldHeading } from '../fields/heading.ts';
import type { AnyRecord } from '../record.ts';
import { countsMinutes, readHours } from './event-part.ts';
import type { Kind, TablePlan } from './kind.ts';
import { namesPeople, personFields, readPersonPart } from './person-part.ts';
import type { RowReader } from './row-reader.ts';

interface TermColumn {
  readonly position: number;
  readonly column: number;
  readonly term: number | null;
  readonly month: number | null;
  readonly schoolYear: number | null;
}

const monthly: readonly (FieldId | null)[] = [null, 'wave', 'event_date', 'term', 'hours'];

/** Columns of numbers that are headed by a term or a month: a wide table of hours. */
function findTerms(plan: TablePlan): TermColumn[] {
  return plan.matches.flatMap((match, position) => {
    const meaning = plan.meanings[position];
    const holding = plan.holdings[position];
    if (!meaning || !holding || (holding.filled > 0 && holding.share.number < 0.7)) return [];
    const { term, month, schoolYear } = meaning;
    const byMonth = term === null && month !== null && monthly.includes(match.field);
    if (term === null && !byMonth) return [];
    if (
      !byMonth &&
      match.field !== null &&
      match.field !== 'hours' &&
      match.field !== 'term' &&
      match.confidence === 'exact' &&
      foldHeading(match.heading).length > 3
    )
      return [];
    return [{ position, column: match.column, term, month, schoolYear }];
  });
}

/** The term of a month of a school year by the calendar of the programme. */
function termOfMonth(row: RowReader, month: number, schoolYear: number | null): number | null {
  if (schoolYear === null) return null;
  const year = month >= 8 ? schoolYear : schoolYear + 1;
  return row.termOf(dayOf(`${year}-${String(month).padStart(2, '0')}-15`))?.term ?? null;
}

/** Volunteer hours of pupils by term, without events. */
export const volunteering: Kind = {
  fields: [...personFields, 'hours', 'hours_source', 'term', 'school_year', 'event_date', 'note'],
  score(plan) {
    if (!namesPeople(plan) || plan.fields.has('event_name') || plan.fields.has('club')) return 0;
    const wide = findTerms(plan).length > 1;
    if (!plan.fields.has('hours') && !wide) return 0;
    const spoken =
      /волонт|доброволь|volunt/.test(plan.words) ||
      plan.matches.some((match) => /волонт|доброволь|volunt/i.test(match.heading));
    const hours =
      /час|hours/.test(plan.words) || plan.fields.has('hours') || plan.fields.has('hours_source');
    return Math.min(1, 0.2 + (spoken ? 0.4 : 0) + (hours ? 0.25 : 0) + (wide ? 0.1 : 0));
  },
  missing(plan) {
    return [
      ...(namesPeople(plan) ? [] : [['student_name'] as const]),
      ...(plan.fields.has('hours') || findTerms(plan).length > 0 ? [] : [['hours'] as const]),
    ];
  },
  claims(plan) {
    return new Map(findTerms(plan).map((column) => [column.position, 'hours']));
  },
  open(plan) {
    const terms = findTerms(plan);
    const minutes = countsMinutes(plan);
    return (row) => {
      const pupil = readPersonPart(row);
      const { schoolYear, term } = row.when(terms.length === 0);
      const source = row.text('hours_source');
      if (
        terms.length > 0 &&
        schoolYear === null &&
        terms.some((column) => column.schoolYear === null)
      )
        row.report('period-unknown', null, null);
      const amounts =
        terms.length > 0
          ? terms.map((column) => ({
              ...column,
              term:
                column.month === null
                  ? column.term
                  : termOfMonth(row, column.month, column.schoolYear ?? schoolYear),
              hours: row.amountAt(column.position, 'hours', (cell) => readDuration(cell, minutes)),
              col: column.column,
            }))
          : [{ term, schoolYear: null, hours: readHours(row, minutes), col: null }];
      if (!pupil) return [];
      const found = amounts.flatMap(({ hours, term: own, schoolYear: year, col }): AnyRecord[] =>
        hours === null || (terms.length > 0 && hours === 0)
          ? []
          : [
              {
                kind: 'volunteering',
                record: {
                  ...pupil,
                  school_year: year ?? schoolYear,
                  term: own,
                  hours,
                  hours_source: source,
                  sheet: row.table.sheetIndex,
                  row: row.row,
                  col,
                },
              },
            ],
      );
      return found.length === 0 && row.issues.length === 0 ? 'no-value' : found;
    };
  },
};
