import { readClass } from '../class-name.ts';
import { dayOf } from '../day.ts';
import { readPerson } from '../person-name.ts';
import { addRecord, type RecordOf, type RecordSet } from '../record.ts';

/** What a record says of an event of the first term beside its title and days: nothing. */
export const plainEvent = {
  exact: true,
  school_year: 2025,
  term: 1,
  direction: null,
  block: null,
  partner: null,
  level: null,
  remote: null,
  event_kind: null,
  hours: null,
} as const;

/** The place of every made-up record but for its row. */
export const place = { sheet: 0, col: null };

/** What a record says of a person of this name in this class. */
export function personOf(name: string, text: string | null) {
  const person = readPerson(name);
  const named = text === null ? null : readClass(text);
  return {
    name: person?.display ?? name,
    key: person?.key ?? name,
    patronymic: person?.patronymic ?? null,
    class: named?.text ?? null,
    grade: named?.grade ?? null,
  };
}

/** One row of a roll. */
interface Enrolled {
  readonly name: string;
  readonly class: string;
  readonly year?: number;
  readonly birth?: string;
  readonly entered?: string;
  readonly left?: string;
}

const day = (iso: string | undefined) => (iso === undefined ? null : dayOf(iso));

/** A class roll, a row each. */
export function rollOf(rows: readonly Enrolled[]): RecordSet {
  const set: RecordSet = {};
  for (const [row, { name, class: named, year = 2025, birth, entered, left }] of rows.entries()) {
    addRecord(set, {
      kind: 'roll',
      record: {
        ...personOf(name, named),
        sex: null,
        birth: day(birth),
        birth_year: null,
        school_year: year,
        entered: day(entered),
        left: day(left),
        ...place,
        row,
      },
    });
  }
  return set;
}

/** Participations, a row each: one contest on one day unless said otherwise. */
export function deedsOf(
  rows: readonly (Partial<RecordOf<'participation'>> & {
    who: string;
    at: string | null;
    on?: string;
  })[],
): RecordSet {
  const set: RecordSet = {};
  for (const [row, { who, at, on = '2025-09-12', ...rest }] of rows.entries()) {
    addRecord(set, {
      kind: 'participation',
      record: {
        ...personOf(who, at),
        sex: null,
        title: 'Конкурс «Радуга»',
        starts: dayOf(on),
        ends: dayOf(on),
        ...plainEvent,
        role: null,
        result: null,
        hours_source: null,
        team: null,
        ...place,
        row,
        ...rest,
      },
    });
  }
  return set;
}

/** Counts without names, a row a class (null: all), of one event. */
export function countsOf(
  title: string,
  rows: readonly (readonly [named: string | null, n: number])[],
  rest: Partial<RecordOf<'headcount'>> = {},
): RecordSet {
  const set: RecordSet = {};
  for (const [row, [named, n]] of rows.entries()) {
    addRecord(set, {
      kind: 'headcount',
      record: {
        title,
        starts: dayOf('2025-09-12'),
        ends: dayOf('2025-09-12'),
        ...plainEvent,
        class: named,
        grade: named === null ? null : Number.parseInt(named, 10),
        n,
        n_winners: null,
        n_prizes: null,
        ...place,
        row,
        ...rest,
      },
    });
  }
  return set;
}

/** A list of partners by name, each with its short name or null. */
export function partnersOf(
  rows: readonly (readonly [name: string, short: string | null])[],
): RecordSet {
  const set: RecordSet = {};
  for (const [row, [partner, short]] of rows.entries()) {
    addRecord(set, {
      kind: 'partner',
      record: {
        partner,
        short,
        partner_kind: null,
        block: null,
        contract: null,
        starts: null,
        ends: null,
        ...place,
        row,
      },
    });
  }
  return set;
}
