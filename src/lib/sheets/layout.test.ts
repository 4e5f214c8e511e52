import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellRange, CellValue, Sheet } from '#lib/model/sheet.ts';
import type { Table } from '#lib/model/table.ts';
import { findTables } from './layout.ts';

function sheetOf(
  rows: readonly (readonly CellValue[])[],
  merges: readonly CellRange[] = [],
): Sheet {
  return { name: 'Лист', hidden: false, rows, merges, hiddenRows: [], hiddenColumns: [] };
}

/** Rows written as text: cells parted by «|», blank ones empty, whole numbers as numbers. */
function grid(...lines: string[]): CellValue[][] {
  return lines.map((line) =>
    line === ''
      ? []
      : line
          .split('|')
          .map((cell) => (cell === '' ? null : /^\d+$/.test(cell) ? Number(cell) : cell)),
  );
}

function tablesOf(lines: string[], merges: readonly CellRange[] = []): Table[] {
  return findTables(sheetOf(grid(...lines), merges), 3);
}

function only(tables: readonly Table[]): Table {
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (!table) throw new Error('no table');
  return table;
}

function headings(table: Table): string[] {
  return table.columns.map((column) => column.heading);
}

function merge(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

describe('findTables', () => {
  it('parts title, header, data, total and signature', () => {
    const table = only(
      tablesOf([
        'Утверждаю',
        'Директор ____________ Н. В. Заозёрская',
        '',
        'Сведения об участии за I четверть 2025/2026 уч. года',
        'ФИО|Класс|Баллы',
        'Иванова Анна|5А|12',
        'Петров Пётр|5Б|7',
        'ИТОГО: 2 участия||19',
        '',
        'Исполнитель: Сидорова А. А.',
        'тел. 12-34-56',
      ]),
    );
    expect(table.sheetIndex).toBe(3);
    expect(table.layout).toEqual({
      range: { top: 4, left: 0, bottom: 7, right: 2 },
      titleRows: [0, 1, 3],
      headerRows: [4],
      numberingRows: [],
      sectionRows: [],
      totalRows: [7],
      noteRows: [9, 10],
      blankRows: [2, 8],
    });
    expect(table.title[2]).toBe('Сведения об участии за I четверть 2025/2026 уч. года');
    expect(table.rows.map((row) => [row.row, ...row.cells])).toEqual([
      [5, 'Иванова Анна', '5А', 12],
      [6, 'Петров Пётр', '5Б', 7],
    ]);
  });

  it('flattens a header of three rows with merged cells and leaves the numbering row out', () => {
    const table = only(
      tablesOf(
        [
          '№|Класс|Участие|||',
          '||очное||дистанционное|',
          '||школьный|городской|школьный|городской',
          '1|2|3|4|5|6',
          '1|5А|12|3|0|2',
          '2|5Б|10|4|1|0',
        ],
        [
          merge(0, 0, 2, 0),
          merge(0, 1, 2, 1),
          merge(0, 2, 0, 5),
          merge(1, 2, 1, 3),
          merge(1, 4, 1, 5),
        ],
      ),
    );
    expect(table.layout.headerRows).toEqual([0, 1, 2]);
    expect(table.layout.numberingRows).toEqual([3]);
    expect(headings(table)).toEqual([
      '№',
      'Класс',
      'Участие / очное / школьный',
      'Участие / очное / городской',
      'Участие / дистанционное / школьный',
      'Участие / дистанционное / городской',
    ]);
    expect(table.rows.map((row) => row.row)).toEqual([4, 5]);
  });

  it('spans a group over the blanks after it where a text file cannot merge', () => {
    const table = only(
      tablesOf([
        'Класс|Показатели|||Примечание',
        '|Участников|Победителей|Часов|',
        '5А|12|3|4|нет',
        '5Б|10|2|5|есть',
      ]),
    );
    expect(headings(table)).toEqual([
      'Класс',
      'Показатели / Участников',
      'Показатели / Победителей',
      'Показатели / Часов',
      'Примечание',
    ]);
  });

  it('keeps a single header above a section, and a name missing in the header above data', () => {
    const plan = only(
      tablesOf([
        '№|Мероприятие|Партнёр|Часы',
        'Сентябрь',
        '1|Конкурс|Музей|2',
        '2|Фестиваль|ДШИ|3',
        'Октябрь',
        '1|Игра|Музей|1',
      ]),
    );
    expect(plan.layout.headerRows).toEqual([0]);
    expect(plan.layout.sectionRows).toEqual([1, 4]);
    expect(plan.rows.map((row) => row.section)).toEqual(['Сентябрь', 'Сентябрь', 'Октябрь']);
    const gap = only(
      tablesOf(['Учреждение|Участников||Примечание', 'Музей|85|нет|а', 'ДШИ|77|да|б']),
    );
    expect(headings(gap)).toEqual(['Учреждение', 'Участников', '', 'Примечание']);
    expect(gap.rows).toHaveLength(2);
  });

  it('fills merged cells of the body downwards and never sideways', () => {
    const table = only(
      tablesOf(
        ['Класс|ФИО|Балл|Зачёт', '5А|Иванов|3|4', '|Петров|4|5', '5Б|Сидоров|5|', '|Белов|2|1'],
        [merge(1, 0, 2, 0), merge(3, 0, 4, 0), merge(3, 2, 3, 3)],
      ),
    );
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['5А', 'Иванов', 3, 4],
      ['5А', 'Петров', 4, 5],
      ['5Б', 'Сидоров', 5, null],
      ['5Б', 'Белов', 2, 1],
    ]);
  });

  it('finds totals by word, and no total in words that only begin alike', () => {
    const table = only(
      tablesOf([
        'Мероприятие|Уровень|Участников',
        'Всероссийский диктант|всероссийский|5',
        'Итоговая линейка|школьный|9',
        'Всего по 5А||14',
        'Игра «Всего понемногу»|школьный|3',
        'в т. ч. девочек||1',
        'Средняя школа № 5|школьный|2',
        'Среднее||4',
        'Total||19',
      ]),
    );
    expect(table.layout.totalRows).toEqual([3, 5, 7, 8]);
    expect(table.rows.map((row) => row.row)).toEqual([1, 2, 4, 6]);
  });

  it('parts tables that stand below each other', () => {
    const tables = tablesOf([
      'Список 5А класса',
      'ФИО|Пол|Баллы',
      'Иванов|м|3',
      'Петрова|ж|4',
      '',
      'Список 5Б класса',
      'ФИО|Пол|Баллы',
      'Сидоров|м|5',
      '',
      'Партнёр|Договор|Действует до|Часов',
      'Музей|11/22|2027|15',
      'ДШИ|12/22|2026|17',
    ]);
    expect(tables.map((table) => table.layout.headerRows)).toEqual([[1], [6], [9]]);
    expect(tables.map((table) => table.title)).toEqual([
      ['Список 5А класса'],
      ['Список 5Б класса'],
      [],
    ]);
    expect(tables.map((table) => table.rows.length)).toEqual([2, 1, 2]);
  });

  it('does not part a table at its own blank rows, nor at a header repeated on a new page', () => {
    const table = only(
      tablesOf([
        'ФИО|Класс|Баллы',
        'Иванов|5А|3',
        '',
        'Петров|5Б|4',
        'ФИО|Класс|Баллы',
        'Сидоров|5В|5',
        '',
        '',
        'Белов|5Г|1',
      ]),
    );
    expect(table.layout.blankRows).toEqual([2, 6, 7]);
    expect(table.rows.map((row) => row.row)).toEqual([1, 3, 4, 5, 8]);
  });

  it('reads a table without a header and a list of one column of numbers', () => {
    const table = only(tablesOf(['Иванов|12|3', 'Петров|10|4', 'Сидоров|7|1']));
    expect(table.layout.headerRows).toEqual([]);
    expect(headings(table)).toEqual(['', '', '']);
    expect(table.rows).toHaveLength(3);
    expect(only(tablesOf(['Баллы', '3', '4'])).rows).toHaveLength(2);
  });

  it('takes years and days of a month as headings', () => {
    expect(
      only(tablesOf(['Показатель|2023|2024|2025', 'Охват|40|45|50', 'Часы|3|4|6'])).layout
        .headerRows,
    ).toEqual([0]);
    expect(
      only(tablesOf(['ФИО|1|2|3|4', 'Иванов|5|5|4|3', 'Петров|4|4|5|5'])).layout.headerRows,
    ).toEqual([0]);
  });

  it('finds no table in an empty sheet or in running text', () => {
    expect(findTables(sheetOf([]), 0)).toEqual([]);
    expect(
      tablesOf(['Объяснительная записка', '', 'Я опоздал, потому что проспал.', 'Иванов']),
    ).toEqual([]);
  });

  it('gives every row of the filled range exactly one role', () => {
    const cell = fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      fc.constantFrom(
        'Итого',
        'ФИО',
        'Класс',
        'Иванов Пётр',
        'Директор ____',
        'Примечание',
        'Всего: 5',
        '5А',
        '–',
      ),
      fc.integer({ min: 0, max: 40 }),
      fc.constant({ date: '2025-09-01' }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 40 });
    const merges = fc.array(
      fc
        .record({ top: fc.nat(30), left: fc.nat(4), height: fc.nat(3), width: fc.nat(3) })
        .map(({ top, left, height, width }) => merge(top, left, top + height, left + width)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(rows, merges, (cells, merged) => {
        const tables = findTables(sheetOf(cells, merged), 0);
        if (tables.length === 0) return;
        const filled = cells.flatMap((row, index) =>
          row.some((value) => value !== null) ? [index] : [],
        );
        const roles = tables.flatMap(({ layout, rows: data }) => [
          ...layout.titleRows,
          ...layout.headerRows,
          ...layout.numberingRows,
          ...layout.sectionRows,
          ...layout.totalRows,
          ...layout.noteRows,
          ...layout.blankRows,
          ...data.map(({ row }) => row),
        ]);
        const [first = 0, last = -1] = [filled[0], filled.at(-1)];
        expect(roles.sort((a, b) => a - b)).toEqual(
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        for (const table of tables) {
          for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
