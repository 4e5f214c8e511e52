import type { Dialect } from '#lib/model/sheet.ts';
import { delimitersOf, quotesOf, type Candidate } from './dialect/candidates.ts';
import { cutText } from './dialect/cut-text.ts';
import { isOneColumn, scoreOf, usualWidth, type Attempt } from './dialect/score.ts';

const sampleLength = 60_000;
const sampleLines = 1000;
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

/** The first lines of a text, whole ones where they are not too long. */
function sampleOf(text: string, newline: string): string {
  let end = -newline.length;
  for (let line = 0; line < sampleLines; line += 1) {
    const next = text.indexOf(newline, end + newline.length);
    if (next < 0 || next > sampleLength) break;
    end = next;
  }
  return text.length <= sampleLength && end + newline.length >= text.length
    ? text
    : text.slice(0, end > 0 ? end : sampleLength);
}

/** Cuts a sample as the whole text would be: once for the width of its rows, and once more to mend what stray quotes spoilt. */
function attempt(sample: string, dialect: Dialect): Attempt {
  const rows: string[][] = [];
  let strays = 0;
  const onRows = (cut: string[][]) => rows.push(...cut);
  cutText(sample, { dialect, width: 0, onRows, onStray: () => (strays += 1) });
  if (strays === 0) return { rows: rows.slice(0, sampleRows), mended: 0, broken: 0 };
  const width = usualWidth(rows);
  const kinds = { mended: 0, broken: 0 };
  rows.length = 0;
  const onStray = (mended: boolean) => (kinds[mended ? 'mended' : 'broken'] += 1);
  cutText(sample, { dialect, width, onRows, onStray });
  return { rows: rows.slice(0, sampleRows), ...kinds };
}

/** Cells of most rows of a text, judged on its beginning. */
export function widthOf(text: string, dialect: Dialect): number {
  return usualWidth(attempt(sampleOf(text, dialect.newline), dialect).rows);
}

/** What a sample may be cut by: nothing when its lines are the cells of one column. */
function candidatesOf(sample: string, newline: Dialect['newline']): readonly Candidate[] {
  const lines = sample.split(newline).filter((line) => line.trim() !== '');
  return isOneColumn(lines.slice(0, sampleRows)) ? [] : delimitersOf(sample, newline);
}

/**
 * How a text may be cut into cells, best first: every pair of delimiter and quote is tried on the first rows and judged by the
 * consistency of widths and types. Title lines above a table weigh little because they are few and narrow. A `delimiter` given
 * by a person or declared by the file is not questioned; nor is a `newline` of whoever knows more than the beginning of a text.
 */
export function rankDialects(
  text: string,
  delimiter: string | null = null,
  newline: Dialect['newline'] = detectNewline(text),
): readonly Dialect[] {
  const declared = declaredDelimiter(text);
  const sample = sampleOf(declared ? text.slice(declared.length) : text, newline);
  const chosen = delimiter ?? declared?.delimiter ?? null;
  const candidates: readonly Candidate[] =
    chosen === null
      ? candidatesOf(sample, newline)
      : [{ delimiter: chosen, belief: 1, spoilt: false }];
  const ranked: { dialect: Dialect; score: number }[] = [];
  for (const candidate of candidates) {
    for (const quotes of quotesOf(sample, candidate.delimiter)) {
      const dialect: Dialect = { delimiter: candidate.delimiter, ...quotes, newline };
      const score = scoreOf(attempt(sample, dialect), candidate, dialect.quote);
      if (score > 0) ranked.push({ dialect, score });
    }
  }
  ranked.sort((a, b) => b.score - a.score);
  const delimiterless = [';', '\t', '|', '\u001F'].find((mark) => !sample.includes(mark));
  const fallback: Dialect = {
    delimiter: chosen ?? delimiterless ?? ';',
    quote: '"',
    escape: '"',
    newline,
  };
  return ranked.length === 0 ? [fallback] : ranked.map(({ dialect }) => dialect);
}

/** How a text is cut into cells: the first of `rankDialects`. */
export function detectDialect(
  text: string,
  delimiter: string | null = null,
  newline: Dialect['newline'] = detectNewline(text),
): Dialect {
  const [best] = rankDialects(text, delimiter, newline);
  return best ?? { delimiter: ';', quote: '"', escape: '"', newline: '\n' };
}
