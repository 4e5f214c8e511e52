/** @import { SampleFile, Score } from '../types.js' */
/** @import { Context } from './context.js' */
import { nameTorranceVersion } from '../assessments.js';
import { printSchoolYear } from '../calendar.js';
import { createFile } from './context.js';
import { encodeBook } from './encode.js';
import { addLine, addRow, createSheet } from './table.js';

const scales = ['Беглость', 'Гибкость', 'Оригинальность', 'Разработанность'];
const waves = /** @type {const} */ (['входная', 'итоговая']);

/** @param {number} year */
function titleTorrance(year) {
  return `Тест творческого мышления П. Торренса, ${nameTorranceVersion(year)}, ${printSchoolYear(year)} учебный год`;
}

/** @param {Score} score */
function printName({ pupil }) {
  return `${pupil.last} ${pupil.first} ${pupil.patronymic}`;
}

/**
 * Torrance scores of one school year, a sheet per wave.
 * @param {Context} context
 * @param {number} year
 * @param {'xlsx' | 'ods'} bookType
 * @returns {SampleFile}
 */
export function writeTorranceBook(context, year, bookType) {
  const sheets = waves.map((wave) => {
    const sheet = createSheet(wave, [5, 36, 8, 14, 10, 10, 16, 16]);
    addLine(sheet, 'title', `${titleTorrance(year)}, ${wave} диагностика`, 8);
    addRow(sheet, 'blank', []);
    addRow(sheet, 'header', ['№', 'ФИО', 'Класс', 'Дата', ...scales]);
    const scores = context.school.torrance.filter(
      (score) => score.year === year && score.wave === wave,
    );
    for (const [index, score] of scores.entries()) {
      if (index === 40 && wave === 'итоговая' && year === 2023) {
        addRow(
          sheet,
          'rejected',
          [index + 1, '', score.className, { day: score.date }, 15, 9, 20, 27],
          {
            reason: 'empty-name',
            value: '',
          },
        );
      }
      addRow(sheet, 'data', [
        index + 1,
        printName(score),
        score.className,
        { day: score.date },
        ...score.values.map((value) => value ?? 'н'),
      ]);
    }
    return sheet;
  });
  return createFile({
    name: `Торренс ${year}-${year + 1}.${bookType}`,
    kind: 'torrance',
    quarters: [],
    schoolYear: printSchoolYear(year),
    layout:
      'a sheet per wave («входная», «итоговая»); instrument and version in the title; «н» where a task was not done',
    sheets,
    bytes: encodeBook(sheets, bookType),
  });
}

/**
 * Torrance scores of 2024/25, the wave in a column.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeTorranceColumn(context) {
  const year = 2024;
  const sheet = createSheet('Торренс', [36, 8, 12, 14, 10, 10, 16, 16]);
  addLine(sheet, 'title', titleTorrance(year), 8);
  addRow(sheet, 'header', ['ФИО учащегося', 'Класс', 'Срез', 'Дата', ...scales]);
  for (const score of context.school.torrance.filter((candidate) => candidate.year === year)) {
    addRow(sheet, 'data', [
      printName(score),
      score.className,
      score.wave,
      { day: score.date },
      ...score.values.map((value) => value ?? 'н'),
    ]);
  }
  return createFile({
    name: 'Торренс 2024-2025.xlsx',
    kind: 'torrance',
    quarters: [],
    schoolYear: printSchoolYear(year),
    layout:
      'one sheet, the wave in the column «Срез»; instrument and version in the title; «н» where a task was not done',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}

/**
 * Johnson questionnaires of one school year.
 * @param {Context} context
 * @param {number} year
 * @returns {SampleFile}
 */
export function writeJohnson(context, year) {
  const sheets = waves.map((wave) => {
    const sheet = createSheet(wave, [5, 32, 8, 14, 5, 5, 5, 5, 5, 5, 5, 5, 8]);
    const title = `Опросник креативности Джонсона, вариант для педагога, 8 пунктов, ${wave} диагностика, ${printSchoolYear(year)} уч. год`;
    addLine(sheet, 'title', title, 13);
    addRow(sheet, 'header', [
      '№',
      'ФИО',
      'Класс',
      'Дата',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      'Сумма',
    ]);
    const scores = context.school.johnson.filter(
      (score) => score.year === year && score.wave === wave,
    );
    for (const [index, score] of scores.entries()) {
      const sum = score.values.reduce(
        (/** @type {number} */ total, value) => total + (value ?? 0),
        0,
      );
      addRow(sheet, 'data', [
        index + 1,
        `${score.pupil.last} ${score.pupil.first}`,
        score.className,
        { day: score.date },
        ...score.values,
        sum,
      ]);
    }
    return sheet;
  });
  return createFile({
    name: `Джонсон ${year}-${year + 1}.xlsx`,
    kind: 'johnson',
    quarters: [],
    schoolYear: printSchoolYear(year),
    layout:
      'a sheet per wave; items in columns «1» … «8» and their sum; instrument and version in the title',
    sheets,
    bytes: encodeBook(sheets, 'xlsx'),
  });
}
