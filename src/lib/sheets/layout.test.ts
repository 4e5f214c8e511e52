import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellRange, CellValue, Sheet } from '#lib/model/sheet.ts';
import type { LayoutDecision, Table } from '#lib/model/table.ts';
import { findTables, lineText } from './layout.ts';

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
      unitRows: [],
      headerRows: [4],
      numberingRows: [],
      sectionRows: [],
      totalRows: [7],
      noteRows: [9, 10],
      blankRows: [2, 8],
      wide: null,
      evidence: [
        { role: 'title', lines: [0, 1, 3], reason: 'title-above', params: {} },
        { role: 'header', lines: [4], reason: 'header-types', params: {} },
        { role: 'total', lines: [7], reason: 'total-word', params: {} },
        { role: 'note', lines: [9, 10], reason: 'note-words', params: {} },
        { role: 'blank', lines: [2, 8], reason: 'blank-gap', params: {} },
      ],
    });
    expect(table.title[2]).toBe('Сведения об участии за I четверть 2025/2026 уч. года');
    expect([...table.rows].map((row) => [row.row, ...row.cells])).toEqual([
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
    expect([...table.rows].map((row) => row.row)).toEqual([4, 5]);
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
    expect([...plan.rows].map((row) => row.section)).toEqual(['Сентябрь', 'Сентябрь', 'Октябрь']);
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
    expect([...table.rows].map((row) => row.cells)).toEqual([
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
    expect([...table.rows].map((row) => row.row)).toEqual([1, 2, 4, 6]);
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
    expect([...table.rows].map((row) => row.row)).toEqual([1, 3, 4, 5, 8]);
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

  it('takes no merged title for a floor of the header, whatever columns it is merged over', () => {
    const titled = only(
      tablesOf(
        ['Отчёт за III четверть', 'ФИО|Класс', 'Иванов|5А', 'Петров|5Б'],
        [merge(0, 0, 0, 1)],
      ),
    );
    expect(titled.title).toEqual(['Отчёт за III четверть']);
    expect(headings(titled)).toEqual(['ФИО', 'Класс']);
    const centred = only(
      tablesOf(
        [
          '|Сведения об участии за год||',
          'ФИО|Класс|Конкурс|Баллы',
          'Иванов|5А|чтецов|5',
          'Петров|5Б|эссе|3',
        ],
        [merge(0, 1, 0, 3)],
      ),
    );
    expect(centred.layout.headerRows).toEqual([1]);
    const preamble = only(
      tablesOf(['Прибор № 3|Снято в лаборатории 11 февраля', 'волна|доля', '400|98', '399|97']),
    );
    expect(headings(preamble)).toEqual(['волна', 'доля']);
  });

  it('takes the first row of data for data where all columns are text', () => {
    const table = only(
      tablesOf(['Класс|ФИО|Конкурс|Итог', '5А|Иванов|чтецов|победитель', '5Б|Петров|эссе|призёр']),
    );
    expect(table.layout.headerRows).toEqual([0]);
    expect(table.rows).toHaveLength(2);
  });

  it('reads a row «1 2 3» above numbers as data and above words as the numbers of columns', () => {
    expect(only(tablesOf(['a|b|c', '1|2|3', '4|5|6'])).rows).toHaveLength(2);
    expect(
      only(tablesOf(['Кружок|Всего|Девочек', '1|2|3', 'Хор|5|6'])).layout.numberingRows,
    ).toEqual([1]);
  });

  it('sets lines of units apart from titles', () => {
    for (const unit of [
      'человек',
      'тыс. руб.',
      '(в процентах)',
      'млрд рублей',
      'В % к декабрю предыдущего года',
      'Ед. изм.: чел.',
    ]) {
      const table = only(tablesOf(['Охват детей', unit, 'Класс|Хор|Танцы', '5А|2|3', '5Б|4|5']));
      expect([unit, table.layout.unitRows, table.layout.titleRows]).toEqual([unit, [1], [0]]);
    }
    const plain = only(tablesOf(['Список участников', 'Класс|Хор|Танцы', '5А|2|3', '5Б|4|5']));
    expect(plain.layout.unitRows).toEqual([]);
  });

  it('finds totals by arithmetic, and none where small numbers agree by chance', () => {
    const last = only(
      tablesOf(['Класс|Детей|Часов', '5А|124|311', '5Б|118|289', '5В|131|402', 'Лицей|373|1002']),
    );
    expect(last.layout.totalRows).toEqual([4]);
    expect(last.layout.evidence).toContainEqual({
      role: 'total',
      lines: [4],
      reason: 'total-sum',
      params: { columns: 2, rows: 3 },
    });
    const within = only(
      tablesOf([
        '№|Класс|Детей|Часов',
        '1|5А|24|61',
        '2|5Б|28|49',
        '||52|110',
        '3|6А|21|38',
        '4|6Б|23|44',
        '||44|82',
        '||96|192',
      ]),
    );
    expect(within.layout.totalRows).toEqual([3, 6, 7]);
    expect(
      only(tablesOf(['ФИО|Баллы', 'Иванов|3', 'Петров|2', 'Белов|5'])).layout.totalRows,
    ).toEqual([]);
    const counted = tablesOf([
      '№|Класс|Детей|Часов',
      '1|5А|1240|3110',
      '2|5Б|1180|2890',
      '3|5В|1310|4020',
      '4|Лицей|3730|10020',
    ]);
    expect(only(counted).layout.totalRows).toEqual([]);
  });

  it('takes parts of a closed total for totals, and parts of a whole that stands first for data', () => {
    const closed = only(
      tablesOf([
        'Класс|Детей|Часов',
        '5А|2|5',
        '5Б|3|4',
        'Всего|5|9',
        'в том числе девочек|1|2',
        'из них впервые|1|1',
      ]),
    );
    expect(closed.layout.totalRows).toEqual([3, 4]);
    const opened = only(
      tablesOf([
        'Вид|2023|2024',
        'Обучение – всего|50|90',
        'в том числе очное|30|60',
        'заочное|21|30',
      ]),
    );
    expect(opened.layout.totalRows).toEqual([1]);
    expect([...opened.rows].map(({ row }) => row)).toEqual([2, 3]);
  });

  it('parts tables that stand side by side, each with the title above both', () => {
    const tables = tablesOf([
      'Итоги за I четверть',
      'ФИО|Часы||Партнёр|Договор',
      'Иванов|5||Музей|11/25',
      'Петров|4||ДШИ|12/25',
      'Белов|3',
      'Орлов|2',
    ]);
    expect(tables.map((table) => [table.title, headings(table), table.rows.length])).toEqual([
      [['Итоги за I четверть'], ['ФИО', 'Часы'], 4],
      [['Итоги за I четверть'], ['Партнёр', 'Договор'], 2],
    ]);
    expect(tables.map((table) => table.layout.range)).toEqual([
      { top: 1, left: 0, bottom: 5, right: 1 },
      { top: 1, left: 3, bottom: 3, right: 4 },
    ]);
    only(
      tablesOf([
        'ФИО|Балл||Часы|Место',
        'Иванов|5||10|музей',
        'Петров|4||7|парк',
        'Белов|3||8|зал',
      ]),
    );
  });

  it('begins another table at a header with other columns, without a blank row', () => {
    const tables = tablesOf([
      'ФИО|Класс|Балл',
      'Иванов|5А|5',
      'Петров|5Б|4',
      'ФИО|Класс|Балл|Часы',
      'Белов|5А|5|1',
    ]);
    expect(tables.map((table) => table.layout.headerRows)).toEqual([[0], [3]]);
  });

  it.each([
    ['ФИО|Сентябрь|Октябрь|Всего', 'month', 1, 2],
    ['ФИО|I четв.|II четв.|III четв.', 'term', 1, 3],
    ['Показатель|2023|2024 год|2025 г.', 'year', 1, 3],
    ['Класс|2023/24|2024/25', 'year', 1, 2],
    ['ФИО|01.09.2025|08.09.2025', 'date', 1, 2],
    ['Класс|школьный|муниципальный|региональный', 'level', 1, 3],
    ['Класс|Кол-во участников|победителей|призёров', 'result', 1, 3],
  ])('sees the wide range of %s', (header, kind, first, last) => {
    const width = header.split('|').length;
    const row = ['Хор', ...Array.from({ length: width - 1 }, () => '+')].join('|');
    expect(only(tablesOf([header, row, row.replace('Хор', 'Танцы')])).layout.wide).toEqual({
      first,
      last,
      kind,
    });
  });

  it('keeps hidden rows and columns and says so', () => {
    const sheet = {
      ...sheetOf(grid('ФИО|Класс|Часы', 'Иванов|5А|2', 'Петров|5Б|3')),
      hiddenRows: [2],
      hiddenColumns: [1],
    };
    const table = only(findTables(sheet, 0));
    expect(table.columns[1]).toEqual({ index: 1, heading: 'Класс', hidden: true });
    expect(table.rows).toHaveLength(2);
    expect(table.layout.evidence).toContainEqual({
      role: 'data',
      lines: [2],
      reason: 'header-types',
      params: { hidden: 1 },
    });
  });

  it('reads a header without rows as a table without rows', () => {
    const table = only(tablesOf(['Список', 'ФИО|Класс|Балл']));
    expect([table.title, headings(table), [...table.rows]]).toEqual([
      ['Список'],
      ['ФИО', 'Класс', 'Балл'],
      [],
    ]);
  });
});

describe('a decision about a layout', () => {
  const lines = [
    'ФИО|Класс|Балл',
    'Иванов|5А|5',
    'Петров|5Б|4',
    '',
    'Партнёр|Город|Часы',
    'Музей|Пермь|много',
    'Театр|Пермь|мало',
  ];

  /** The tables of a sheet with a decision about the first of them. */
  function decided(decision: LayoutDecision, source = lines): Table[] {
    let offered = 0;
    return findTables(sheetOf(grid(...source)), 0, () => (offered++ === 0 ? decision : null));
  }

  it('joins two tables and parts one', () => {
    expect(tablesOf(lines)).toHaveLength(2);
    const joined = only(decided({ until: null }));
    expect([...joined.rows].map(({ row }) => row)).toEqual([1, 2, 4, 5, 6]);
    const until = lineText(['Петров', '5Б', 4]);
    const parted = decided({ until });
    expect([...(parted[0]?.rows ?? [])].map(({ row }) => row)).toEqual([1]);
    expect(parted[0]?.layout.range.bottom).toBe(1);
    expect(parted.flatMap((table) => table.layout.headerRows)).toContain(4);
  });

  it('looks for no further table below one that is said to be the last', () => {
    const last = only(decided({ last: true }));
    expect([...last.rows].map(({ row }) => row)).toEqual([1, 2]);
    expect(last.layout.noteRows).toEqual([4, 5, 6]);
    expect(last.layout.blankRows).toEqual([3]);
  });

  it('moves the header and the first row of data, or does without a header', () => {
    const [lower] = decided({ header: [1, 1] });
    expect(lower?.layout).toMatchObject({ titleRows: [0], headerRows: [1] });
    expect(lower?.layout.evidence).toContainEqual({
      role: 'header',
      lines: [1],
      reason: 'decided',
      params: {},
    });
    const [none] = decided({ header: null });
    expect([...(none?.rows ?? [])].map(({ row }) => row)).toEqual([0, 1, 2]);
    const [from] = decided({ from: 2 });
    expect(from?.layout).toMatchObject({ headerRows: [0], titleRows: [1] });
    expect([...(from?.rows ?? [])].map(({ row }) => row)).toEqual([2]);
  });

  it('gives lines their roles by what they say', () => {
    const [table] = decided({ lines: { [lineText(['Петров', '5Б', 4])]: 'total' } });
    expect(table?.layout.totalRows).toEqual([2]);
    expect(table?.layout.evidence).toContainEqual({
      role: 'total',
      lines: [2],
      reason: 'decided',
      params: {},
    });
    expect([...(table?.rows ?? [])].map(({ row }) => row)).toEqual([1]);
  });

  it('leaves columns to other tables, and joins what stands side by side', () => {
    const [left, right] = decided({ columns: [0, 1] }, [
      'ФИО|Класс|Кружок|Часы',
      'Иванов|5А|хор|5',
      'Петров|5Б|бег|4',
    ]);
    expect(left && headings(left)).toEqual(['ФИО', 'Класс']);
    expect(right && headings(right)).toEqual(['Кружок', 'Часы']);
    const beside = ['ФИО|Часы||ФИО|Часы', 'Иванов|5||Белов|1', 'Петров|4||Орлов|2', 'Юрьев|4'];
    expect(tablesOf(beside)).toHaveLength(2);
    const joined = only(decided({ columns: [0, 4] }, beside));
    expect(joined.columns.map(({ index }) => index)).toEqual([0, 1, 3, 4]);
    expect(joined.rows).toHaveLength(3);
  });

  it('that does not fit the sheet changes only what it can', () => {
    const [table] = decided({
      header: [90, 91],
      from: 99,
      columns: [50, 60],
      until: 'нет такой строки',
    });
    expect(table?.rows).toEqual(tablesOf(lines)[0]?.rows);
  });
});

describe('conservation', () => {
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
          ...layout.unitRows,
          ...layout.headerRows,
          ...layout.numberingRows,
          ...layout.sectionRows,
          ...layout.totalRows,
          ...layout.noteRows,
          ...layout.blankRows,
          ...[...data].map(({ row }) => row),
        ]);
        const [first = 0, last = -1] = [filled[0], filled.at(-1)];
        const isBeside = tables.some(({ layout }) =>
          layout.evidence.some(({ role }) => role === 'columns'),
        );
        if (isBeside) expect(roles).toEqual(expect.arrayContaining(filled));
        else
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

  it('loses and doubles no cell where lists stand side by side', () => {
    const list = fc.record({
      heading: fc.constantFrom('ФИО', 'Партнёр', 'Кружок'),
      values: fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 1, maxLength: 8 }),
      titled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 4 }), (lists) => {
        const height = 2 + Math.max(...lists.map(({ values }) => values.length));
        const cells: CellValue[][] = Array.from({ length: height }, () =>
          new Array<CellValue>(lists.length * 3).fill(null),
        );
        const put = (row: number, column: number, value: CellValue): void => {
          const line = cells[row];
          if (line) line[column] = value;
        };
        for (const [place, { heading, values, titled }] of lists.entries()) {
          if (titled) put(0, 3 * place, `Список ${String(place)}`);
          put(1, 3 * place, heading);
          put(1, 3 * place + 1, 'Часы');
          for (const [step, value] of values.entries()) {
            put(2 + step, 3 * place, `имя ${String(place)}-${String(step)}`);
            put(2 + step, 3 * place + 1, value);
          }
        }
        const read = findTables(sheetOf(cells), 0).flatMap((table) =>
          [...table.rows].flatMap((row) => row.cells.filter((value) => value !== null)),
        );
        const written = cells.slice(2).flatMap((row) => row.filter((value) => value !== null));
        expect(read.map(String).sort()).toEqual(written.map(String).sort());
      }),
      { numRuns: 60 },
    );
  });
});
