import type { ColumnSchema, Columns } from '#lib/model/columns.ts';

const own = { own1: 'text', own2: 'text', own3: 'text', own4: 'text' } as const;
const provenance = { import_id: 'text', sheet: 'int', row: 'int', col: 'int' } as const;

/**
 * The star schema: one row of a table means one thing. Whole-number keys (`person`, `event`, `partner`, `period`,
 * `direction`, `block`, `level`, `result`, `role`) are dense and start at 0; `rank` columns sort by Russian collation.
 * `own1` to `own4` hold dimensions of the school's own, whose names the derivation reports. Provenance is 0-based: `sheet` is the sheet's index in its file, `col` is set where one row made several facts.
 */
export const star = {
  /** One term of the programme's calendar, in order. */
  period: {
    period: 'int',
    id: 'text',
    school_year: 'int',
    term: 'int',
    starts: 'date',
    ends: 'date',
  },
  /** One block of the programme. */
  block: { block: 'int', id: 'text' },
  /** One direction of the programme. */
  direction: { direction: 'int', id: 'text', block: 'int', civic: 'bool' },
  /** One step of the scale of levels. */
  level: { level: 'int', id: 'text', weight: 'double' },
  /** One step of the scale of results. */
  result: { result: 'int', id: 'text', weight: 'double', award: 'bool' },
  /** One role in an event. */
  role: { role: 'int', id: 'text', counted: 'bool' },
  /** One person, whatever the spelling; `matched` says that a class roll knows this person. */
  participant: {
    person: 'int',
    key: 'text',
    name: 'text',
    rank: 'int',
    pseudonym: 'text',
    sex: 'text',
    birth_year: 'int',
    matched: 'bool',
  },
  /** One person on the roll in one period, in the class of the period's last day. */
  roll: { person: 'int', period: 'int', class: 'text', grade: 'int', ...provenance },
  /** One institution; `listed` says that a partner list names it. */
  partner: {
    partner: 'int',
    name: 'text',
    rank: 'int',
    kind: 'text',
    block: 'int',
    contract: 'text',
    starts: 'date',
    ends: 'date',
    listed: 'bool',
    ...provenance,
  },
  /** One event: a title with its date. */
  event: {
    event: 'int',
    title: 'text',
    rank: 'int',
    starts: 'date',
    ends: 'date',
    period: 'int',
    direction: 'int',
    block: 'int',
    partner: 'int',
    level: 'int',
    remote: 'bool',
    kind: 'text',
    competitive: 'bool',
    volunteering: 'bool',
    hours: 'double',
    planned: 'bool',
    held: 'bool',
    ...provenance,
  },
  /** One person in one event; class and grade are the roll's of that period, else as stated. */
  participation: {
    event: 'int',
    person: 'int',
    period: 'int',
    class: 'text',
    grade: 'int',
    sex: 'text',
    role: 'int',
    result: 'int',
    hours: 'double',
    hours_source: 'text',
    team: 'bool',
    ...own,
    ...provenance,
  },
  /** Counts without names at one event, of one class or of all; `named` says that names of the same event exist and win. */
  headcount: {
    event: 'int',
    period: 'int',
    class: 'text',
    grade: 'int',
    n: 'int',
    n_winners: 'int',
    n_prizes: 'int',
    named: 'bool',
    ...own,
    ...provenance,
  },
  /** Volunteer hours of one person over one period that are not tied to an event. */
  volunteering: {
    person: 'int',
    period: 'int',
    class: 'text',
    grade: 'int',
    hours: 'double',
    hours_source: 'text',
    ...own,
    ...provenance,
  },
  /** One score: a person on one scale of one instrument's version in one wave («pre» or «post») of a school year. */
  assessment: {
    person: 'int',
    period: 'int',
    school_year: 'int',
    class: 'text',
    grade: 'int',
    date: 'date',
    instrument: 'text',
    version: 'text',
    wave: 'text',
    scale: 'text',
    score: 'double',
    ...own,
    ...provenance,
  },
  /** One anonymous answer to one item; `value` runs from 0 (not at all) to 1 (fully). */
  survey: {
    answer: 'int',
    period: 'int',
    class: 'text',
    grade: 'int',
    instrument: 'text',
    item: 'text',
    value: 'double',
    ...provenance,
  },
} as const satisfies Record<string, ColumnSchema>;

/** Name of a table of the star schema. */
export type StarTable = keyof typeof star;

/** All tables of the star schema as columns. */
export type Star = { [T in StarTable]: Columns<(typeof star)[T]> };
