/** @import { Cell, Pupil, SampleFile, Spell } from '../types.js' */
/** @import { Context } from './context.js' */
import { boundYear, printDay, printSchoolYear } from '../calendar.js';
import { compareClasses } from '../headcounts.js';
import { foldYo } from '../names.js';
import { createFile } from './context.js';
import { encodeBook, encodeText } from './encode.js';
import { addLine, addRow, createSheet, emptyCells, printThousands } from './table.js';

/** @typedef {{ pupil: Pupil, spell: Spell }} Entry */

/** @param {Context} context @param {number} year */
function groupByClass(context, year) {
  /** @type {Map<string, Entry[]>} */
  const classes = new Map();
  for (const pupil of context.school.pupils) {
    for (const spell of pupil.spells) {
      if (spell.year !== year) continue;
      const entries = classes.get(spell.className) ?? [];
      entries.push({ pupil, spell });
      classes.set(spell.className, entries);
    }
  }
  for (const entries of classes.values()) {
    entries.sort((left, right) => {
      const names = [left, right].map(({ pupil }) => foldYo(`${pupil.last} ${pupil.first}`));
      return (names[0] ?? '') < (names[1] ?? '') ? -1 : 1;
    });
  }
  return [...classes].sort(([left], [right]) => compareClasses(left, right));
}

/** @param {Entry} entry */
function findMoves({ spell }) {
  return { arrival: spell.arrived ? spell.from : null, leave: spell.left ? spell.to : null };
}

/** @param {number | null} day @returns {Cell} */
function makeDate(day) {
  return day === null ? null : { day };
}

/**
 * The roll of 2023/24: a sheet per class, the class named only in title and sheet.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeSheetPerClass(context) {
  const year = 2023;
  const sheets = groupByClass(context, year).map(([className, entries]) => {
    const sheet = createSheet(className, [6, 28, 6, 14, 14, 14]);
    addLine(
      sheet,
      'title',
      `Список ${className} класса на ${printSchoolYear(year)} учебный год`,
      6,
    );
    addRow(sheet, 'blank', []);
    addRow(sheet, 'header', [
      '№ п/п',
      'Фамилия, имя',
      'Пол',
      'Дата рождения',
      'Дата прибытия',
      'Дата выбытия',
    ]);
    for (const [index, entry] of entries.entries()) {
      const { pupil } = entry;
      const { arrival, leave } = findMoves(entry);
      addRow(sheet, 'data', [
        index + 1,
        `${pupil.last} ${pupil.first}`,
        pupil.sex,
        { day: pupil.birth },
        makeDate(arrival),
        makeDate(leave),
      ]);
    }
    if (className === '7Г') {
      addRow(
        sheet,
        'rejected',
        [entries.length + 1, '', 'М', { day: boundYear(year).first - 4700 }],
        {
          reason: 'empty-name',
          value: '',
        },
      );
    }
    addRow(sheet, 'blank', []);
    addRow(sheet, 'signature', [null, 'Классный руководитель: ______________']);
    return sheet;
  });
  return createFile({
    name: 'Списки классов 2023-2024.xlsx',
    kind: 'roll',
    quarters: [],
    schoolYear: printSchoolYear(year),
    layout:
      'a sheet per class; the class stands only in the sheet name and the title; date cells; signature line below',
    sheets,
    bytes: encodeBook(sheets, 'xlsx'),
  });
}

/**
 * The roll of 2024/25: one sheet, merged class names, a subtotal row per class.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeMergedRoll(context) {
  const year = 2024;
  const sheet = createSheet('Контингент', [8, 6, 36, 7, 14, 12, 12]);
  addLine(sheet, 'title', `Контингент обучающихся, ${printSchoolYear(year)} учебный год`, 7);
  addRow(sheet, 'blank', []);
  addRow(sheet, 'header', [
    'Класс',
    '№',
    'Фамилия Имя Отчество',
    'Пол',
    'Дата рождения',
    'Прибыл',
    'Выбыл',
  ]);
  let everyone = 0;
  for (const [className, entries] of groupByClass(context, year)) {
    sheet.merges.push({ row: sheet.rows.length, column: 0, rows: entries.length, columns: 1 });
    for (const [index, entry] of entries.entries()) {
      const { pupil } = entry;
      const { arrival, leave } = findMoves(entry);
      addRow(sheet, 'data', [
        index === 0 ? className : null,
        index + 1,
        `${pupil.last} ${pupil.first} ${pupil.patronymic}`,
        pupil.sex === 'М' ? 'муж.' : 'жен.',
        printDay(pupil.birth),
        makeDate(arrival),
        makeDate(leave),
      ]);
    }
    const present = entries.filter(({ spell }) => !spell.left).length;
    everyone += present;
    addRow(sheet, 'total', [`Итого по классу: ${present}`, ...emptyCells(6)]);
  }
  addRow(sheet, 'total', [`ВСЕГО: ${printThousands(everyone)}`]);
  return createFile({
    name: 'Контингент 2024-2025.xlsx',
    kind: 'roll',
    quarters: [],
    schoolYear: printSchoolYear(year),
    layout:
      'one sheet; class names merged over their pupils; subtotal row per class, «ВСЕГО» with a no-break space; birth dates as text; totals count those still on the roll',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}

/**
 * The roll of 2025/26: Windows-1251 with semicolons.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeRollText(context) {
  const year = 2025;
  const sheet = createSheet('');
  addRow(sheet, 'header', [
    'Класс',
    'ФИО',
    'Пол',
    'Дата рождения',
    'Дата зачисления',
    'Дата отчисления',
  ]);
  for (const [className, entries] of groupByClass(context, year)) {
    for (const entry of entries) {
      const { pupil } = entry;
      const { arrival, leave } = findMoves(entry);
      addRow(sheet, 'data', [
        className,
        `${pupil.last} ${pupil.first} ${pupil.patronymic}`,
        pupil.sex,
        { day: pupil.birth },
        makeDate(arrival),
        makeDate(leave),
      ]);
    }
  }
  return createFile({
    name: 'Ученики 2025-2026.csv',
    kind: 'roll',
    quarters: [],
    schoolYear: printSchoolYear(year),
    layout: 'Windows-1251, «;»; the school year stands only in the file name',
    sheets: [sheet],
    bytes: encodeText(sheet, { delimiter: ';', encoding: 'win1251' }),
  });
}
