import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CellValue, Dialect } from '#lib/model/sheet.ts';
import { detectNewline } from '../dialect.ts';
import { plainText } from '../plain-text.ts';
import { firstLines, newlineOf } from './byte-lines.ts';
import { cutBytes, cutsBytes } from './cut-bytes.ts';
import { cutText } from './cut-text.ts';
import { GatheredRows } from './gathered-rows.ts';

const dialectOf = (text: string, delimiter: string, quote: string): Dialect => ({
  delimiter,
  quote,
  escape: quote,
  newline: detectNewline(text),
});

/** Rows of a text as they are cut whole, without the rows that end at the end of the text. */
function cutWhole(text: string, dialect: Dialect): CellValue[][] {
  const gathered = new GatheredRows(dialect, 0, () => undefined);
  gathered.shedsReturn = dialect.newline === '\n' && text.includes('\r');
  cutText(text, { dialect, width: 0, onRows: (rows, share) => gathered.addCut(rows, share) });
  return withoutTail(gathered.rows);
}

function withoutTail(rows: CellValue[][]): CellValue[][] {
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return rows;
}

/** Rows of the bytes of a text in an encoding, or null where they are not in order. */
async function cutPieces(text: string, dialect: Dialect, block: number, encoding: string) {
  const rows = await cutBytes(iconv.encode(text, encoding), 0, {
    dialect,
    block,
    decoder: new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true }),
    onProgress: () => undefined,
  });
  return rows && [...rows.withoutBlankEnd()].map((cells) => [...cells]);
}

const pieces = [';', ';', '"', '""', '";"', '"\n"', "'", ',', '\n', '\n', '\r\n', '\r', '\0', ' '];
const messy = fc
  .array(fc.constantFrom(...pieces, 'а', 'Класс', '№ 5', '7', '\u00a0', '“', '\t'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const block = fc.integer({ min: 1, max: 40 });
const encoding = fc.constantFrom('utf-8', 'windows-1251');
const table = fc.array(
  fc.array(
    fc.constantFrom('', ' ', 'Иванов', '5А', 'а;б', 'две\nстроки', 'три\r\nстроки', '«Я»', '"'),
    { minLength: 2, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 30 },
);

describe('cutBytes', () => {
  it('cuts any text that it does not refuse as the whole text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        messy,
        block,
        encoding,
        fc.constantFrom('"', "'", ''),
        async (text, length, name, quote) => {
          const dialect = dialectOf(plainText(text), ';', quote);
          if (newlineOf(iconv.encode(text, name)) !== dialect.newline) return;
          const rows = await cutPieces(text, dialect, length, name);
          if (rows !== null) expect(rows).toEqual(cutWhole(text, dialect));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses no table that is written in order, however its cells and lines are', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        block,
        encoding,
        fc.constantFrom('\n' as const, '\r\n' as const),
        fc.boolean(),
        async (rows, length, name, newline, quotes) => {
          const text = Papa.unparse(rows, { delimiter: ';', newline, quotes }) + newline;
          const dialect = dialectOf(text, ';', '"');
          expect(newlineOf(iconv.encode(text, name))).toBe(dialect.newline);
          expect(await cutPieces(text, dialect, length, name)).toEqual(cutWhole(text, dialect));
        },
      ),
    );
  });

  it('keeps apart what a column of ever new texts holds', async () => {
    const rows = Array.from({ length: 300_000 }, (_, at) => [`${at}`, `${at % 7}`]);
    const text = rows.map((row) => row.join(';')).join('\n');
    expect(await cutPieces(text, dialectOf(text, ';', '"'), 1 << 16, 'utf-8')).toEqual(rows);
  });

  it.each([
    ['a quote that never closes', 'а;"б\n1;2\n'],
    ['a quote in the middle of a quoted cell', 'а;"б"в"\n1;2\n'],
    ['a carriage return by itself', 'а;б\r1;2\n'],
    ['a zero byte', 'а;б\0\n'],
  ])('refuses %s', async (_, text) => {
    expect(await cutPieces(text, dialectOf(text, ';', '"'), 100, 'utf-8')).toBeNull();
  });

  it('refuses bytes that the encoding does not know', async () => {
    const dialect = dialectOf('\n', ';', '"');
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const bytes = iconv.encode('Имя;Класс\n', 'windows-1251');
    expect(await cutBytes(bytes, 0, { dialect, decoder, onProgress: () => undefined })).toBeNull();
  });
});

describe('cutsBytes', () => {
  it.each([
    [{ delimiter: ';', quote: '"', escape: '"', newline: '\n' }, true],
    [{ delimiter: '\t', quote: '', escape: '', newline: '\r\n' }, true],
    [{ delimiter: ', ', quote: '"', escape: '"', newline: '\n' }, false],
    [{ delimiter: '¦', quote: '"', escape: '"', newline: '\n' }, false],
    [{ delimiter: ';', quote: '"', escape: '\\', newline: '\n' }, false],
    [{ delimiter: ';', quote: '"', escape: '"', newline: '\r' }, false],
  ] satisfies [Dialect, boolean][])('tells of %j that it is %s', (dialect, cuts) => {
    expect(cutsBytes(dialect)).toBe(cuts);
  });
});

describe('firstLines', () => {
  it('ends with a line where one ends', () => {
    const bytes = new TextEncoder().encode('аб\nвг\nде');
    const textOf = (most: number) => new TextDecoder().decode(firstLines(bytes, most));
    expect(textOf(100)).toBe('аб\nвг\nде');
    expect(textOf(9)).toBe('аб\n');
    expect(textOf(10)).toBe('аб\nвг\n');
    expect(firstLines(bytes, 3)).toHaveLength(3);
  });
});
