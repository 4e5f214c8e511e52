import * as workbooks from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { readSheets } from './read.ts';
import { writeWorkbook, type WrittenCell, type WrittenSheet } from './write-workbook.ts';

function sheet(rows: readonly (readonly WrittenCell[])[], name = 'Лист'): WrittenSheet {
  return { name, columns: [{ width: 20 }], rows, frozenRows: 0 };
}

async function readBack(bytes: Uint8Array): Promise<readonly (readonly CellValue[])[]> {
  const reading = await readSheets(bytes, 'книга.xlsx');
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return [...(reading.sheets[0]?.rows ?? [])];
}

function readByOther(bytes: Uint8Array): workbooks.WorkBook {
  return workbooks.read(bytes, { type: 'array', cellNF: true, cellStyles: true, WTF: true });
}

const decoder = new TextDecoder();

describe('writeWorkbook', () => {
  it('keeps as text whatever looks like a formula, a number or a date', async () => {
    const texts = ['=1+1', '+7 912', '-5', '@сумма', '007', '1e5', '01.09.2025', 'TRUE', "'ok"];
    const bytes = writeWorkbook([sheet([texts.map((value) => ({ value }))])]);
    expect(await readBack(bytes)).toEqual([texts]);
    const other = readByOther(bytes).Sheets['Лист'] ?? {};
    texts.forEach((text, column) => {
      const cell = other[workbooks.utils.encode_cell({ r: 0, c: column })] as workbooks.CellObject;
      expect(cell).toMatchObject({ t: 's', v: text, z: '@' });
      expect(cell.f).toBeUndefined();
    });
  });

  it('writes dates as dates that other programs show, and impossible ones as text', async () => {
    const dates = ['2025-09-01', '2024-02-29T23:59:59', '1900-03-01', '1899-12-31', '2025-02-30'];
    const bytes = writeWorkbook([sheet([dates.map((date) => ({ value: { date } }))])]);
    expect(await readBack(bytes)).toEqual([
      [...dates.slice(0, 3).map((date) => ({ date })), '1899-12-31', '2025-02-30'],
    ]);
    const other = readByOther(bytes).Sheets['Лист'] ?? {};
    expect((other['A1'] as workbooks.CellObject).w).toBe('01.09.2025');
    expect((other['A1'] as workbooks.CellObject).v).toBe(45901);
  });

  it('marks cells by fills, notes them by comments and freezes the rows above', () => {
    const bytes = writeWorkbook([
      {
        name: 'Карантин',
        columns: [{ width: 12 }, { width: 40 }],
        frozenRows: 1,
        rows: [
          [
            { value: 'Дата', mark: 'heading' },
            { value: 'Причина', mark: 'heading' },
          ],
          [
            { value: '12.13.2025', mark: 'attention', note: 'Месяца 13 нет' },
            { value: 'Месяца нет', mark: 'reason' },
          ],
        ],
      },
    ]);
    const other = readByOther(bytes).Sheets['Карантин'] ?? {};
    const [heading, bad, reason] = ['A1', 'A2', 'B2'].map(
      (address) => other[address] as workbooks.CellObject & { s: { fgColor?: { rgb: string } } },
    );
    const fills = [heading, bad, reason].map((cell) => cell?.s.fgColor?.rgb);
    expect(new Set(fills).size).toBe(3);
    expect(fills).not.toContain(undefined);
    expect(bad?.c?.map(({ t }) => t)).toEqual(['Месяца 13 нет']);
    const parts = unzipSync(bytes);
    const xml = decoder.decode(parts['xl/worksheets/sheet1.xml']);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(xml).toContain('<col min="2" max="2" width="40" customWidth="1"/>');
    expect(decoder.decode(parts['xl/drawings/vmlDrawing1.vml'])).toContain('<x:Row>1</x:Row>');
  });

  it('gives sheets names that every program accepts', () => {
    const wanted = ['a/b:c', 'A b c', "'5А'", '', 'x'.repeat(40), 'X'.repeat(40), 'History'];
    const bytes = writeWorkbook(wanted.map((name) => sheet([[{ value: 1 }]], name)));
    const { SheetNames: names } = readByOther(bytes);
    expect(names).toEqual([
      'a b c',
      'A b c 2',
      '5А',
      '4',
      'x'.repeat(31),
      `${'X'.repeat(29)} 2`,
      'History7',
    ]);
  });

  it('cuts a text at the limit of a cell and says so', async () => {
    const bytes = writeWorkbook([
      sheet([[{ value: '😀'.repeat(20_000) }, { value: 'я'.repeat(32_767) }]]),
    ]);
    const [cut, whole] = (await readBack(bytes))[0] ?? [];
    expect(cut).toBe(`${'😀'.repeat(16_383)}…`);
    expect(whole).toBe('я'.repeat(32_767));
  });

  it('refuses what no sheet can hold', () => {
    expect(() => writeWorkbook([])).toThrow(RangeError);
    const wide = Array.from({ length: 16_385 }, () => ({ value: 1 }));
    expect(() => writeWorkbook([sheet([wide])])).toThrow(RangeError);
  });

  it('gives the same bytes for the same sheets', () => {
    const one = () => writeWorkbook([sheet([[{ value: 'а', note: 'б' }, { value: 0.1 }]])]);
    expect(one()).toEqual(one());
  });

  it('is read back cell by cell, whatever the texts and numbers', async () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '\u0000',
          '\r',
          '\n',
          '\t',
          ' ',
          '_',
          'x',
          '0',
          'D',
          '&',
          '<',
          '\ud83d',
          '\ufffe',
          'ё',
        ),
      }),
    );
    const value = fc.oneof(
      awkward,
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .filter((number) => !Object.is(number, -0)),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 5 }),
        async (rows) => {
          const bytes = writeWorkbook([
            sheet(rows.map((row) => row.map((cell) => ({ value: cell })))),
          ]);
          const read = await readBack(bytes);
          const other = readByOther(bytes).Sheets['Лист'] ?? {};
          rows.forEach((row, r) => {
            row.forEach((cell, c) => {
              const kept = typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n') : cell;
              const isBlank = typeof kept === 'string' && kept.trim() === '';
              expect(read[r]?.[c] ?? null).toBe(isBlank ? null : kept);
              const theirs = other[workbooks.utils.encode_cell({ r, c })] as
                workbooks.CellObject | undefined;
              if (kept !== null && kept !== '') expect(theirs?.v).toBe(kept);
            });
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
