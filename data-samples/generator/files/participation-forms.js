/** @import { Cell, Participation, SampleFile } from '../types.js' */
/** @import { Context } from './context.js' */
import { createColumn } from './columns.js';
import { createFile, listQuarterRows } from './context.js';
import { encodeBook, encodeText } from './encode.js';
import { createFlawedRows, printFlawedRow, printRow } from './flaws.js';
import { addRow, createSheet } from './table.js';

/** @typedef {{ tag: 'data' | 'duplicate' | 'rejected', day: number, second: number, cells: Cell[], reason?: string, value?: string }} Reply */

/** @param {string} dateStyle */
function listQuestions(dateStyle) {
  return [
    createColumn('name', 'Фамилия и имя ученика (как в журнале)  ', { style: 'short', width: 30 }),
    createColumn('class', 'Класс, в котором учится ', { width: 9 }),
    createColumn('title', 'Как называется мероприятие? ', { width: 42 }),
    createColumn('date', 'Дата проведения мероприятия', { style: dateStyle, width: 16 }),
    createColumn('level', 'Уровень мероприятия  '),
    createColumn('mode', 'Участие очное, заочное или дистанционное? '),
    createColumn('direction', 'К какому направлению программы относится мероприятие? ', {
      width: 28,
    }),
    createColumn('partner', 'Организация-партнёр (если была) ', { width: 28 }),
    createColumn('role', 'Кем участвовал ученик? '),
    createColumn('result', 'Результат участия ', { width: 20 }),
    createColumn('hours', 'Сколько часов длилось участие? ', { width: 8 }),
  ];
}

/**
 * @param {Context} context
 * @param {{ key: string, seed: number, sheetName: string, dateStyle: string, flaws: { kind: string, value: string }[], email: boolean }} plan
 */
function createForm(context, { key, seed, sheetName, dateStyle, flaws, email }) {
  const random = context.createOwnRandom(seed);
  const columns = listQuestions(dateStyle);
  const rows = listQuarterRows(context.school, key);
  /** @type {Reply[]} */
  const replies = [];

  /** @param {Participation} row @param {Cell[]} cells @param {Pick<Reply, 'tag' | 'reason' | 'value'>} about */
  function reply(row, cells, about) {
    const address = email ? [`klass-${Number.parseInt(row.className, 10)}@sozvezdie.example`] : [];
    replies.push({
      ...about,
      day: row.event.end + random.drawInteger(0, 5),
      second: random.drawInteger(9 * 3600, 21 * 3600),
      cells: [...address, ...cells],
    });
  }

  const repeated = new Set(random.shuffle(rows).slice(0, 4));
  for (const row of rows) {
    const cells = printRow(row, columns, 0.005, random);
    reply(row, cells, { tag: 'data' });
    if (!repeated.has(row)) continue;
    const first = replies.at(-1);
    if (first) replies.push({ ...first, tag: 'duplicate', second: first.second + 47 });
  }
  for (const flawed of createFlawedRows(rows, flaws, context.namesakes, random)) {
    reply(flawed.row, printFlawedRow(flawed, columns), {
      tag: 'rejected',
      reason: flawed.reason,
      value: flawed.value,
    });
  }
  const sheet = createSheet(sheetName, [
    20,
    ...(email ? [28] : []),
    ...columns.map(({ width }) => width ?? 14),
  ]);
  addRow(sheet, 'header', [
    'Отметка времени',
    ...(email ? ['Адрес электронной почты'] : []),
    ...columns.map(({ heading }) => heading),
  ]);
  for (const { tag, day, second, cells, reason, value } of sortReplies(replies)) {
    const flaw = reason !== undefined && value !== undefined ? { reason, value } : undefined;
    addRow(sheet, tag, [{ day, second }, ...cells], flaw);
  }
  return sheet;
}

/** @param {Reply[]} replies */
function sortReplies(replies) {
  return replies
    .map((reply, index) => ({ reply, index }))
    .sort(
      (left, right) =>
        left.reply.day - right.reply.day ||
        left.reply.second - right.reply.second ||
        left.index - right.index,
    )
    .map(({ reply }) => reply);
}

/**
 * IV quarter of 2024/25: a form's answers as a workbook.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeFormBook(context) {
  const key = '2024/25-4';
  const sheet = createForm(context, {
    key,
    seed: 40,
    sheetName: 'Ответы на форму (1)',
    dateStyle: 'cell',
    flaws: [
      { kind: 'date', value: '31.04.2025' },
      { kind: 'class', value: '—' },
      { kind: 'result', value: 'не знаю' },
    ],
    email: true,
  });
  return createFile({
    name: 'Участие IV четверть 2024-2025 (Ответы).xlsx',
    kind: 'participations',
    quarters: [key],
    layout:
      'export of an online form: time stamp, e-mail, whole questions as headings with trailing blanks; four replies sent twice; ordered by time of reply',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}

/**
 * IV quarter of 2025/26: a form's answers as comma-separated UTF-8.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeFormText(context) {
  const key = '2025/26-4';
  const sheet = createForm(context, {
    key,
    seed: 41,
    sheetName: '',
    dateStyle: 'range',
    flaws: [
      { kind: 'date', value: '31.04.2026' },
      { kind: 'name', value: '' },
    ],
    email: false,
  });
  return createFile({
    name: 'Участие IV четверть 2025-2026 (Ответы на форму).csv',
    kind: 'participations',
    quarters: [key],
    layout:
      'export of an online form: UTF-8 without BOM, commas; whole questions as headings; four replies sent twice; ordered by time of reply',
    sheets: [sheet],
    bytes: encodeText(sheet, { delimiter: ',', encoding: 'utf8' }),
  });
}
