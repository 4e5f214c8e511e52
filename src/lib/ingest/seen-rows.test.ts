import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import type { TableRow } from '#lib/model/table.ts';
import { SeenRows } from './seen-rows.ts';

const rowOf = (cells: readonly CellValue[], section: string | null = null): TableRow => ({
  row: 0,
  section,
  cells,
});

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
        (rows) => {
          const seen = new SeenRows(new Set([1]), rows.length);
          const known = new Set<string>();
          for (const [section, first, second, third] of rows) {
            const key = JSON.stringify([section ?? '', read(first), read(third)]);
            expect(seen.add(rowOf([first, second, third], section))).toBe(known.has(key));
            known.add(key);
          }
        },
      ),
    );
  });

  it('tells rows apart that differ only where a glance does not look', () => {
    const seen = new SeenRows(new Set(), 5000);
    const text = (at: number) =>
      Array.from({ length: 40 }, (_, place) => ((at >> place) & 1 ? 'я' : 'а')).join('');
    for (let at = 0; at < 5000; at += 1) expect(seen.add(rowOf([text(at)]))).toBe(false);
    for (let at = 0; at < 5000; at += 1) expect(seen.add(rowOf([text(at)]))).toBe(true);
  });
});
