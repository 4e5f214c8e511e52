/** @import { Participation, SampleFile, Sheet } from '../types.js' */
/** @import { Column } from './columns.js' */
/** @import { Context } from './context.js' */
/** @import { FlawPlan } from './flaws.js' */
import { correctedQuarter, restoreOriginal } from '../corrections.js';
import { createColumn } from './columns.js';
import { countTag, createFile, listQuarterRows, nameQuarter } from './context.js';
import { encodeBook } from './encode.js';
import { fillParticipations } from './fill.js';
import {
  addApproval,
  addGroupedHeader,
  addLine,
  addRow,
  createSheet,
  printThousands,
} from './table.js';

/** @param {Sheet} sheet @param {number} columns */
function closeReport(sheet, columns) {
  const count = countTag(sheet, 'data');
  addLine(sheet, 'total', `ИТОГО: ${printThousands(count)} участий`, columns);
  addRow(sheet, 'blank', []);
  addRow(sheet, 'signature', ['', 'Заместитель директора по ВР ______________ О. П. Сверчкова']);
  addRow(sheet, 'signature', ['', 'Исполнитель: Лугова-Снегирёва А. Д., тел. 2-00-00']);
}

/**
 * @param {Context} context
 * @param {{ key: string, seed: number, rows: Participation[], columns: Column[], flaws: FlawPlan[], title: string, sheetName: string }} report
 */
function createReport(context, { seed, rows, columns, flaws, title, sheetName }) {
  const sheet = createSheet(sheetName, [5, ...columns.map(({ width }) => width ?? 14)]);
  addApproval(sheet, columns.length - 2);
  addLine(sheet, 'title', title, columns.length + 1);
  addRow(sheet, 'blank', []);
  const header = [{ heading: '№ п/п' }, ...columns];
  addGroupedHeader(sheet, header);
  addRow(
    sheet,
    'numbering',
    header.map((_, index) => index + 1),
  );
  fillParticipations(sheet, {
    rows,
    columns,
    namesakes: context.namesakes,
    random: context.createOwnRandom(seed),
    flaws,
    typos: 0.004,
    numbered: true,
  });
  closeReport(sheet, header.length);
  return sheet;
}

/** @param {string} nameStyle @param {string} classStyle @param {string} dateStyle */
function listReportColumns(nameStyle, classStyle, dateStyle) {
  return [
    createColumn('title', 'название', { group: 'Мероприятие', width: 42 }),
    createColumn('date', 'дата', { group: 'Мероприятие', style: dateStyle }),
    createColumn('level', 'уровень', { group: 'Мероприятие' }),
    createColumn('mode', 'форма', { group: 'Мероприятие' }),
    createColumn('name', 'ФИО', { group: 'Участник', style: nameStyle, width: 32 }),
    createColumn('class', 'класс', { group: 'Участник', style: classStyle, width: 9 }),
    createColumn('role', 'роль', { group: 'Участник' }),
    createColumn('direction', 'Направление', { width: 28 }),
    createColumn('partner', 'Социальный партнёр', { width: 28 }),
    createColumn('result', 'Результат', { style: 'roman', width: 20 }),
    createColumn('hours', 'Кол-во часов', { width: 8 }),
  ];
}

/**
 * I and II quarters of 2023/24: a sheet each, two-row merged headers.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeHalfYearBook(context) {
  const keys = ['2023/24-1', '2023/24-2'];
  const flaws = [
    [{ kind: 'date', value: '31.09.2023' }],
    [{ kind: 'result', value: 'см. протокол' }],
  ];
  const sheets = keys.map((key, index) =>
    createReport(context, {
      key,
      seed: 10 + index,
      rows: listQuarterRows(context.school, key),
      columns: listReportColumns('short', 'quoted', 'cell'),
      flaws: flaws[index] ?? [],
      title: `Отчёт об участии обучающихся в мероприятиях социального партнёрства за ${nameQuarter(key)}`,
      sheetName: index === 0 ? 'I четверть' : 'II четверть',
    }),
  );
  return createFile({
    name: 'Участие в мероприятиях 2023-2024, I-II четверть.xlsx',
    kind: 'participations',
    quarters: keys,
    layout:
      'a sheet per quarter; approval lines, title, two-row merged header, numbering row, total and signatures below; «5 «А»»; dates are date cells, ranges are text',
    sheets,
    bytes: encodeBook(sheets, 'xlsx'),
  });
}

/**
 * III quarter of 2024/25: the official report.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeOfficialReport(context) {
  const key = '2024/25-3';
  const sheet = createReport(context, {
    key,
    seed: 16,
    rows: listQuarterRows(context.school, key),
    columns: listReportColumns('full-е', 'long', 'words'),
    flaws: [
      { kind: 'name', value: '' },
      { kind: 'result', value: '???' },
    ],
    title: `Сведения об участии обучающихся за ${nameQuarter(key)}`,
    sheetName: 'Отчёт',
  });
  return createFile({
    name: 'Отчёт об участии за III четверть 2024-2025.xlsx',
    kind: 'participations',
    quarters: [key],
    layout:
      'approval lines, two-row merged header, numbering row, total, signatures; «5 А класс»; dates in words; «ё» written as «е»',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}

/**
 * III quarter of 2025/26 twice: the first version and the corrected one.
 * @param {Context} context
 * @returns {SampleFile[]}
 */
export function writeCorrectedPair(context) {
  const truth = listQuarterRows(context.school, correctedQuarter);
  const versions = [
    {
      suffix: '',
      note: '',
      rows: restoreOriginal(truth, context.school.corrections),
      kind: 'superseded',
    },
    {
      suffix: ' (исправлено)',
      note: ' (исправлено 14.04.2026)',
      rows: truth,
      kind: 'participations',
    },
  ];
  return versions.map(({ suffix, note, rows, kind }) => {
    const sheet = createReport(context, {
      key: correctedQuarter,
      seed: 17,
      rows,
      columns: listReportColumns('full', 'plain', 'cell'),
      flaws: [{ kind: 'date', value: '30.02.2026' }],
      title: `Отчёт об участии за ${nameQuarter(correctedQuarter)}${note}`,
      sheetName: 'III четверть',
    });
    return createFile({
      name: `Участие III четверть 2025-2026${suffix}.xlsx`,
      kind,
      quarters: [correctedQuarter],
      layout:
        suffix === ''
          ? 'the first version, to be replaced by the corrected one'
          : 'the corrected version: rows added, changed and removed; same layout as the first',
      sheets: [sheet],
      bytes: encodeBook([sheet], 'xlsx'),
    });
  });
}
