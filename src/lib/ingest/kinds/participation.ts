import type { CellValue } from '#lib/model/sheet.ts';
import { foldText } from '#lib/i18n/fold.ts';
import { readSex } from '../modes.ts';
import type { AnyRecord } from '../record.ts';
import { readPerson } from '../person-name.ts';
import { countsMinutes, eventFields, readEventPart, type EventPart } from './event-part.ts';
import { remember } from '../remember.ts';
import type { Kind } from './kind.ts';
import { namesPeople, personFields, readPersonPart, type PersonPart } from './person-part.ts';
import type { RowReader } from './row-reader.ts';

const isTeam = remember(
  (text: string) => !/^(?:нет|no|-|индивид|личн|individual|0$)/.test(foldText(text)),
);

function readTeam(row: RowReader, role: string | null): boolean | null {
  const text = row.text('team');
  const inTeam = role !== null && role === row.lexicon.role('член команды');
  if (text === null) return inTeam ? true : null;
  return isTeam(text);
}

/** Several names in one cell, one a line or set off by semicolons or commas; null when it holds one name. */
function splitNames(text: CellValue): string[] | null {
  if (typeof text !== 'string') return null;
  const parts = text
    .split(/[;\n]|,(?=\s*\p{Lu}[\p{L}-]+\s+\p{Lu})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || !parts.every((part) => /\s/.test(part) && readPerson(part))) return null;
  return parts;
}

function readPeople(row: RowReader): (PersonPart & { many: boolean })[] {
  const names = splitNames(row.cell('student_name'));
  if (!names) {
    const person = readPersonPart(row);
    return person ? [{ ...person, many: false }] : [];
  }
  const named = row.class(true);
  return names.flatMap((name) => {
    const person = readPerson(name);
    if (!person) return [];
    const { display, key, patronymic } = person;
    return [
      {
        name: display,
        key,
        patronymic,
        class: named?.text ?? null,
        grade: named?.grade ?? null,
        many: true,
      },
    ];
  });
}

interface OwnPart {
  readonly sex: string | null;
  readonly role: string | null;
  readonly result: string | null;
  readonly source: string | null;
  readonly team: boolean | null;
}

// Every column is named, because a record made by spreading costs several times as much in a table of 200,000 rows.
function participationOf(
  pupil: PersonPart,
  part: EventPart,
  own: OwnPart,
  sheet: number,
  row: number,
  col: number | null,
): AnyRecord {
  return {
    kind: 'participation',
    record: {
      name: pupil.name,
      key: pupil.key,
      patronymic: pupil.patronymic,
      class: pupil.class,
      grade: pupil.grade,
      sex: own.sex,
      title: part.title,
      starts: part.starts,
      ends: part.ends,
      exact: part.exact,
      school_year: part.school_year,
      term: part.term,
      direction: part.direction,
      block: part.block,
      partner: part.partner,
      level: part.level,
      remote: part.remote,
      event_kind: part.event_kind,
      hours: part.hours,
      role: own.role,
      result: own.result,
      hours_source: own.source,
      team: own.team,
      sheet,
      row,
      col,
    },
  };
}

/** Who took part in what, with the event and its partner in the same row. */
export const participation: Kind = {
  fields: [
    ...personFields,
    ...eventFields,
    'sex',
    'result',
    'role',
    'team',
    'hours_source',
    'attendance',
    'score',
  ],
  score(plan) {
    const { fields, context, words } = plan;
    if (!namesPeople(plan)) return 0;
    const titled = fields.has('event_name') || fields.has('club') || context.event !== null;
    if (!titled) return 0;
    let score = fields.has('event_name') ? 0.6 : 0.45;
    for (const id of [
      'result',
      'event_level',
      'event_date',
      'role',
      'partner',
      'direction',
    ] as const)
      if (fields.has(id)) score += 0.07;
    if (/участи|участник|достижен|results|particip/.test(words)) score += 0.1;
    return Math.min(1, score);
  },
  missing(plan) {
    return [
      ...(namesPeople(plan) ? [] : [['student_name'] as const]),
      ...(plan.fields.has('event_name') || plan.fields.has('club') || plan.context.event
        ? []
        : [['event_name'] as const]),
    ];
  },
  open(plan) {
    const minutes = countsMinutes(plan);
    const nameColumn = plan.matches.find((match) => match.field === 'student_name')?.column ?? null;
    return (row) => {
      const people = readPeople(row);
      const part = readEventPart(row, minutes, true);
      const role = row.recognised('role', 'role-unknown', (text) => row.lexicon.role(text));
      const result = row.recognised('result', 'result-unknown', (text) => row.lexicon.result(text));
      const team = readTeam(row, role);
      const sex = row.text('sex');
      const source = row.text('hours_source');
      if (!part) return [];
      const own = { sex: sex === null ? null : readSex(sex), role, result, source, team };
      const { sheetIndex } = row.table;
      return people.map(({ many, ...pupil }) =>
        participationOf(pupil, part, own, sheetIndex, row.row, many ? nameColumn : null),
      );
    };
  },
};
