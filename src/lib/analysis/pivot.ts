import { pupilSideDimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { MemberKey } from './counts.ts';
import type { Question } from './question.ts';

/** The fields of a pivot that are times: school years and the terms in them. */
export const timeFields = ['year', 'period'] as const;

/** A field of a pivot that is a time. */
export type TimeField = (typeof timeFields)[number];

/** What a pivot is broken down by. */
export type PivotField = Dimension | TimeField;

/** Most fields that the rows and the columns of a pivot hold, and most measures. */
export const mostOf = { rows: 3, columns: 2, measures: 6 } as const;

/**
 * What a pivot asks. Where no field is a time, everything is of one `time` at the `grain` (null is the latest); else the
 * times are those of the school year `within`, or of all years where it is null.
 */
export interface PivotSpec {
  readonly measures: readonly MeasureId[];
  readonly rows: readonly PivotField[];
  readonly columns: readonly PivotField[];
  readonly selection: Selection;
  readonly grain: Grain;
  readonly time: number | null;
  readonly within: number | null;
}

/** One level of totals: how many of the fields of the rows and of the columns its cells are told apart by. */
export interface PivotLevel {
  readonly rows: number;
  readonly columns: number;
}

/** What one level asks; «total» says that its cells are of all times together. */
export interface LevelQuestions {
  readonly questions: readonly Question[];
  readonly fields: readonly PivotField[];
  readonly isTotalOfTimes: boolean;
}

/** Whether a field is a time. */
export function isTimeField(field: PivotField): field is TimeField {
  return field === 'year' || field === 'period';
}

/** Whether the parts of a measure add up to its whole over everything that it can be divided by. */
export function isAdditive(measure: MeasureId): boolean {
  const { kind, merging }: Measure = measures[measure];
  return kind === 'count' && merging === 'sums';
}

/**
 * Whether the totals of a measure at a level are the sums of their parts. A year told apart by groups of pupils is not the
 * sum of its terms: whoever changed class in it belongs to one class for the year.
 */
export function addsUp(spec: PivotSpec, measure: MeasureId, level: PivotLevel): boolean {
  const fields = [...spec.rows.slice(0, level.rows), ...spec.columns.slice(0, level.columns)];
  const overTerms =
    [...spec.rows, ...spec.columns].includes('period') && !fields.includes('period');
  const told = [...fields, ...spec.selection.map(({ dimension }) => dimension)];
  const byPupils = told.some((field) => pupilSideDimensions.some((one) => one === field));
  return isAdditive(measure) && !(overTerms && byPupils);
}

/** Name of a level in a map. */
export function levelName({ rows, columns }: PivotLevel): string {
  return `${rows} ${columns}`;
}

/** The levels of a pivot in the order in which they are asked: the finest, that of everything, the others. */
export function levelsOf({ rows, columns }: Pick<PivotSpec, 'rows' | 'columns'>): PivotLevel[] {
  const finest = { rows: rows.length, columns: columns.length };
  const all = Array.from({ length: rows.length + 1 }, (_, r) =>
    Array.from({ length: columns.length + 1 }, (__, c) => ({ rows: r, columns: c })),
  ).flat();
  const known = new Set([levelName(finest)]);
  return [finest, ...all.filter((level) => !known.has(levelName(level)))];
}

/** The questions of one level: one a measure, all of one slice, so that one query answers them. */
export function questionsOfLevel(spec: PivotSpec, level: PivotLevel): LevelQuestions {
  const fields = [...spec.rows.slice(0, level.rows), ...spec.columns.slice(0, level.columns)];
  const hasTimes = [...spec.rows, ...spec.columns].some(isTimeField);
  const grain = fields.includes('period') ? 'term' : hasTimes ? 'year' : spec.grain;
  const by = fields.filter((field): field is Dimension => !isTimeField(field));
  const questions = spec.measures.map((measure): Question => ({
    measure,
    by,
    grain,
    times: !hasTimes && spec.time !== null ? [spec.time] : 'all',
    selection: spec.selection,
    compare: 'none',
  }));
  return { questions, fields, isTotalOfTimes: hasTimes && !fields.some(isTimeField) };
}

/** The keys of a cell by the fields of its level: a time stands in the place of its field. */
export function keysOfCell(
  fields: readonly PivotField[],
  time: number,
  members: readonly MemberKey[],
  schoolYear: number | null,
): MemberKey[] {
  let at = 0;
  return fields.map((field) => {
    if (field === 'period') return time;
    if (field === 'year') return schoolYear;
    at += 1;
    return members[at - 1] ?? null;
  });
}
