/** @import { SampleFile } from '../types.js' */
/** @import { Context } from './context.js' */
import { printSchoolYear, quarters, splitDay } from '../calendar.js';
import { blockNumerals } from '../programme.js';
import { printEventDate } from './columns.js';
import { createFile } from './context.js';
import { encodeBook, encodeText } from './encode.js';
import { addApproval, addLine, addRow, createSheet } from './table.js';

const monthNames = [
  'Январь',
  'Февраль',
  'Март',
  'Апрель',
  'Май',
  'Июнь',
  'Июль',
  'Август',
  'Сентябрь',
  'Октябрь',
  'Ноябрь',
  'Декабрь',
];
const heldMarks = ['выполнено', 'проведено', 'выполнено'];
const missedMarks = ['не проведено', 'отменено', 'не состоялось'];
const persons = [
  'Лугова-Снегирёва А. Д.',
  'Сверчкова О. П.',
  'Черёмухин Л. Г.',
  'классные руководители',
];

/** @param {number} year */
function listYearQuarters(year) {
  return quarters.filter((quarter) => quarter.year === year).map(({ key }) => key);
}

/**
 * The plan of 2025/26 with sections by month and a mark of fulfilment.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writePlanBook(context) {
  const year = 2025;
  const random = context.createOwnRandom(50);
  const header = [
    '№',
    'Мероприятие',
    'Сроки проведения',
    'Направление',
    'Партнёр',
    'Уровень',
    'Форма проведения',
    'Кол-во часов',
    'Ответственные',
    'Отметка о выполнении',
  ];
  const sheet = createSheet('План', [5, 44, 18, 28, 28, 16, 16, 8, 24, 18]);
  addApproval(sheet, 8);
  addLine(
    sheet,
    'title',
    `План мероприятий социального партнёрства на ${printSchoolYear(year)} учебный год`,
    header.length,
  );
  addRow(sheet, 'blank', []);
  addRow(sheet, 'header', header);
  let month = 0;
  let number = 0;
  for (const line of context.school.plan.filter(({ quarter }) => quarter.year === year)) {
    const own = splitDay(line.start).month;
    if (own !== month) addLine(sheet, 'section', monthNames[own - 1] ?? '', header.length);
    month = own;
    number += 1;
    addRow(sheet, 'data', [
      number,
      line.title,
      printEventDate(line, 'cell'),
      line.direction.name,
      line.partner?.short ?? '',
      line.level,
      line.mode,
      line.hours,
      random.pick(persons),
      random.pick(line.held ? heldMarks : missedMarks),
    ]);
  }
  addRow(sheet, 'blank', []);
  addRow(sheet, 'signature', ['', 'План составила: Лугова-Снегирёва А. Д.']);
  return createFile({
    name: 'План мероприятий 2025-2026.xlsx',
    kind: 'events',
    quarters: listYearQuarters(year),
    layout:
      'approval lines; a merged section row per month; date cells and ranges; «выполнено», «проведено» against «не проведено», «отменено», «не состоялось»',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}

/**
 * The register of events of 2024/25 as a flat text.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeRegister(context) {
  const year = 2024;
  const sheet = createSheet('');
  addRow(sheet, 'header', [
    '№',
    'Дата начала',
    'Дата окончания',
    'Название мероприятия',
    'Блок',
    'Направление',
    'Организация-партнёр',
    'Уровень',
    'Форма',
    'Вид',
    'Часы',
    'Проведено',
  ]);
  const lines = context.school.plan.filter(({ quarter }) => quarter.year === year);
  for (const [index, line] of lines.entries()) {
    addRow(sheet, 'data', [
      index + 1,
      { day: line.start },
      { day: line.end },
      line.title,
      `Блок ${blockNumerals[line.direction.block - 1]}`,
      line.direction.name,
      line.partner?.full ?? '',
      line.level,
      line.mode,
      line.kind,
      line.hours,
      line.held ? 'да' : 'нет',
    ]);
  }
  return createFile({
    name: 'Реестр мероприятий 2024-2025.csv',
    kind: 'events',
    quarters: listYearQuarters(year),
    layout:
      'Windows-1251, «;»; full legal names of partners; first and last day in two columns; «да» / «нет» for held',
    sheets: [sheet],
    bytes: encodeText(sheet, { delimiter: ';', encoding: 'win1251' }),
  });
}
