import Papa, { type ParseResult } from 'papaparse';
import type { Dialect } from '#lib/model/sheet.ts';
import { delimitersIn, plausibility } from './cell-plausibility.ts';

const delimiters = [';', ',', '\t', '|', ', ', '; ', ':', ' ', '^', '~'] as const;
const quotes = ['"', "'", ''] as const;
/** Delimiters that prose is full of: believed only where nearly every line has as many of them. */
const spoilt = new Set([' ', ':', ', ', '; ']);
const sampleLength = 60_000;
const sampleRows = 400;
const spoken = /^\uFEFF?"?sep=(\t|[^\s"])"?[ \t;,|]*(?:\r\n|\n|\r|$)/i;

/** The delimiter that a first line «sep=;» declares for the rest of the file, with the length of that line. */
export function declaredDelimiter(text: string): { delimiter: string; length: number } | null {
  const match = spoken.exec(text.slice(0, 40));
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length };
}

/**
 * The line end that cuts every row: «\n» as soon as some lines end so (rows then shed a trailing «\r»), else «\r\n», else «\r».
 */
export function detectNewline(text: string): Dialect['newline'] {
  let feeds = text.indexOf('\n');
  if (feeds < 0) return text.includes('\r') ? '\r' : '\n';
  for (; feeds >= 0; feeds = text.indexOf('\n', feeds + 1)) {
    if (text.charCodeAt(feeds - 1) !== 13) return '\n';
  }
  return '\r\n';
}

function sampleOf(text: string, newline: string): string {
  if (text.length <= sampleLength) return text;
  const end = text.lastIndexOf(newline, sampleLength);
  return text.slice(0, end > 0 ? end : sampleLength);
}

interface Hypothesis {
  readonly delimiter: string;
  readonly quote: string;
  readonly score: number;
}

/**
 * Consistency times plausibility (after G. J. J. van den Burg, A. Nazábal, C. Sutton, «Wrangling messy CSV files by detecting row
 * and type patterns», 2019): rows of one width speak for a delimiter, the more the wider they are; then the share of cells that
 * look like values.
 */
function scoreRows(rows: readonly (readonly string[])[], delimiter: string, lone: number): number {
  const widths = new Map<number, number>();
  let plausible = 0;
  let cells = 0;
  let filled = 0;
  for (const row of rows) {
    if (row.length === 1 && (row[0] ?? '').trim() === '') continue;
    filled += 1;
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const lowest = row.length === 1 ? lone : 1;
    for (const cell of row) {
      cells += 1;
      plausible += plausibility(cell, delimiter) * lowest;
    }
  }
  if (filled === 0) return 0;
  if (spoilt.has(delimiter) && Math.max(...widths.values()) < 0.8 * filled) return 0;
  let pattern = 0;
  for (const [width, count] of widths) {
    if (width === 1) pattern += (count * 0.05) / filled;
    else pattern += ((count / filled) ** 1.5 * (width - 1)) / width;
  }
  return pattern * (plausible / cells) ** 2;
}

/**
 * How a text is cut into cells: every pair of delimiter and quote is tried on the first rows and the most consistent one wins.
 * Title lines above a table weigh little because they are few and narrow. `delimiter` given by a person is not questioned.
 */
export function detectDialect(text: string, delimiter: string | null = null): Dialect {
  const declared = declaredDelimiter(text);
  const newline = detectNewline(text);
  const body = declared ? text.slice(declared.length) : text;
  const sample = sampleOf(body, newline);
  const chosen = delimiter ?? declared?.delimiter ?? null;
  const candidates = chosen === null ? delimitersIn(sample, delimiters) : [chosen];
  let best: Hypothesis = { delimiter: chosen ?? ';', quote: '"', score: 0 };
  for (const candidate of candidates) {
    for (const quote of quotes) {
      if (quote !== '"' && !sample.includes(quote === '' ? '"' : quote)) continue;
      const { data, errors } = cut(sample, { delimiter: candidate, quote, escape: quote, newline });
      const tidy = tidiness(data, quote, errors.filter(({ type }) => type === 'Quotes').length);
      const score = scoreRows(data, candidate, 0.5) * tidy;
      if (score > best.score * 1.0001) best = { delimiter: candidate, quote, score };
    }
  }
  return { delimiter: best.delimiter, quote: best.quote, escape: best.quote, newline };
}

/** Settings for PapaParse that a dialect means; no quote is a character that no text holds. */
export function papaDialect(dialect: Dialect): {
  delimiter: string;
  newline: '\n' | '\r\n' | '\r';
  quoteChar: string;
  escapeChar: string;
} {
  const quote = dialect.quote === '' ? '\u0000' : dialect.quote;
  return {
    delimiter: dialect.delimiter,
    newline: dialect.newline,
    quoteChar: quote,
    escapeChar: quote,
  };
}

function cut(sample: string, dialect: Dialect): ParseResult<string[]> {
  return Papa.parse<string[]>(sample, { ...papaDialect(dialect), preview: sampleRows });
}

/** How well a quote explains a text: cells still wrapped in quotes speak against «none», broken quotes against a quote. */
function tidiness(rows: readonly (readonly string[])[], quote: string, errors: number): number {
  if (quote !== '')
    return (quote === '"' ? 1 : 0.97) / (1 + (4 * errors) / Math.max(1, rows.length));
  let wrapped = 0;
  let cells = 0;
  for (const row of rows) {
    for (const cell of row) {
      cells += 1;
      if (/^\s*"[\s\S]*"\s*$/.test(cell)) wrapped += 1;
    }
  }
  return 0.9 * (1 - wrapped / Math.max(1, cells)) ** 2;
}
