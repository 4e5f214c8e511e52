import Papa, { type ParseError } from 'papaparse';
import type { Dialect } from '#lib/model/sheet.ts';
import { unaligned } from './aligned.ts';
import { cutLine } from './cut-line.ts';

const pieceLength = 1 << 20;
const carefulLength = 1 << 11;
const longestRecord = 1 << 22;
const longestSpoilt = 1 << 15;
/** Most characters that may be cut in vain before quotes are given up for the rest of a text. */
const mostWaste = 40_000_000;
/** A character that no text holds: PapaParse knows no way of saying that nothing quotes. */
const noQuote = '\uFFFF';

/** Settings for PapaParse that a dialect means. */
export function papaDialect(dialect: Dialect): {
  delimiter: string;
  newline: Dialect['newline'];
  quoteChar: string;
  escapeChar: string;
} {
  const { delimiter, newline, quote, escape } = dialect;
  if (quote === '') return { delimiter, newline, quoteChar: noQuote, escapeChar: noQuote };
  return { delimiter, newline, quoteChar: quote, escapeChar: escape === '' ? quote : escape };
}

interface Piece {
  readonly data: string[][];
  readonly errors: readonly ParseError[];
  readonly meta: { readonly cursor: number };
}

/** What is known of a text while it is cut. */
export interface Cutting {
  readonly dialect: Dialect;
  /** Cells of most lines, which tells whether a line with stray quotes was mended; 0 when unknown. */
  readonly width: number;
  /** Takes rows in order, with the share of the text that is cut. */
  readonly onRows: (rows: string[][], share: number) => void;
  /** Hears of each row that stray quotes spoilt: mended or left as it was. */
  readonly onStray?: (mended: boolean) => void;
}

/** A line by itself: its cells, with quotes believed only where they close in it, and where the next line starts. */
function cutOneLine(text: string, from: number, dialect: Dialect) {
  const end = text.indexOf(dialect.newline, from);
  const lineEnd = end < 0 ? text.length : end;
  const carriage = dialect.newline === '\n' && text[lineEnd - 1] === '\r' ? 1 : 0;
  const cells = cutLine(text.slice(from, lineEnd - carriage), dialect);
  return { cells, next: Math.min(text.length, lineEnd + dialect.newline.length) };
}

/** True when a quote within a stretch opens a cell: the one before it cannot have been closed yet. */
function opensCell(text: string, from: number, to: number, dialect: Dialect): boolean {
  const { delimiter, quote, newline } = dialect;
  for (let at = text.indexOf(quote, from); at >= 0 && at < to; at = text.indexOf(quote, at + 1)) {
    const isFirst = text.startsWith(delimiter, at - delimiter.length) || text[at - 1] === '\n';
    const after = at + quote.length;
    const isLast = [delimiter, newline, '\r', quote].some((end) => text.startsWith(end, after));
    if (isFirst && !isLast) return true;
  }
  return false;
}

/** A row that stray quotes spoilt, cut again as one line, or null when it is better left as it is. */
function mendedRow(
  text: string,
  from: number,
  row: readonly string[],
  to: number,
  cutting: Cutting,
  open: boolean,
) {
  const { dialect, width } = cutting;
  const line = cutOneLine(text, from, dialect);
  if (open) return line;
  if (width === 0) return null;
  if (row.length === width) {
    const isRow = line.cells.length === width && line.next < to;
    return isRow && opensCell(text, line.next, to, dialect) ? line : null;
  }
  const nearer = Math.abs(line.cells.length - width) < Math.abs(row.length - width);
  return line.cells.length === width || (line.next < to && nearer) ? line : null;
}

/**
 * Cuts rows one by one over a stretch with stray quotes. A quote that never closes, or that swallowed its neighbours or the
 * lines below, is taken for text and its line is cut again; gives the place where cutting has to go on.
 */
function cutCarefully(text: string, from: number, to: number, cutting: Cutting): number {
  let cursor = from;
  const rows: string[][] = [];
  const parser = new Papa.Parser({
    ...papaDialect(cutting.dialect),
    step: ({ data, errors, meta }: Piece) => {
      const [row] = data;
      if (!row) return;
      const start = cursor;
      cursor = from + meta.cursor;
      const open = errors.some(({ code }) => code === 'MissingQuotes');
      const mended = errors.length > 0 ? mendedRow(text, start, row, cursor, cutting, open) : null;
      if (errors.length > 0 && row.length !== cutting.width) cutting.onStray?.(mended !== null);
      rows.push(mended?.cells ?? row);
      if (!mended || mended.next === cursor) return;
      cursor = mended.next;
      parser.abort();
    },
  });
  parser.parse(text.slice(from, to), 0, to < text.length);
  cutting.onRows(rows, cursor / text.length);
  return cursor;
}

/** How far to look for the end of a record: not far when stray quotes in it say that its own one is astray. */
function longestOpen(errors: readonly ParseError[]): number {
  return errors.length > 0 ? longestSpoilt : longestRecord;
}

/**
 * Cuts a text into rows by a dialect with PapaParse, in pieces. Stretches whose quotes are in order are taken as they come;
 * elsewhere each spoilt line is mended by itself, so that no quote ever swallows the rest of a file.
 */
export function cutText(whole: string, cutting: Cutting): void {
  const { text, dialect: given } = unaligned(whole, cutting.dialect);
  let dialect = given;
  let from = 0;
  let length = pieceLength;
  let waste = 0;
  while (from < text.length) {
    const to = Math.min(text.length, from + length);
    const parser = new Papa.Parser(papaDialect(dialect));
    const { data, errors, meta }: Piece = parser.parse(text.slice(from, to), 0, to < text.length);
    const isSound = errors.length === 0 && (data.length > 0 || to === text.length);
    if (isSound) {
      from = to === text.length ? to : from + meta.cursor;
      cutting.onRows(data, from / text.length);
      length = Math.min(pieceLength, length * 2);
    } else if (data.length === 0 && to < text.length && length < longestOpen(errors)) {
      waste += to - from;
      length *= 4;
    } else {
      if (waste > mostWaste) dialect = { ...dialect, quote: '', escape: '' };
      from = (data.length === 0 ? cutOpenLine : cutCarefully)(text, from, to, {
        ...cutting,
        dialect,
      });
      waste += Math.max(0, to - from);
      length = carefulLength;
    }
  }
}

/** Cuts the one line whose quote opens a record longer than any record is. */
function cutOpenLine(text: string, from: number, _to: number, cutting: Cutting): number {
  const { cells, next } = cutOneLine(text, from, cutting.dialect);
  cutting.onStray?.(true);
  cutting.onRows([cells], next / text.length);
  return next;
}
