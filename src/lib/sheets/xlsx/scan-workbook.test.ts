import * as workbooks from '@e965/xlsx';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '#lib/model/sheet.ts';
import { identify } from '../content.ts';
import { readUnpacked } from '../formats/unpacked-workbook.ts';
import { handMade, handMadeParts, type HandMade } from './book.fixture.ts';
import { NotScannable } from './not-scannable.ts';
import { scanWorkbook } from './scan-workbook.ts';

function scan(bytes: Uint8Array): readonly Sheet[] {
  const identified = identify(bytes);
  if (!identified.ok) throw new Error(JSON.stringify(identified.issue));
  return scanWorkbook(bytes, identified.content.entries, () => undefined);
}

/** The same workbook through the general reader. */
async function oracle(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const identified = identify(bytes);
  if (!identified.ok) throw new Error(JSON.stringify(identified.issue));
  const options = { name: 'x', encoding: null, delimiter: null, onProgress: () => undefined };
  const reading = await readUnpacked(bytes, identified.content, options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return reading.sheets;
}

function rowsOf(made: HandMade): Sheet['rows'] {
  return scan(handMade(made))[0]?.rows ?? [];
}

const text = fc.string({
  unit: fc.constantFrom('а', 'Ё', 'z', ' ', '&', '<', '"', '\n', '\t', '_x0041_', '–', '5', ';'),
  maxLength: 60,
});
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -999_999, max: 999_999 }).map((cents) => cents / 100),
);
const cell: fc.Arbitrary<workbooks.CellObject | null> = fc.oneof(
  text.map((v): workbooks.CellObject => ({ t: 's', v })),
  number.map((v): workbooks.CellObject => ({ t: 'n', v })),
  fc
    .record({
      v: fc.double({ min: 1, max: 80_000, noNaN: true }),
      z: fc.constantFrom('dd.mm.yyyy', 'm/d/yy h:mm', 'h:mm', '[h]:mm', '#,##0', '0%', 'mmm yy'),
    })
    .map(({ v, z }): workbooks.CellObject => ({ t: 'n', v, z })),
  fc.boolean().map((v): workbooks.CellObject => ({ t: 'b', v })),
  fc.constantFrom(0x07, 0x0f, 0x2a).map((v): workbooks.CellObject => ({ t: 'e', v })),
  fc.constant(null),
);

describe('scanWorkbook', () => {
  it('finds every cell, merge and hidden line that the general reader finds', async () => {
    const grid = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
    const options = fc.record({ bookSST: fc.boolean(), date1904: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(grid, options, async (rows, { bookSST, date1904 }) => {
        const sheet: workbooks.WorkSheet = { '!ref': 'A1:J12' };
        rows.forEach((row, r) => {
          row.forEach((one, c) => {
            if (one) sheet[workbooks.utils.encode_cell({ r, c })] = one;
          });
        });
        sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 2, c: 2 } }];
        sheet['!rows'] = [{}, { hidden: true }];
        sheet['!cols'] = [{ hidden: true }, {}, { hidden: true }];
        const book = workbooks.utils.book_new(sheet, 'Лист & «1»');
        book.Workbook = { WBProps: { date1904 }, Sheets: [{ Hidden: 1 }] };
        const compression = true;
        const written = workbooks.write(book, { type: 'array', bookSST, compression });
        const bytes = new Uint8Array(written as ArrayBuffer);
        expect(scan(bytes)).toEqual(await oracle(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('reads a part the same wherever its windows end', () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>Ученик ${(index * 7919) % 30_011}</t></is></c><c r="B${index + 1}"><v>${index / 8}</v></c></row>`,
    );
    const expected = rows.map((_, index) => [`Ученик ${(index * 7919) % 30_011}`, index / 8]);
    const parts = handMadeParts({ rows: rows.join('') });
    for (const level of [0, 9] as const) {
      expect(scan(zipSync(parts, { level }))[0]?.rows).toEqual(expected);
    }
  });

  it('places cells and rows that do not say where they are, or not in order', () => {
    expect(
      rowsOf({
        rows:
          '<row r="3"><c><v>1</v></c><c><v>2</v></c><c r="E3"><v>3</v></c><c><v>4</v></c></row>' +
          '<row><c><v>5</v></c></row><row r="1"><c r="B1"><v>6</v></c><c r="A1"><v>7</v></c></row>',
      }),
    ).toEqual([[7, 6], [], [1, 2, null, null, 3, 4], [5]]);
  });

  it('joins runs of rich text and leaves out how to pronounce it', () => {
    const strings =
      '<si><t xml:space="preserve"> а </t></si><si><r><rPr><b/></rPr><t>Ито</t></r><r><t>го &amp; всего</t></r><rPh sb="0" eb="1"><t>ито</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si><si><t>_x000D_&#10;я&#x1F600;</t></si>';
    const rows = `<row>${[0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`;
    expect(rowsOf({ rows, strings })).toEqual([[' а ', 'Итого & всего', null, null, '\nя😀']]);
  });

  it('takes the stored results of formulas, errors and yes or no', () => {
    expect(
      rowsOf({
        rows:
          '<row><c t="str"><f t="shared" ref="A1:A9" si="0">B1&amp;"&gt;"</f><v>&lt;b&gt;</v></c><c><f>1+1</f><v>2</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
          '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#SPILL!</v></c><c><f>A1</f></c><c t="str"><v></v></c><c t="n"><v>1e-7</v></c></row>',
      }),
    ).toEqual([
      ['<b>', 2, { error: '#DIV/0!' }, true, false, { error: '#SPILL!' }, null, null, 1e-7],
    ]);
  });

  it('reads a part whose elements carry a prefix, in strict and in usual namespaces', () => {
    const worksheet =
      '\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- made by a program -->\r\n<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">\r\n<x:cols><x:col min=\'2\' max=\'3\' hidden=\'true\'/></x:cols><x:sheetData>\r\n <x:row r="1" hidden="1">\r\n  <x:c r="A1" t="inlineStr"><x:is><x:t>а</x:t></x:is></x:c>\r\n  <x:c r="B1"><x:v> 5 </x:v></x:c>\r\n </x:row>\r\n</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:C1"/></x:mergeCells></x:worksheet>';
    expect(scan(handMade({ worksheet }))[0]).toEqual({
      name: 'S',
      hidden: false,
      rows: [['а', 5]],
      merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      hiddenRows: [0],
      hiddenColumns: [1, 2],
    });
  });

  it.each([
    ['/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['../other/Лист.xml', 'other/Лист.xml'],
    ['./worksheets/Sheet1.XML', '/xl/worksheets/sheet1.xml'],
  ])('follows the path %s', (target, path) => {
    const made = { rows: '<row><c><v>1</v></c></row>', target, path };
    expect(rowsOf(made)).toEqual([[1]]);
  });

  it('shows numbers as dates by their formats, written and built in', () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy&quot; г.&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"><alignment/></xf><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="46"/><xf/></cellXfs>';
    const values = [45901, 45901, 45901.5, 0.5, 1.5, 45901, 45901];
    const rows = `<row>${values.map((value, style) => `<c s="${style}"><v>${value}</v></c>`).join('')}<c t="d"><v>2025-09-01T00:00:00</v></c></row>`;
    expect(rowsOf({ rows, styles })).toEqual([
      [
        45901,
        { date: '2025-09-01' },
        { date: '2025-09-01T12:00:00' },
        '12:00:00',
        1.5,
        45901,
        45901,
        { date: '2025-09-01' },
      ],
    ]);
  });

  it('keeps words that mean something to programs', () => {
    const rows =
      '<row><c t="inlineStr"><is><t>__proto__</t></is></c><c t="str"><v>constructor</v></c></row>';
    const book =
      '<workbook xmlns:r="r"><sheets><sheet name="__proto__" r:id="rId1"/></sheets></workbook>';
    const [sheet] = scan(handMade({ rows, book }));
    expect(sheet).toMatchObject({ name: '__proto__', rows: [['__proto__', 'constructor']] });
  });

  it.each<[string, HandMade]>([
    ['a comment among rows', { rows: '<!-- <row/> --><row><c><v>1</v></c></row>' }],
    ['raw text in a value', { rows: '<row><c t="str"><v><![CDATA[<]]></v></c></row>' }],
    ['a cell of an unknown type', { rows: '<row><c t="q"><v>1</v></c></row>' }],
    ['a cell at an odd place', { rows: '<row><c r="a1"><v>1</v></c></row>' }],
    ['an attribute that holds «>»', { rows: '<row spans="1>2"><c><v>1</v></c></row>' }],
    ['a worksheet that is none', { worksheet: '<html/>' }],
    ['no list of sheets', { book: '<workbook/>' }],
  ])('is not sure of %s', (_, made) => {
    expect(() => scan(handMade(made))).toThrow(NotScannable);
  });
});
