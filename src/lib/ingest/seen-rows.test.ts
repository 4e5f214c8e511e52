import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { codedTable } from '#lib/sheets/coded/coded-table.ts';
import { SeenRows } from './seen-rows.ts';

const cell = fc.constantFrom<CellValue>(null, '', 'а', 'б', 5, '5', true, { date: '2025-09-01' });

describe('SeenRows', () => {
  it('meets exactly the rows that read the same in every cell that counts', () => {
    const read = (one: CellValue) =>
      one !== null && typeof one === 'object' ? Object.values(one).join() : String(one ?? '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(fc.constantFrom('', '5А')), cell, cell, cell), {
          maxLength: 60,
        }),
        (lines) => {
          const rows = lines.map(([section, ...cells], row) => ({ row, section, cells }));
          const seen = new SeenRows(codedTable(rows, 3), new Set([1]));
          const known = new Set<string>();
          for (const [place, [section, first, , third]] of lines.entries()) {
            const key = JSON.stringify([section ?? '', read(first), read(third)]);
            expect(seen.add(place)).toBe(known.has(key));
            known.add(key);
          }
        },
      ),
    );
  });

  it('meets equal rows far apart in a long table, and none that differ in one cell', () => {
    const most = 20_000;
    const rows = Array.from({ length: most }, (_, row) => ({
      row,
      section: null,
      cells: [`${row % 9000}`, `${row % 3}`, row === 15_000 ? 'x' : `${row % 2}`],
    }));
    const seen = new SeenRows(codedTable(rows, 3), new Set());
    const known = new Set<string>();
    for (const [place, { cells }] of rows.entries()) {
      const key = cells.join('|');
      expect(seen.add(place)).toBe(known.has(key));
      known.add(key);
    }
    expect(known.size).toBe(9001);
  });
});
