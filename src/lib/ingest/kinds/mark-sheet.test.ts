import { describe, expect, test } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Lexicon } from '../lexicon.ts';
import { readMark, type Mark, type MarkNumbers } from './marks.ts';
import { read } from './read-table.fixture.ts';

const lexicon = new Lexicon(defaultProgramme);

describe('marks', () => {
  const prize = lexicon.result('призёр');
  test.each<[CellValue, MarkNumbers, Partial<Mark> | 'none' | null]>([
    ['+', 'presence', { result: null }],
    ['х', 'presence', { result: null }],
    ['✓', 'presence', { result: null }],
    [1, 'presence', { result: null }],
    ['1', 'presence', { result: null }],
    ['да', 'presence', { result: null }],
    ['призёр', 'presence', { result: prize }],
    ['2 место', 'presence', { result: lexicon.result('2 место') }],
    [1, 'place', { result: lexicon.result('1 место') }],
    ['2,5 ч', 'hours', { hours: 2.5 }],
    [3, 'hours', { hours: 3 }],
    ['30 мин', 'hours', { hours: 0.5 }],
    ['организатор', 'presence', { role: lexicon.role('организатор') }],
    [null, 'presence', 'none'],
    ['', 'presence', 'none'],
    ['–', 'presence', 'none'],
    [0, 'hours', 'none'],
    ['нет', 'presence', 'none'],
    ['н/д', 'presence', 'none'],
    ['перенесли', 'presence', null],
    [7, 'presence', null],
  ])('%j among %s', (cell, numbers, expected) => {
    const mark = readMark(cell, numbers, lexicon);
    if (expected === null || expected === 'none') expect(mark).toBe(expected);
    else expect(mark).toMatchObject(expected);
  });
});

describe('pupils down, events across', () => {
  const headings = [
    '№',
    'ФИО',
    'Класс',
    'Конкурс «Радуга» (12.09.2025)',
    'Городская олимпиада по химии / 14.10.2025',
    'Экскурсия в музей',
    'Итого',
  ];
  const rows: CellValue[][] = [
    [1, 'Агеева Анна', '5А', '+', null, 1, 2],
    [2, 'Бобров Илья', '5А', 'призёр', 'участник', '-', 2],
    [3, 'Вагин Пётр', '5А', null, null, null, 0],
  ];
  const around = { title: ['Участие класса в мероприятиях за I четверть 2025/2026 уч. года'] };

  test('a marked cell is one participation, with its column', () => {
    const { reading, records } = read(headings, rows, around);
    expect(reading.kind).toBe('participation');
    expect(records.participation).toMatchObject({
      key: ['агеева анна', 'агеева анна', 'бобров илья', 'бобров илья'],
      title: [
        'Конкурс «Радуга»',
        'Экскурсия в музей',
        'Конкурс «Радуга»',
        'Городская олимпиада по химии',
      ],
      result: [null, null, lexicon.result('призёр'), lexicon.result('участник')],
      term: [1, 1, 1, 1],
      exact: [true, false, true, true],
      row: [1, 1, 2, 2],
      col: [3, 5, 3, 4],
    });
    expect(reading.counts).toMatchObject({ accepted: 2, quarantined: 0 });
    expect(reading.counts.setAside['no-value']).toBe(1);
  });

  test('hours in the cells are hours of the event', () => {
    const { records } = read(
      ['ФИО', 'Класс', 'Акция «Чистый двор»', 'Помощь ветеранам'],
      [
        ['Агеева Анна', '8А', 2, '1,5'],
        ['Бобров Илья', '8А', '3 ч', null],
      ],
      { title: ['Волонтёрские часы по акциям, II четверть 2025/26 учебного года'] },
    );
    expect(records.participation?.hours).toEqual([2, 1.5, 3]);
  });

  test('a mark that is none is reported with a proposal', () => {
    const more = [
      ...rows,
      ...Array.from({ length: 12 }, (_, at) => [
        at + 4,
        `Дёмин Олег ${'абвгдежзиклм'[at]}`,
        '5А',
        '+',
        '+',
        '+',
        3,
      ]),
    ];
    const { reading } = read(
      headings,
      more.with(1, [2, 'Бобров Илья', '5А', 'призерр', null, null, 1]),
      around,
    );
    expect(reading.issues).toMatchObject([
      {
        code: 'result-unknown',
        at: { row: 2, column: 3 },
        proposal: { to: 'призёр', reason: 'one-letter' },
      },
    ]);
  });

  test('ticks on a roll that are no events stay a roll', () => {
    const { reading } = read(
      ['ФИО', 'Дата рождения', 'Многодетная семья', 'Опека'],
      [
        ['Агеева Анна', '10.08.2014', '+', null],
        ['Бобров Илья', '31.12.2013', null, '+'],
      ],
      { sheet: '5А', file: 'Социальный паспорт 2025-2026.xlsx' },
    );
    expect(reading.kind).toBe('roll');
  });
});
