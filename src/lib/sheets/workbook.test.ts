import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as workbooks from '@e965/xlsx';
import type { Sheet } from '#lib/model/sheet.ts';
import { readSheets } from './read.ts';

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const reading = await readSheets(bytes, 'книга');
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return reading.sheets;
}

function written(bookType: workbooks.BookType, date1904 = false): Uint8Array {
  const sheet = workbooks.utils.aoa_to_sheet([
    ['Мероприятие', null, 'Дата', 'Доля', 'Верно'],
    ['Конкурс «Звезда»', 'x', 45901, 0.25, true],
    ['Фестиваль', 'y', 45901.75, 1.5, false],
  ]);
  const shift = date1904 ? 1462 : 0;
  for (const [address, value, format] of [
    ['C2', 45901 - shift, 'dd.mm.yyyy'],
    ['C3', 45901.75 - shift, 'd/m/yy h:mm'],
  ] as const) {
    sheet[address] = { t: 'n', v: value, z: format };
  }
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = workbooks.utils.book_new(sheet, 'Первый');
  workbooks.utils.book_append_sheet(book, workbooks.utils.aoa_to_sheet([[1]]), 'Тайный');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], WBProps: { date1904 } };
  return new Uint8Array(workbooks.write(book, { type: 'array', bookType, compression: true }));
}

describe('readSheets of workbooks', () => {
  it.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'xlml'] as const)(
    'reads cells, dates and merges of %s',
    async (kind) => {
      const [first, second] = await sheetsOf(written(kind));
      expect(first?.name).toBe('Первый');
      expect(first?.rows).toEqual([
        ['Мероприятие', null, 'Дата', 'Доля', 'Верно'],
        ['Конкурс «Звезда»', 'x', { date: '2025-09-01' }, 0.25, true],
        ['Фестиваль', 'y', { date: '2025-09-01T18:00:00' }, 1.5, false],
      ]);
      expect(first?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
      expect(second?.rows).toEqual([[1]]);
    },
  );

  it.each(['xlsx', 'xlsb', 'biff8'] as const)(
    'knows the 1904 system and hidden sheets of %s',
    async (kind) => {
      const sheets = await sheetsOf(written(kind, true));
      expect(sheets[0]?.rows.at(1)?.[2]).toEqual({ date: '2025-09-01' });
      expect(sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
    },
  );

  it.each(['xlsx', 'xlsm', 'xlsb'] as const)(
    'knows the hidden rows and columns of %s',
    async (bookType) => {
      const sheet = workbooks.utils.aoa_to_sheet(Array.from({ length: 5 }, () => [1, 2, 3, 4]));
      sheet['!rows'] = [{}, { hidden: true }, {}, { hidden: true }];
      sheet['!cols'] = [{ hidden: true }, {}, { hidden: true }];
      sheet['B1'] = { t: 's', v: 'link', l: { Target: 'https://example.org' } };
      const book = workbooks.utils.book_new(sheet, 'S');
      const bytes = workbooks.write(book, { type: 'array', bookType }) as ArrayBuffer;
      const [read] = await sheetsOf(new Uint8Array(bytes));
      expect([read?.hiddenRows, read?.hiddenColumns]).toEqual([
        [1, 3],
        [0, 2],
      ]);
      expect(read?.rows.at(0)).toEqual([1, 'link', 3, 4]);
    },
  );

  it('reads an old workbook in a Russian code page', async () => {
    const book = workbooks.utils.book_new(workbooks.utils.aoa_to_sheet([['Name'], [5]]), 'List');
    const bytes = new Uint8Array(workbooks.write(book, { type: 'array', bookType: 'biff5' }));
    expect((await sheetsOf(bytes))[0]?.rows).toEqual([['Name'], [5]]);
  });

  const part = (rows: string, rest = '') =>
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${rest}<sheetData>${rows}</sheetData></worksheet>`,
      ),
    });

  it('ignores a range that lies, and keeps what is hidden, in error or only formatted', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Ито</t></r><r><t>го</t></r></is></c><c r="B1" t="e"><v>#N/A</v></c></row>' +
      '<row r="2" hidden="1"><c r="A2"><f>1+1</f><v>2</v></c></row><row r="900" hidden="1"><c r="A900" s="0"/></row>';
    const rest = '<dimension ref="A1:XFD1048576"/><cols><col min="3" max="4" hidden="1"/></cols>';
    const [sheet] = await sheetsOf(part(rows, rest));
    expect(sheet?.rows).toEqual([['Итого', { error: '#N/A' }], [2]]);
    expect(sheet?.hiddenRows).toEqual([1]);
    expect(sheet?.hiddenColumns).toEqual([2, 3]);
  });

  it('refuses a workbook one of whose sheets cannot be parsed', async () => {
    const whole = unzipSync(part('<row r="1"><c r="A1"><v>1</v></c></row>'));
    delete whole['xl/worksheets/sheet1.xml'];
    const reading = await readSheets(
      zipSync({ ...whole, 'xl/worksheets/other.xml': strToU8('') }),
      'x',
    );
    expect(reading).toMatchObject({ ok: false, issue: { code: 'file-unreadable' } });
  });

  it('reads one far cell without filling the way to it', async () => {
    const [sheet] = await sheetsOf(part('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'));
    expect(sheet?.rows.length).toBe(1048576);
    expect(sheet?.rows.at(-1)?.at(-1)).toBe(7);
    expect(sheet?.rows.at(0)).toEqual([]);
  });

  it('reads hidden rows and columns of an OpenDocument table', async () => {
    const cell =
      '<table:table-cell office:value-type="string"><text:p>а</text:p></table:table-cell>';
    const row = (attributes: string) =>
      `<table:table-row${attributes}>${cell}${cell}${cell}</table:table-row>`;
    const content =
      '<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-column/>' +
      '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
      row('') +
      row(' table:visibility="collapse"') +
      row('') +
      '</table:table></office:spreadsheet></office:body></office:document-content>';
    const [sheet] = await sheetsOf(zipSync({ 'content.xml': strToU8(content) }));
    expect(sheet?.rows.length).toBe(3);
    expect([sheet?.hiddenRows, sheet?.hiddenColumns]).toEqual([[1], [1, 2]]);
  });

  it('reads the tables of a page as text', async () => {
    const page =
      '<html><body><table><tr><th>ФИО</th><th>Код</th></tr><tr><td>Иванов</td><td>007</td></tr></table></body></html>';
    const [sheet] = await sheetsOf(strToU8(page));
    expect(sheet?.rows).toEqual([
      ['ФИО', 'Код'],
      ['Иванов', '007'],
    ]);
  });
});
