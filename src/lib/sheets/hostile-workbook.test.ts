import * as workbooks from '@e965/xlsx';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheets } from './read.ts';
import { handMade, handMadeParts, type HandMade } from './xlsx/book.fixture.ts';

const sheetPath = 'xl/worksheets/sheet1.xml';

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const reading = await readSheets(bytes, 'x');
  return reading.ok ? 'ok' : reading.issue.code;
}

/** A workbook whose parts hold «@@» in one place, filled there piece by piece so that the text is never whole in memory. */
function filled(made: HandMade, path: string, piece: Uint8Array, times: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, bytes] of Object.entries(handMadeParts(made))) {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    const [before = '', after = ''] = new TextDecoder().decode(bytes).split('@@');
    part.push(strToU8(before), name !== path);
    if (name !== path) continue;
    for (let index = 0; index < times; index += 1) part.push(piece);
    part.push(strToU8(after), true);
  }
  zip.end();
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The same archive, its directory saying that no member is larger than given. */
function saying(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1) {
    const isEntry = view.getUint32(at, true) === 0x02014b50;
    if (isEntry && view.getUint32(at + 24, true) > size) view.setUint32(at + 24, size, true);
  }
  return copy;
}

function written(bookType: workbooks.BookType): Uint8Array {
  const rows = Array.from({ length: 300 }, (_, index) => [`Pupil ${index}`, index]);
  const book = workbooks.utils.book_new(workbooks.utils.aoa_to_sheet(rows), 'S');
  return new Uint8Array(
    workbooks.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer,
  );
}

describe('a workbook made to harm', () => {
  it(
    'opens with its few cells among five million formatted rows',
    { timeout: 60_000 },
    async () => {
      const rows =
        '<row r="1"><c r="A1"><v>1</v></c></row>@@<row r="1048576"><c r="B1048576"><v>7</v></c></row>';
      const blank = `<row s="1"><c s="1"/></row>${'<row s="1"/>'.repeat(9)}`;
      const piece = strToU8(blank.repeat(1000));
      const reading = await readSheets(filled({ rows }, sheetPath, piece, 500), 'x');
      if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
      const [sheet] = reading.sheets;
      expect(sheet?.rows.length).toBe(1_048_576);
      expect([...(sheet?.rows ?? [])].filter((row) => row.length > 0)).toEqual([[1], [null, 7]]);
    },
  );

  it('opens with ten thousand columns', async () => {
    const rows = `<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`;
    const reading = await readSheets(handMade({ rows }), 'x');
    expect(reading.ok && reading.sheets[0]?.rows.at(0)?.length).toBe(10_000);
  });

  it('is refused with cells where no sheet has any', async () => {
    for (const place of ['XFE1', 'ZZZZZZ1', 'A99999999', 'XFD999999999999']) {
      const rows = `<row><c r="${place}"><v>1</v></c></row>`;
      expect(await outcomeOf(handMade({ rows }))).toBe('file-too-large');
    }
  });

  it('is refused when far cells leave gaps that nobody could hold', async () => {
    const far = Array.from(
      { length: 1100 },
      (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    expect(await outcomeOf(handMade({ rows: far.join('') }))).toBe('file-too-large');
  });

  it('is refused where its directory says less than its members hold', async () => {
    const honest = filled({ rows: '@@' }, sheetPath, strToU8(' '.repeat(1_000_000)), 60);
    expect(await outcomeOf(honest)).toBe('ok');
    expect(await outcomeOf(saying(honest, 2000))).toBe('file-too-large');
  });

  it('is refused with one endless text, tag or list of merges', { timeout: 60_000 }, async () => {
    const letters = strToU8('a'.repeat(1_000_000));
    for (const rows of ['<row><c t="str"><v>@@</v></c></row>', '<row spans="@@"/>']) {
      const bytes = filled({ rows }, sheetPath, letters, 60);
      expect(await outcomeOf(bytes)).toBe('file-too-large');
    }
    const merges = strToU8('<mergeCell ref="A1:B2"/>'.repeat(10_000));
    const after = '<mergeCells>@@</mergeCells>';
    expect(await outcomeOf(filled({ after }, sheetPath, merges, 60))).toBe('file-too-large');
  });

  it.each<[string, HandMade]>([
    [
      'entities that hold each other',
      {
        worksheet:
          '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      },
    ],
    [
      'entities among its texts',
      { strings: '<!DOCTYPE sst [<!ENTITY a "aaa">]><sst><si><t>&a;</t></si></sst>' },
    ],
    [
      'a text that is not there',
      { rows: '<row><c t="s"><v>5</v></c></row>', strings: '<si><t>а</t></si>' },
    ],
    [
      'a sheet that ends in the middle',
      { worksheet: '<worksheet><sheetData><row><c><v>1</v></c>' },
    ],
    ['texts that end in the middle', { strings: '<sst><si><t>а</t></si><si><t>б' }],
  ])('is refused for %s', async (_, made) => {
    expect(await outcomeOf(handMade(made))).toBe('file-unreadable');
  });

  it('opens with a hyperlink over a whole sheet, through the general reader too', async () => {
    const after = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="S!A1"/></hyperlinks>';
    for (const comment of ['', '<!-- by a program -->']) {
      const rows = `<row><c><v>1</v></c></row>${comment}`;
      const reading = await readSheets(handMade({ rows, after }), 'x');
      expect(reading).toMatchObject({ ok: true, sheets: [{ rows: [[1]] }] });
    }
  });

  it('is refused for entities in an OpenDocument table', async () => {
    const content =
      '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><office:document-content><table:table table:name="a"/></office:document-content>';
    expect(await outcomeOf(zipSync({ 'content.xml': strToU8(content) }))).toBe('file-unreadable');
  });

  it.each(['xlsx', 'xlsb', 'ods', 'biff8', 'biff5'] as const)(
    'ends in a refusal or in sheets wherever a %s is cut or spoilt',
    { timeout: 60_000 },
    async (kind) => {
      const whole = written(kind);
      for (let share = 1; share < 20; share += 1) {
        const at = Math.floor((whole.length * share) / 20);
        expect(await outcomeOf(whole.slice(0, at))).toBe('file-truncated');
        const spoilt = whole.slice();
        spoilt.fill(0xff, at, at + 8);
        await outcomeOf(spoilt);
      }
    },
  );
});
