import Papa, { type ParseResult } from 'papaparse';
import type { Issue } from '#lib/model/issue.ts';
import type { CellValue, Dialect, Sheet } from '#lib/model/sheet.ts';
import type { Content } from '../content.ts';
import { declaredDelimiter, detectDialect, papaDialect } from '../dialect.ts';
import { decodeText, readEncoded } from '../encoding.ts';
import { refuse } from '../refusal.ts';
import type { FormatOptions, FormatReading } from './format.ts';

const longestLine = 2_000_000;
const chunkLength = 1 << 20;
const mostOpenQuotes = 200;

/** True when some stretch of so many bytes has no line end; jumps from line end to line end, never line by line. */
function hasEndlessLine(bytes: Uint8Array): boolean {
  let start = 0;
  while (start + longestLine < bytes.length) {
    const limit = start + longestLine;
    const end = Math.max(bytes.lastIndexOf(10, limit), bytes.lastIndexOf(13, limit));
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}

/** True when a text holds more control characters than any text does: the bytes are no text in this encoding. */
function isGarbage(text: string): boolean {
  const sample = text.slice(0, 200_000);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    const isControl = code < 32 && !(code >= 9 && code <= 13) && code !== 26;
    if (isControl || code >= 0xfffd) controls += 1;
  }
  return controls > 2 && controls / sample.length > 0.005;
}

/** One parsed line as stored cells, in the array it came in: nothing but the emptiness of blank cells is changed. */
function storedRow(row: CellValue[], shedReturn: boolean): CellValue[] {
  const last = row.length - 1;
  for (let column = 0; column <= last; column += 1) {
    const field = row[column];
    if (typeof field !== 'string') continue;
    if (shedReturn && column === last && field.endsWith('\r')) row[column] = field.slice(0, -1);
    // Only a field that begins with white space can be blank; letters and digits need no closer look.
    if (
      field === '' ||
      ((field.charCodeAt(0) < 33 || field.charCodeAt(0) > 126) &&
        row[column]?.toString().trim() === '')
    ) {
      row[column] = null;
    }
  }
  return row.length === 1 && row[0] === null ? [] : row;
}

interface Cut {
  readonly rows: CellValue[][];
  /** Where a quote opened that nothing closes, in characters from the start, or null. */
  readonly openQuote: number | null;
}

function cutRows(text: string, dialect: Dialect, onCursor: (cursor: number) => void): Cut {
  const rows: CellValue[][] = [];
  const shedReturn = dialect.newline === '\n' && text.includes('\r');
  let openQuote: number | null = null;
  Papa.parse<string[]>(text, {
    ...papaDialect(dialect),
    chunkSize: chunkLength,
    complete: () => undefined,
    chunk: ({ data, errors, meta }: ParseResult<string[]>) => {
      const open = errors.find((error) => error.code === 'MissingQuotes');
      if (open && meta.cursor >= text.length) openQuote = open.index ?? null;
      for (const fields of data) rows.push(storedRow(fields, shedReturn));
      onCursor(meta.cursor);
    },
  });
  return { rows, openQuote };
}

/** Cuts the whole text; a line whose quote is never closed is cut without quotes and the rest goes on after it. */
function cutText(
  text: string,
  dialect: Dialect,
  onProgress: (fraction: number) => void,
): CellValue[][] {
  const rows: CellValue[][] = [];
  let from = 0;
  for (let open = 0; from < text.length; open += 1) {
    const start = from;
    const rest = start === 0 ? text : text.slice(start);
    const { rows: cut, openQuote } = cutRows(rest, dialect, (cursor) =>
      onProgress((start + cursor) / text.length),
    );
    const lineEnd = openQuote === null ? -1 : rest.indexOf(dialect.newline, openQuote);
    if (openQuote === null || lineEnd < 0 || open >= mostOpenQuotes) {
      for (const row of cut) rows.push(row);
      return rows;
    }
    const lineStart = rest.lastIndexOf(dialect.newline, openQuote);
    const before = lineStart < 0 ? 0 : lineStart + dialect.newline.length;
    if (before > 0)
      for (const row of cutRows(rest.slice(0, lineStart), dialect, () => undefined).rows)
        rows.push(row);
    const line = cutRows(
      rest.slice(before, lineEnd),
      { ...dialect, quote: '' },
      () => undefined,
    ).rows;
    for (const row of line) rows.push(row);
    from = start + lineEnd + dialect.newline.length;
  }
  return rows;
}

function dropTrailingBlanks(rows: CellValue[][]): void {
  while (rows.length > 0 && (rows[rows.length - 1] ?? []).every((cell) => cell === null))
    rows.pop();
}

/** Delimited text: the encoding and the dialect are decided first, then PapaParse cuts it in chunks with both given. */
export async function readDelimited(
  bytes: Uint8Array,
  _content: Content,
  options: FormatOptions,
): Promise<FormatReading> {
  if (hasEndlessLine(bytes)) return refuse('file-one-line', { size: bytes.length });
  const detected = options.encoding
    ? { encoding: options.encoding, confidence: 1, text: decodeText(bytes, options.encoding) }
    : readEncoded(bytes);
  options.onProgress(0.05);
  let { text } = detected;
  if (text.trim() === '') return refuse('file-empty');
  if (isGarbage(text)) return refuse('file-encoding', { encoding: detected.encoding });
  const returns = text.includes('\r') ? (text.match(/\r(?!\n)/g)?.length ?? 0) : 0;
  if (returns > 0 && text.includes('\n') && returns * 10 > (text.match(/\n/g)?.length ?? 0)) {
    text = text.replace(/\r\n?/g, '\n');
  }
  options.onProgress(0.1);
  const dialect = detectDialect(text, options.delimiter);
  const rows = cutText(text, dialect, (fraction) => options.onProgress(0.1 + 0.9 * fraction));
  if (declaredDelimiter(text)) rows[0] = [];
  dropTrailingBlanks(rows);
  const issues: Issue[] = [];
  if (detected.confidence < 0.5) {
    const params = { encoding: detected.encoding };
    issues.push({ code: 'encoding-doubtful', severity: 'warning', at: null, params });
  }
  const sheet: Sheet = {
    name: '',
    hidden: false,
    rows,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
  return { ok: true, encoding: detected.encoding, dialect, sheets: [sheet], issues };
}
