/** @import { SampleFile } from '../types.js' */
/** @import { Column } from './columns.js' */
/** @import { Context } from './context.js' */
/** @import { FlawPlan } from './flaws.js' */
import { createColumn } from './columns.js';
import { createFile, listQuarterRows } from './context.js';
import { encodeText } from './encode.js';
import { fillParticipations } from './fill.js';
import { addRow, createSheet } from './table.js';

/**
 * One delimited participation file.
 * @typedef {object} TextPlan
 * @property {string} name
 * @property {string} key
 * @property {number[]} [blocks]
 * @property {number} seed
 * @property {Column[]} columns
 * @property {FlawPlan[]} flaws
 * @property {string} layout
 * @property {{ delimiter: string, encoding: string, bom?: boolean, quoteAll?: boolean }} dialect
 * @property {boolean} [carriesHours]
 * @property {number} [typos]
 * @property {number} [blankEvery]
 */

/** @returns {TextPlan[]} */
function listPlans() {
  return [
    {
      name: 'Участие III четверть 2023-2024.csv',
      key: '2023/24-3',
      seed: 30,
      columns: [
        createColumn('name', 'ФИО обучающегося', { style: 'short' }),
        createColumn('class', 'Класс'),
        createColumn('title', 'Мероприятие'),
        createColumn('date', 'Дата', { style: 'range' }),
        createColumn('level', 'Уровень'),
        createColumn('role', 'Роль'),
        createColumn('result', 'Результат', { style: 'latin' }),
        createColumn('direction', 'Направление'),
        createColumn('partner', 'Партнёр'),
        createColumn('hours', 'Часы'),
      ],
      flaws: [
        { kind: 'date', value: '30.02.2024' },
        { kind: 'class', value: '—' },
      ],
      layout:
        'Windows-1251, «;»; «Лауреат 2 cтепени» with a Latin «c»; some names and classes with a Latin letter; blank lines',
      dialect: { delimiter: ';', encoding: 'win1251' },
      typos: 0.006,
      blankEvery: 700,
    },
    {
      name: 'Выгрузка участий 1 четверть 2024-2025.csv',
      key: '2024/25-1',
      seed: 31,
      columns: [
        createColumn('name', 'ФИО', { style: 'short' }),
        createColumn('class', 'Кл.', { style: 'straight' }),
        createColumn('title', 'Мероприятие', { style: 'straight' }),
        createColumn('date', 'Дата', { style: 'range-hyphen' }),
        createColumn('level', 'Уровень'),
        createColumn('direction', 'Направление'),
        createColumn('partner', 'Партнёр', { style: 'straight' }),
        createColumn('role', 'Роль'),
        createColumn('result', 'Результат'),
      ],
      flaws: [
        { kind: 'name', value: '' },
        { kind: 'date', value: '31.09.2024' },
      ],
      layout:
        'IBM866, «;», every filled field quoted, straight quotes inside doubled; classes as 5"А"; no hours column',
      dialect: { delimiter: ';', encoding: 'cp866', quoteAll: true },
      carriesHours: false,
    },
    {
      name: 'Участие II четверть 2024-2025, культура.txt',
      key: '2024/25-2',
      blocks: [2],
      seed: 32,
      columns: [
        createColumn('last', 'Фамилия'),
        createColumn('first', 'Имя'),
        createColumn('class', 'Класс'),
        createColumn('title', 'Название мероприятия'),
        createColumn('date', 'Дата проведения', { style: 'range' }),
        createColumn('direction', 'Направление'),
        createColumn('partner', 'Учреждение культуры'),
        createColumn('level', 'Уровень'),
        createColumn('role', 'Роль'),
        createColumn('result', 'Результат'),
        createColumn('hours', 'Часы'),
      ],
      flaws: [{ kind: 'result', value: 'уточняется' }],
      layout:
        'one of three files of the quarter (block II); UTF-16LE with BOM, tabs; surname and first name apart',
      dialect: { delimiter: '\t', encoding: 'utf16-le', bom: true },
    },
    {
      name: 'Участие II четверть 2024-2025, вузы.csv',
      key: '2024/25-2',
      blocks: [3],
      seed: 33,
      columns: [
        createColumn('block', 'Блок'),
        createColumn('direction', 'Направление', { style: 'capital' }),
        createColumn('partner', 'Вуз'),
        createColumn('title', 'Мероприятие'),
        createColumn('date', 'Дата/период', { style: 'range' }),
        createColumn('name', 'ФИО учащегося'),
        createColumn('class', 'Класс', { style: 'long' }),
        createColumn('level', 'Уровень'),
        createColumn('mode', 'Форма'),
        createColumn('role', 'Роль'),
        createColumn('result', 'Результат', { style: 'roman' }),
        createColumn('hours', 'Часы'),
      ],
      flaws: [{ kind: 'class', value: '—' }],
      layout:
        'one of three files of the quarter (block III); UTF-8 with BOM, «;»; block in Roman numerals',
      dialect: { delimiter: ';', encoding: 'utf8', bom: true },
    },
    {
      name: 'Участие II четверть 2025-2026.csv',
      key: '2025/26-2',
      seed: 34,
      columns: [
        createColumn('last', 'Фамилия обучающегося'),
        createColumn('first', 'Имя'),
        createColumn('patronymic', 'Отчество (при наличии)'),
        createColumn('class', 'Класс', { style: 'lower' }),
        createColumn('title', 'Наименование мероприятия'),
        createColumn('date', 'Дата', { style: 'range' }),
        createColumn('level', 'Уровень'),
        createColumn('role', 'Роль участника'),
        createColumn('result', 'Итог', { style: 'capital' }),
        createColumn('direction', 'Направление'),
        createColumn('partner', 'Организация-партнёр'),
        createColumn('hours', 'Кол-во часов'),
      ],
      flaws: [
        { kind: 'date', value: '31.11.2025' },
        { kind: 'result', value: 'в работе' },
      ],
      layout: 'Windows-1251, «;»; surname, first name and patronymic apart; classes in lower case',
      dialect: { delimiter: ';', encoding: 'win1251' },
      typos: 0.004,
    },
  ];
}

/**
 * The participation files that are delimited text.
 * @param {Context} context
 * @returns {SampleFile[]}
 */
export function writeTexts(context) {
  return listPlans().map((plan) => {
    const sheet = createSheet('');
    addRow(
      sheet,
      'header',
      plan.columns.map(({ heading }) => heading),
    );
    fillParticipations(sheet, {
      rows: listQuarterRows(context.school, plan.key, plan.blocks),
      columns: plan.columns,
      namesakes: context.namesakes,
      random: context.createOwnRandom(plan.seed),
      flaws: plan.flaws,
      typos: plan.typos ?? 0,
      blankEvery: plan.blankEvery ?? 0,
    });
    return createFile({
      name: plan.name,
      kind: 'participations',
      quarters: [plan.key],
      layout: plan.layout,
      carriesHours: plan.carriesHours ?? true,
      sheets: [sheet],
      bytes: encodeText(sheet, plan.dialect),
    });
  });
}
