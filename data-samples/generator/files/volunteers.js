/** @import { Cell, Participation, Pupil, SampleFile } from '../types.js' */
/** @import { Context } from './context.js' */
import { printSchoolYear, quarters } from '../calendar.js';
import { foldYo } from '../names.js';
import { sortRows } from '../participation.js';
import { volunteering } from '../school.js';
import { createColumn } from './columns.js';
import { createFile } from './context.js';
import { encodeBook, encodeText } from './encode.js';
import { createFlawedRows } from './flaws.js';
import { addLine, addRow, createSheet, printThousands } from './table.js';

/** @param {Context} context @param {number} year */
function listVolunteers(context, year) {
  return context.school.participations.filter(
    ({ event, role }) =>
      event.quarter.year === year && event.kind === volunteering && role === 'волонтёр',
  );
}

/** @param {number} year */
function listYearQuarters(year) {
  return quarters.filter((quarter) => quarter.year === year).map(({ key }) => key);
}

/**
 * Volunteer hours of 2023/24: one row a pupil, one column a quarter.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeWideHours(context) {
  const year = 2023;
  /** @type {Map<Pupil, { className: string, hours: number[] }>} */
  const byPupil = new Map();
  for (const row of sortRows(listVolunteers(context, year))) {
    const known = byPupil.get(row.pupil) ?? { className: '', hours: [0, 0, 0, 0] };
    known.className = row.className;
    const index = row.event.quarter.number - 1;
    known.hours[index] = (known.hours[index] ?? 0) + (row.hours ?? 0);
    byPupil.set(row.pupil, known);
  }
  const header = [
    '№',
    'ФИО',
    'Класс',
    'I четв.',
    'II четв.',
    'III четв.',
    'IV четв.',
    'Всего за год',
  ];
  const sheet = createSheet('Часы', [6, 36, 8, 9, 9, 9, 9, 12]);
  addLine(
    sheet,
    'title',
    `Волонтёрские часы за ${printSchoolYear(year)} учебный год`,
    header.length,
  );
  addRow(sheet, 'header', header);
  const sums = [0, 0, 0, 0, 0];
  const entries = [...byPupil]
    .map(([pupil, { className, hours }]) => ({ pupil, className, hours }))
    .sort((left, right) => (foldYo(left.pupil.last) < foldYo(right.pupil.last) ? -1 : 1));
  for (const [index, { pupil, className, hours }] of entries.entries()) {
    const total = hours.reduce((sum, value) => sum + value, 0);
    for (const [place, value] of [...hours, total].entries())
      sums[place] = (sums[place] ?? 0) + value;
    addRow(sheet, 'data', [
      index + 1,
      `${pupil.last} ${pupil.first} ${pupil.patronymic}`,
      className,
      ...hours.map((value) => (value === 0 ? null : value)),
      total,
    ]);
  }
  addRow(sheet, 'total', [
    null,
    'ИТОГО',
    null,
    ...sums.map((value) => printThousands(Math.floor(value)) + (value % 1 === 0 ? '' : ',5')),
  ]);
  return createFile({
    name: 'Волонтёрские часы по четвертям 2023-2024.xlsx',
    kind: 'volunteer-hours-wide',
    quarters: listYearQuarters(year),
    layout:
      'wide: a column of hours per quarter and one for the year; total row with no-break spaces; the hours belong to the volunteer participations of 2023/24, whose own rows have no hours',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}

/** @param {string} dateStyle @param {string} nameStyle */
function listColumns(dateStyle, nameStyle) {
  return [
    createColumn('name', 'ФИО волонтёра', { style: nameStyle }),
    createColumn('class', 'Класс'),
    createColumn('title', 'Акция'),
    createColumn('date', 'Дата', { style: dateStyle }),
    createColumn('direction', 'Направление'),
    createColumn('partner', 'Совместно с'),
    createColumn('role', 'Роль'),
    createColumn('hours', 'Волонтёрские часы'),
    createColumn('source', 'Источник (личная книжка / школьный журнал)'),
  ];
}

/**
 * Volunteer work of 2024/25 by name.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeVolunteerText(context) {
  const columns = listColumns('range', 'full');
  const sheet = createSheet('');
  addRow(
    sheet,
    'header',
    columns.map(({ heading }) => heading),
  );
  for (const row of listVolunteers(context, 2024)) {
    addRow(
      sheet,
      'data',
      columns.map((column) => column.print(row)),
    );
  }
  return createFile({
    name: 'Волонтёрские часы 2024-2025.csv',
    kind: 'participations',
    quarters: listYearQuarters(2024),
    layout:
      'Windows-1251, «;»; all volunteering of the year, which the quarterly files leave out; decimal comma; source of the hours',
    sheets: [sheet],
    bytes: encodeText(sheet, { delimiter: ';', encoding: 'win1251' }),
  });
}

/**
 * Volunteer work of 2025/26 by name, some hours written as «4 ч.».
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeVolunteerBook(context) {
  const random = context.createOwnRandom(61);
  const columns = listColumns('cell', 'short');
  const rows = listVolunteers(context, 2025);
  const sheet = createSheet('Волонтёры', [30, 8, 42, 14, 26, 28, 12, 10, 20]);
  addLine(
    sheet,
    'title',
    `Учёт волонтёрских часов, ${printSchoolYear(2025)} учебный год`,
    columns.length,
  );
  addRow(
    sheet,
    'header',
    columns.map(({ heading }) => heading),
  );
  const nameless = createFlawedRows(
    asCompetitive(rows),
    [{ kind: 'name', value: '' }],
    context.namesakes,
    random,
  );
  for (const [index, row] of rows.entries()) {
    if (index === 120) {
      for (const { row: flawed, reason, value } of nameless) {
        const cells = columns.map((column) =>
          column.field === 'name' ? value : column.print(flawed),
        );
        addRow(sheet, 'rejected', cells, { reason, value });
      }
    }
    addRow(
      sheet,
      'data',
      columns.map((column) => printHours(column.field, column.print(row), random.chance(0.05))),
    );
  }
  addRow(sheet, 'total', [`Итого записей: ${rows.length}`]);
  return createFile({
    name: 'Волонтёрские часы 2025-2026.xlsx',
    kind: 'participations',
    quarters: listYearQuarters(2025),
    layout:
      'all volunteering of the year, which the quarterly files leave out; «4 ч.» in some cells; source of the hours; total row',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}

/** @param {string} field @param {Cell} cell @param {boolean} worded @returns {Cell} */
function printHours(field, cell, worded) {
  return field === 'hours' && worded && typeof cell === 'number'
    ? `${String(cell).replace('.', ',')} ч.`
    : cell;
}

/** @param {Participation[]} rows @returns {Participation[]} */
function asCompetitive(rows) {
  return rows.map((row) => ({ ...row, event: { ...row.event, competitive: true } }));
}
