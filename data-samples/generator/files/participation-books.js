/** @import { SampleFile } from '../types.js' */
/** @import { Column } from './columns.js' */
/** @import { Context } from './context.js' */
import { splitDay } from '../calendar.js';
import { createColumn } from './columns.js';
import { countTag, createFile, listQuarterRows, nameQuarter } from './context.js';
import { encodeBook } from './encode.js';
import { fillParticipations } from './fill.js';
import { addLine, addRow, createSheet, printThousands } from './table.js';

/** @param {Column[]} columns */
function listWidths(columns) {
  return columns.map(({ width }) => width ?? 14);
}

/**
 * IV quarter of 2023/24 in the old binary format, without hours.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeOldBook(context) {
  const key = '2023/24-4';
  const columns = [
    createColumn('name', 'Ф.И.О. учащегося', { style: 'short-е', width: 30 }),
    createColumn('class', 'Класс', { style: 'lower', width: 7 }),
    createColumn('title', 'Наименование конкурса, мероприятия', { width: 42 }),
    createColumn('date', 'Дата проведения', { style: 'cell' }),
    createColumn('level', 'Статус мероприятия', { style: 'synonym' }),
    createColumn('role', 'Роль участника'),
    createColumn('result', 'Итоги участия', { style: 'capital', width: 20 }),
    createColumn('direction', 'Направление', { style: 'capital', width: 28 }),
    createColumn('partner', 'Партнер', { width: 28 }),
  ];
  const sheet = createSheet('Лист1', listWidths(columns));
  addLine(sheet, 'title', `Участие в мероприятиях за ${nameQuarter(key)}`, columns.length);
  addRow(
    sheet,
    'header',
    columns.map(({ heading }) => heading),
  );
  fillParticipations(sheet, {
    rows: listQuarterRows(context.school, key),
    columns,
    namesakes: context.namesakes,
    random: context.createOwnRandom(12),
    flaws: [
      { kind: 'name', value: '' },
      { kind: 'date', value: '31.04.2024' },
    ],
    blankEvery: 400,
  });
  return createFile({
    name: 'Участие IV четверть 2023-2024.xls',
    kind: 'participations',
    quarters: [key],
    carriesHours: false,
    layout:
      'BIFF8; «ё» written as «е»; classes in lower case; «городской», «областной», «федеральный» for levels; blank rows; no hours column',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'biff8'),
  });
}

/**
 * I quarter of 2025/26: an ODS workbook with a sheet per month.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeMonthlyBook(context) {
  const key = '2025/26-1';
  const columns = [
    createColumn('date', 'Дата', { style: 'cell' }),
    createColumn('title', 'Название мероприятия', { width: 40 }),
    createColumn('name', 'Фамилия, имя', { style: 'short', width: 28 }),
    createColumn('class', 'Класс', { style: 'dashed', width: 8 }),
    createColumn('role', 'Роль'),
    createColumn('result', 'Результат', { width: 20 }),
    createColumn('level', 'Уровень'),
    createColumn('direction', 'Направление', { style: 'dashed', width: 30 }),
    createColumn('partner', 'Партнёр', { width: 28 }),
    createColumn('hours', 'Часы', { width: 7 }),
  ];
  const rows = listQuarterRows(context.school, key);
  const months = [
    { name: 'Сентябрь', month: 9, flaws: [{ kind: 'date', value: '31.09.2025' }] },
    { name: 'Октябрь', month: 10, flaws: [{ kind: 'class', value: '—' }] },
  ];
  const sheets = months.map(({ name, month, flaws }, index) => {
    const sheet = createSheet(name, listWidths(columns));
    addLine(
      sheet,
      'title',
      `Журнал участия. ${name} 2025 г. (${nameQuarter(key)})`,
      columns.length,
    );
    addRow(sheet, 'blank', []);
    addRow(
      sheet,
      'header',
      columns.map(({ heading }) => heading),
    );
    fillParticipations(sheet, {
      rows: rows.filter(({ event }) => (splitDay(event.start).month === 9) === (month === 9)),
      columns,
      namesakes: context.namesakes,
      random: context.createOwnRandom(13 + index),
      flaws,
      typos: 0.004,
    });
    return sheet;
  });
  return createFile({
    name: 'Журнал участия I четверть 2025-2026.ods',
    kind: 'participations',
    quarters: [key],
    layout:
      'ODS, a sheet per month («Октябрь» also holds the first days of the autumn break); directions with spaced dashes; «5-А»',
    sheets,
    bytes: encodeBook(sheets, 'ods'),
  });
}

/**
 * II quarter of 2024/25, block I only, as the partners' coordinator sent it.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeSupplementaryBook(context) {
  const key = '2024/25-2';
  const columns = [
    createColumn('partner', 'Учреждение', { style: 'full', width: 60 }),
    createColumn('direction', 'Направленность', { width: 28 }),
    createColumn('title', 'Событие', { width: 40 }),
    createColumn('date', 'Когда', { style: 'words', width: 20 }),
    createColumn('name', 'ФИО участника', { width: 34 }),
    createColumn('class', 'Класс', { width: 7 }),
    createColumn('role', 'Кем участвовал'),
    createColumn('level', 'Уровень'),
    createColumn('mode', 'Формат'),
    createColumn('result', 'Результат', { width: 20 }),
    createColumn('hours', 'Кол-во часов', { width: 7 }),
  ];
  const sheet = createSheet('Доп. образование', listWidths(columns));
  addLine(
    sheet,
    'title',
    `Блок I. Учреждения дополнительного образования, ${nameQuarter(key)}`,
    columns.length,
  );
  addRow(
    sheet,
    'header',
    columns.map(({ heading }) => heading),
  );
  fillParticipations(sheet, {
    rows: listQuarterRows(context.school, key, [1]),
    columns,
    namesakes: context.namesakes,
    random: context.createOwnRandom(15),
    flaws: [{ kind: 'date', value: '31 ноября 2024 г.' }],
    typos: 0.005,
  });
  addRow(sheet, 'total', [`Всего: ${printThousands(countTag(sheet, 'data'))}`]);
  return createFile({
    name: 'Участие II четверть 2024-2025, доп. образование.ods',
    kind: 'participations',
    quarters: [key],
    layout:
      'one of three files of the quarter (block I); full legal names of partners; dates in words («14 ноября 2024 г.»)',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'ods'),
  });
}
