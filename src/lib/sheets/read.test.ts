import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as workbooks from '@e965/xlsx';
import { readSheets } from './read.ts';

const encoder = new TextEncoder();

function workbook(bookType: workbooks.BookType): Uint8Array {
  const sheet = workbooks.utils.aoa_to_sheet([
    ['ФИО', 'Балл'],
    ...Array.from({ length: 400 }, (_, index) => [`Ученик ${index}`, index]),
  ]);
  const book = workbooks.utils.book_new(sheet, 'Лист');
  return new Uint8Array(workbooks.write(book, { type: 'array', bookType, compression: true }));
}

async function refusalOf(bytes: Uint8Array, name = 'файл.xlsx'): Promise<string> {
  const reading = await readSheets(bytes, name);
  return reading.ok ? 'ok' : reading.issue.code;
}

/** A compound file with one stream of the given name, as office programs lay it out. */
function compound(stream: string, size: number): Uint8Array {
  const file = workbooks.CFB.utils.cfb_new();
  workbooks.CFB.utils.cfb_add(file, stream, Buffer.alloc(size, 1));
  return new Uint8Array(workbooks.CFB.write(file, { type: 'buffer' }));
}

/** Changes bytes of the directory entry of a ZIP's only member: offset from its signature, 32-bit value. */
function withDirectoryField(zip: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
  }
  return copy;
}

describe('readSheets refuses', () => {
  it('an empty file and one of blanks only', async () => {
    expect(await refusalOf(new Uint8Array())).toBe('file-empty');
    expect(await refusalOf(encoder.encode(' \r\n\r\n'), 'x.csv')).toBe('file-empty');
  });

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['GIF', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
    ['WEBP', [...encoder.encode('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ')]],
    ['HEIC', [0, 0, 0, 24, ...encoder.encode('ftypheic')]],
  ])('a %s picture named as a workbook', async (what, head) => {
    const reading = await readSheets(
      Uint8Array.from([...head, ...new Uint8Array(64)]),
      'отчёт.xlsx',
    );
    expect(reading).toMatchObject({ ok: false, issue: { code: 'file-picture', params: { what } } });
  });

  it('other kinds of documents, each by its name', async () => {
    const cases: [Uint8Array, string][] = [
      [encoder.encode('%PDF-1.7\n'), 'PDF'],
      [zipSync({ 'word/document.xml': strToU8('<w/>') }), 'DOCX'],
      [zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), 'PPTX'],
      [zipSync({ 'a.txt': strToU8('a') }), 'ZIP'],
      [compound('/WordDocument', 5000), 'DOC'],
    ];
    for (const [bytes, what] of cases) {
      const reading = await readSheets(bytes, 'x.xlsx');
      expect(reading).toMatchObject({
        ok: false,
        issue: { code: 'file-not-spreadsheet', params: { what } },
      });
    }
  });

  it('workbooks behind a password, of all three kinds', async () => {
    expect(await refusalOf(compound('/EncryptedPackage', 5000))).toBe('file-password');
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    const ods = { 'content.xml': strToU8('?'), 'META-INF/manifest.xml': strToU8(manifest) };
    expect(await refusalOf(zipSync(ods))).toBe('file-password');
    const locked = workbook('biff2');
    const filePass = Uint8Array.from([
      ...locked.subarray(0, 8),
      0x2f,
      0,
      4,
      0,
      1,
      2,
      3,
      4,
      ...locked.subarray(8),
    ]);
    expect(await refusalOf(filePass, 'x.xls')).toBe('file-password');
  });

  it.each(['xlsx', 'xlsb', 'ods', 'biff8'] as const)('a %s cut in the middle', async (kind) => {
    const whole = workbook(kind);
    expect(await refusalOf(whole)).toBe('ok');
    for (const share of [0.3, 0.6, 0.9]) {
      expect(await refusalOf(whole.slice(0, Math.floor(whole.length * share)))).toBe(
        'file-truncated',
      );
    }
  });

  it('archives that would burst: by what they say, and by what they hold', async () => {
    const big = zipSync({ 'xl/workbook.xml': new Uint8Array(120_000_000) });
    expect(await refusalOf(big)).toBe('file-too-large');
    const lying = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    expect(await refusalOf(withDirectoryField(lying, 24, 900_000_000))).toBe('file-too-large');
  });

  it.each([
    ['row', '<table:table-row table:number-rows-repeated="999999999"><table:table-cell>'],
    ['row of another prefix', "<t:table-row t:number-rows-repeated = '999999999'><t:table-cell>"],
    ['cell', '<table:table-row><table:table-cell table:number-columns-repeated="999999999">'],
  ])('an OpenDocument %s repeated without end', async (_, opening) => {
    const row = `${opening}<text:p>x</text:p></table:table-cell></table:table-row>`;
    const content = `<office:document-content><table:table table:name="a">${row}</table:table></office:document-content>`;
    expect(await refusalOf(zipSync({ 'content.xml': strToU8(content) }), 'x.ods')).toBe(
      'file-too-large',
    );
  });

  it('a page whose cell spans millions of columns', async () => {
    const page = '<table><tr><td colspan="99999999" rowspan="99999999">a</td></tr></table>';
    expect(await refusalOf(encoder.encode(page), 'x.xls')).toBe('file-too-large');
  });

  it('a hundred megabytes in one line', async () => {
    expect(await refusalOf(new Uint8Array(100_000_000).fill(0x61), 'x.csv')).toBe('file-one-line');
  });

  it('bytes that are text in no encoding', async () => {
    const noise = Uint8Array.from(
      { length: 4096 },
      (_, index) => (index * 7919 + (index >> 3)) % 256,
    );
    expect(await refusalOf(noise, 'x.csv')).toBe('file-encoding');
  });

  it('a damaged workbook, with the cause in short', async () => {
    const whole = workbook('xlsx');
    whole.fill(0x55, 200, 1400);
    const reading = await readSheets(whole, 'x.xlsx');
    expect(reading.ok).toBe(false);
    if (!reading.ok) {
      expect(reading.issue.code).toBe('file-unreadable');
      expect(String(reading.issue.params['cause']).length).toBeGreaterThan(3);
    }
  });
});
