/** @import { Answer, Cell, SampleFile } from '../types.js' */
/** @import { Context } from './context.js' */
import { printSchoolYear } from '../calendar.js';
import { agreementWords, listItems } from '../surveys.js';
import { printClass } from './columns.js';
import { createFile } from './context.js';
import { encodeBook, encodeText } from './encode.js';
import { addRow, createSheet } from './table.js';

/**
 * @param {Answer[]} answers
 * @param {string[]} headings
 * @param {string} classStyle
 * @param {(value: number) => Cell} printValue
 */
function createForm(answers, headings, classStyle, printValue) {
  const sheet = createSheet('Ответы на форму (1)', [20, 10, ...headings.map(() => 24)]);
  addRow(sheet, 'header', ['Отметка времени', 'В каком классе ты учишься? ', ...headings]);
  for (const { day, second, className, values } of answers) {
    addRow(sheet, 'data', [
      { day, second },
      printClass(className, classStyle),
      ...values.map((value) => (value === null ? null : printValue(value))),
    ]);
  }
  return sheet;
}

/**
 * The four anonymous survey files.
 * @param {Context} context
 * @returns {SampleFile[]}
 */
export function writeSurveys({ school }) {
  /** @type {{ survey: 'civic' | 'wellbeing', year: number, name: string, classStyle: string, layout: string, words?: boolean }[]} */
  const plans = [
    {
      survey: 'civic',
      year: 2024,
      name: 'Анкета гражданской идентичности 2024-2025 (Ответы).xlsx',
      classStyle: 'plain',
      words: true,
      layout:
        'form export; answers in words from «совсем не согласен» to «полностью согласен»; some left blank',
    },
    {
      survey: 'civic',
      year: 2025,
      name: 'Анкета гражданской идентичности 2025-2026 (Ответы).csv',
      classStyle: 'lower',
      layout:
        'form export, UTF-8, commas; answers 1–5; a question added in the middle since last year',
    },
    {
      survey: 'wellbeing',
      year: 2024,
      name: 'Опрос о самочувствии 2024-2025 (Ответы).csv',
      classStyle: 'plain',
      layout:
        'form export, UTF-8, commas; three scales 1–7 (more is better), four statements on anxiety 1–5 (less is better)',
    },
    {
      survey: 'wellbeing',
      year: 2025,
      name: 'Опрос о самочувствии 2025-2026 (Ответы).xlsx',
      classStyle: 'quoted',
      layout: 'form export; the same questions as the year before; «5 «А»»',
    },
  ];
  return plans.map(({ survey, year, name, classStyle, layout, words = false }) => {
    const answers = school[survey].filter(({ quarter }) => quarter.year === year);
    const headings = listItems(survey, year).map(({ text }) =>
      survey === 'civic' ? `Насколько ты согласен(на) с утверждением: [${text}]` : `${text} `,
    );
    const sheet = createForm(answers, headings, classStyle, (value) =>
      words ? (agreementWords[value - 1] ?? '') : value,
    );
    const book = name.endsWith('.xlsx');
    if (!book) sheet.name = '';
    return createFile({
      name,
      kind: `survey-${survey}`,
      quarters: [...new Set(answers.map(({ quarter }) => quarter.key))],
      schoolYear: printSchoolYear(year),
      layout,
      sheets: [sheet],
      bytes: book
        ? encodeBook([sheet], 'xlsx')
        : encodeText(sheet, { delimiter: ',', encoding: 'utf8' }),
    });
  });
}
