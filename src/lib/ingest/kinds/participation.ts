import { foldText } from '#lib/i18n/fold.ts';
import { readSex } from '../modes.ts';
import type { AnyRecord } from '../record.ts';
import { countsMinutes, eventFields, readEventPart, saysClub } from './event-part.ts';
import { readGroup, type GroupCell } from './group-cell.ts';
import type { Kind } from './kind.ts';
import { readMarkRow } from './mark-row.ts';
import { findMarks } from './mark-sheet.ts';
import { readNames } from './names-cell.ts';
import { participationOf } from './participation-record.ts';
import { namesPeople, personFields, readPersonPart, type PersonPart } from './person-part.ts';
import type { RowReader } from './row-reader.ts';

const isTeam = (text: string) => !/^(?:нет|no|-|индивид|личн|individual|0$)/.test(foldText(text));

function readTeam(row: RowReader, role: string | null): boolean | null {
  const told = row.told('team', isTeam);
  if (told !== null) return told;
  return role !== null && role === row.lexicon.role('член команды') ? true : null;
}

/** The pupils of a row: one, or those whose names stand in one cell. */
function readPeople(row: RowReader): readonly PersonPart[] {
  const names = readNames(row.cell('student_name'));
  if (!names) {
    const person = readPersonPart(row);
    return person ? [person] : [];
  }
  const shared = names.every((name) => name.class !== null) ? null : row.class(true);
  return names.map(({ person, class: own }) => {
    const named = own ?? shared;
    return {
      name: person.display,
      key: person.key,
      patronymic: person.patronymic,
      class: named?.text ?? null,
      grade: named?.grade ?? null,
    };
  });
}

/** A team or a class without names as a count of its event; a group that says no number is reported. */
function readTeamCount(
  row: RowReader,
  text: string,
  group: GroupCell,
  minutes: boolean,
): AnyRecord[] {
  const part = readEventPart(row, minutes, true);
  if (group.n === null) row.report('name-missing', 'student_name', text);
  const named = group.class ?? row.class(false);
  if (part === null || group.n === null) return [];
  return [
    {
      kind: 'headcount',
      record: {
        ...part,
        class: named?.text ?? null,
        grade: named?.grade ?? null,
        n: group.n,
        n_winners: null,
        n_prizes: null,
        sheet: row.table.sheetIndex,
        row: row.row,
        col: null,
      },
    },
  ];
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
    if (findMarks(plan)) return fields.has('class') || context.class ? 0.72 : 0.67;
    const titled = fields.has('event_name') || fields.has('club') || context.event !== null;
    if (!titled) return 0;
    let score = fields.has('event_name') ? 0.6 : saysClub(context) ? 0.6 : 0.45;
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
      ...(plan.fields.has('event_name') ||
      plan.fields.has('club') ||
      plan.context.event ||
      findMarks(plan)
        ? []
        : [['event_name'] as const]),
    ];
  },
  claims(plan) {
    const columns = findMarks(plan)?.columns ?? [];
    return new Map(columns.map(({ position }) => [position, 'event_name']));
  },
  open(plan) {
    const sheet = findMarks(plan);
    if (sheet) return (row) => readMarkRow(row, sheet);
    const minutes = countsMinutes(plan);
    const nameColumn = plan.matches.find((match) => match.field === 'student_name')?.column ?? null;
    return (row) => {
      const written = row.text('student_name');
      const group = row.told('student_name', readGroup);
      if (group && written !== null) return readTeamCount(row, written, group, minutes);
      const people = readPeople(row);
      const part = readEventPart(row, minutes, true);
      const role = row.member('role', 'role');
      const result = row.member('result', 'result');
      const team = readTeam(row, role);
      const source = row.text('hours_source');
      if (!part) return [];
      const own = { sex: row.told('sex', readSex), role, result, source, team };
      const { sheetIndex } = row.table;
      const col = people.length > 1 ? nameColumn : null;
      return people.map((pupil) => participationOf(pupil, part, own, sheetIndex, row.row, col));
    };
  },
};
