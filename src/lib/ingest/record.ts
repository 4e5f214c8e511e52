import type { Columns, ColumnSchema, Row } from '#lib/model/columns.ts';

const place = { sheet: 'int', row: 'int', col: 'int' } as const;
const own = { own: 'text' } as const;
const time = { school_year: 'int', term: 'int' } as const;
const person = {
  name: 'text',
  key: 'text',
  patronymic: 'text',
  class: 'text',
  grade: 'int',
} as const;
const event = {
  title: 'text',
  starts: 'date',
  ends: 'date',
  exact: 'bool',
  ...time,
  direction: 'text',
  block: 'text',
  partner: 'text',
  level: 'text',
  remote: 'bool',
  event_kind: 'text',
  hours: 'double',
} as const;

/**
 * What an accepted row becomes, by kind of record. Ids of levels, results, roles, directions and blocks are the
 * programme's; titles, partners and names are as written; dates are days since 1970-01-01; `exact` says that the date
 * is a day or a range of days and not a month; `school_year` and `term` are what was stated or follows from the date.
 * `own` holds the columns that a person kept beside the fields, as a JSON object of texts by name. `sheet`, `row` and
 * `col` are 0-based places in the file; `col` is set where one row made several records.
 */
export const records = {
  /** One pupil on a class roll of a school year. */
  roll: {
    ...person,
    sex: 'text',
    birth: 'date',
    birth_year: 'int',
    school_year: 'int',
    entered: 'date',
    left: 'date',
    ...own,
    ...place,
  },
  /** One event of a plan or a register. */
  event: { ...event, planned: 'bool', held: 'bool', ...own, ...place },
  /** One pupil in one event. */
  participation: {
    ...person,
    sex: 'text',
    ...event,
    role: 'text',
    result: 'text',
    hours_source: 'text',
    team: 'bool',
    ...own,
    ...place,
  },
  /** Counts without names at one event. */
  headcount: {
    ...event,
    class: 'text',
    grade: 'int',
    n: 'int',
    n_winners: 'int',
    n_prizes: 'int',
    ...own,
    ...place,
  },
  /** One score of one pupil. */
  assessment: {
    ...person,
    ...time,
    date: 'date',
    instrument: 'text',
    version: 'text',
    wave: 'text',
    scale: 'text',
    score: 'double',
    ...own,
    ...place,
  },
  /** One anonymous answer to one item, 0 to 1. */
  survey: {
    answer: 'int',
    class: 'text',
    grade: 'int',
    ...time,
    date: 'date',
    instrument: 'text',
    item: 'text',
    value: 'double',
    ...place,
  },
  /** One institution with its contract. */
  partner: {
    partner: 'text',
    short: 'text',
    partner_kind: 'text',
    block: 'text',
    contract: 'text',
    starts: 'date',
    ends: 'date',
    ...place,
  },
  /** Volunteer hours of one pupil that are not tied to an event. */
  volunteering: { ...person, ...time, hours: 'double', hours_source: 'text', ...own, ...place },
} as const satisfies Record<string, ColumnSchema>;

/** Version of the schemas of `records`; stored columns of another version are made again from their source. */
export const recordVersion = 2;

/** A kind of record. */
export type RecordKind = keyof typeof records;

/** Every kind of record, in the order in which kinds are offered. */
export const recordKinds = Object.keys(records) as readonly RecordKind[];

/** One accepted record of a kind; own columns may be left out where there are none. */
export type RecordOf<K extends RecordKind> = Omit<Row<(typeof records)[K]>, 'own'> & {
  readonly own?: string | null;
};

/** The columns of all records of a kind. */
export type RecordColumns<K extends RecordKind> = Columns<(typeof records)[K]>;

/** One record with its kind. */
export type AnyRecord = {
  [K in RecordKind]: { readonly kind: K; readonly record: RecordOf<K> };
}[RecordKind];

/** Accepted records by kind, as columns; a kind without records is absent. */
export type RecordSet = { [K in RecordKind]?: RecordColumns<K> };

/** Empty columns of a kind. */
export function emptyColumns<S extends ColumnSchema>(schema: S): Columns<S> {
  return Object.fromEntries(Object.keys(schema).map((name) => [name, []])) as unknown as Columns<S>;
}

/** Appends one row to columns of the same schema. */
export function pushRow<S extends ColumnSchema>(columns: Columns<S>, row: Row<S>): void {
  for (const name of Object.keys(columns)) (columns[name] as unknown[]).push(row[name]);
}

/** Adds a record to a set, making the kind's columns on first use. */
export function addRecord(set: RecordSet, { kind, record }: AnyRecord): void {
  let columns = set[kind] as Record<string, unknown[]> | undefined;
  if (!columns) {
    columns = emptyColumns(records[kind]);
    set[kind] = columns as never;
  }
  for (const name in columns) columns[name]?.push(record[name as keyof typeof record] ?? null);
}
