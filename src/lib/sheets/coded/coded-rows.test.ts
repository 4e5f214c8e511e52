import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, Sheet } from '#lib/model/sheet.ts';
import { findTables } from '../layout.ts';
import { CodedRows } from './coded-rows.ts';
import { codeCells } from './coded-table.ts';

/** Rows as columns of codes. */
function coded(rows: readonly (readonly CellValue[])[]): CodedRows {
  const widest = Math.max(0, ...rows.map(({ length }) => length));
  const columns = codeCells(rows.length, widest, (row, column) => rows[row]?.[column] ?? null);
  return new CodedRows(
    columns,
    Int32Array.from(rows, ({ length }) => length),
    rows.length,
  );
}

const cell = fc.constantFrom<CellValue>(
  null,
  'Итого',
  'ФИО',
  'Класс',
  'Агеева Анна',
  '5А',
  '12',
  '7,5',
  'Примечание',
  '01.09.2025',
  7,
  true,
  { date: '2025-09-01' },
);
const lines = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 });
const sheetOf = (rows: Sheet['rows']): Sheet => ({
  name: '',
  hidden: false,
  rows,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
});

describe('CodedRows', () => {
  it('holds the rows that it was made of', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        expect([...coded(rows)]).toEqual(rows);
        expect(coded(rows).slice(1, 4)).toEqual(rows.slice(1, 4));
      }),
    );
  });

  it('replaces rows and leaves out a blank end as a list of rows does', () => {
    const replacements = fc.array(
      fc.tuple(fc.nat(20), fc.array(fc.constantFrom('а', null, '5А'), { maxLength: 9 })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(lines, replacements, (rows, given) => {
        const replaced = new Map(given.filter(([row]) => row < rows.length));
        const expected = rows.map((cells, row) => replaced.get(row) ?? cells);
        expect([...coded(rows).with(replaced)]).toEqual(expected);
        while (expected.at(-1)?.every((one) => one === null)) expected.pop();
        expect([...coded(rows).with(replaced).withoutBlankEnd()]).toEqual(expected);
      }),
    );
  });

  it('shows the same tables as a list of rows', () => {
    const outline = (rows: Sheet['rows']) =>
      findTables(sheetOf(rows), 0).map((table) => ({ ...table, rows: [...table.rows] }));
    fc.assert(
      fc.property(lines, (rows) => {
        expect(outline(coded(rows))).toEqual(outline(rows));
      }),
      { numRuns: 500 },
    );
  });
});
