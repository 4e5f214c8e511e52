import { describe, expect, test } from 'vitest';
import type { CellRange, Sheet } from '#lib/model/sheet.ts';
import { arrangeTables } from './arrangement.ts';
import { mendedCells, mendTable } from './mend.ts';
import type { CellRepair } from './repair.ts';
import { replaceValues } from './replacement.ts';

const sheetOf = (rows: Sheet['rows'], merges: readonly CellRange[] = []): Sheet => ({
  name: '',
  hidden: false,
  rows,
  merges,
  hiddenRows: [],
  hiddenColumns: [],
});

const plain = sheetOf([
  ['Участие, 2024/2025 учебный год'],
  [],
  ['ФИО', 'Класс', 'Результат', 'Дата'],
  ['Агеева Анна', '5А', 'призер', '12.13.2025'],
  ['Бобров Илья', '5Б', 'участник', '12.09.2025'],
  ['Вагин Пётр', '5Б', 'Призер ', '12.09.2025'],
]);

function mend(sheet: Sheet, cells: readonly Omit<CellRepair, 'sheetIndex'>[]) {
  const [arranged] = arrangeTables(sheet, 0, []);
  if (!arranged) throw new Error('The sheet has a table');
  const own = mendedCells(
    cells.map((cell) => ({ sheetIndex: 0, ...cell })),
    sheet,
    0,
  );
  return { before: arranged.table, after: mendTable(arranged.table, sheet, own), own };
}

describe('mended cells', () => {
  test('a cell reads what was typed, the rest of the rows stays the very same', () => {
    const { before, after } = mend(plain, [
      { row: 3, column: 3, to: '13.12.2025' },
      { row: 4, column: 2, to: '' },
    ]);
    expect(after.rows.at(0)?.cells).toEqual(['Агеева Анна', '5А', 'призер', '13.12.2025']);
    expect(after.rows.at(1)?.cells[2]).toBeNull();
    expect(after.rows.at(2)).toEqual(before.rows.at(2));
  });

  test('a heading and a title are mended too', () => {
    const { after } = mend(plain, [
      { row: 2, column: 3, to: 'Дата мероприятия' },
      { row: 0, column: 0, to: 'Участие, 2025/2026 учебный год' },
    ]);
    expect(after.columns.map(({ heading }) => heading)).toEqual([
      'ФИО',
      'Класс',
      'Результат',
      'Дата мероприятия',
    ]);
    expect(after.title).toEqual(['Участие, 2025/2026 учебный год']);
  });

  test('one floor of a stacked heading is mended in all columns that its cell covers', () => {
    const sheet = sheetOf(
      [
        ['ФИО', 'Кружки', null, 'Класс'],
        [null, 'Хор', 'Шахматы', null],
        ['Агеева Анна', 1, 2, '5А'],
        ['Бобров Илья', 3, 4, '5Б'],
      ],
      [
        { top: 0, left: 1, bottom: 0, right: 2 },
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 3, bottom: 1, right: 3 },
      ],
    );
    const { after } = mend(sheet, [
      { row: 0, column: 1, to: 'Студии' },
      { row: 1, column: 2, to: 'Театр' },
    ]);
    expect(after.columns.map(({ heading }) => heading)).toEqual([
      'ФИО',
      'Студии / Хор',
      'Студии / Театр',
      'Класс',
    ]);
  });

  test('a mended section speaks for the rows below it alone', () => {
    const sheet = sheetOf([
      ['ФИО', 'Мероприятие', 'Дата'],
      ['5 «А» класс'],
      ['Агеева Анна', 'Конкурс', '12.09.2025'],
      ['6 «Б» класс'],
      ['Бобров Илья', 'Конкурс', '12.09.2025'],
    ]);
    const { after } = mend(sheet, [{ row: 3, column: 0, to: '7 «Б» класс' }]);
    expect([...after.rows].map(({ section }) => section)).toEqual(['5 «А» класс', '7 «Б» класс']);
  });

  test('a mended merged cell counts for every row that it covers, unless the row has its own repair', () => {
    const sheet = sheetOf(
      [
        ['Класс', 'ФИО', 'Дата'],
        ['5А', 'Агеева Анна', '12.09.2025'],
        [null, 'Бобров Илья', '12.09.2025'],
        [null, 'Вагин Пётр', '12.09.2025'],
      ],
      [{ top: 1, left: 0, bottom: 3, right: 0 }],
    );
    const { after } = mend(sheet, [
      { row: 1, column: 0, to: '6А' },
      { row: 2, column: 0, to: '6Б' },
    ]);
    expect([...after.rows].map(({ cells }) => cells[0])).toEqual(['6А', '6Б', '6А']);
  });

  test('repairs of cells that no table holds change nothing', () => {
    const { before, after } = mend(plain, [{ row: 99, column: 9, to: 'x' }]);
    expect(after).toEqual(before);
  });
});

test('a replacement counts for all cells alike of its column, whatever the case, but not for one mended by hand', () => {
  const { after, own } = mend(plain, [{ row: 3, column: 2, to: 'лауреат' }]);
  const replacements = [
    { heading: 'РЕЗУЛЬТАТ', from: 'ПРИЗЕР', to: 'призёр' },
    { heading: 'результат', from: 'лауреат', to: 'участник' },
    { heading: 'Класс', from: 'призер', to: 'x' },
  ];
  const replaced = replaceValues(after, { fingerprint: '', fields: {}, replacements }, own);
  expect([...replaced.rows].map(({ cells }) => cells[2])).toEqual([
    'лауреат',
    'участник',
    'призёр',
  ]);
});
