import { lookOf, plausibility, type CellLook } from '../cell-plausibility.ts';
import type { Candidate } from './candidates.ts';

/** Rows that a hypothesis cut out of a sample, and how many of them stray quotes spoilt. */
export interface Attempt {
  readonly rows: readonly (readonly string[])[];
  readonly mended: number;
  readonly broken: number;
}

/** A comment or a heading of a text file: it says nothing about how the table is cut. */
const comment = /^\s*(?:#|\/\/|--|%%)/;

/** The number of cells that most rows have; the wider of two as frequent ones. 0 without rows. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const row of rows)
    if (!isEmpty(row)) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) {
    const most = widths.get(best) ?? 0;
    if (count > most || (count === most && width > best)) best = width;
  }
  return best;
}

function isEmpty(row: readonly string[]): boolean {
  return row.length === 1 && (row[0] ?? '').trim() === '';
}

/** Share of the cells below each column's first one that look like most of that column, and whether any column is typed. */
function typesOf(rows: readonly (readonly string[])[], width: number) {
  let agree = 0;
  let filled = 0;
  let isTyped = false;
  for (let column = 0; column < width; column += 1) {
    const looks = new Map<CellLook, number>();
    let cells = 0;
    for (const row of rows) {
      if (row.length !== width) continue;
      const look = lookOf(row[column] ?? '');
      if (look === 'empty') continue;
      looks.set(look, (looks.get(look) ?? 0) + 1);
      cells += 1;
    }
    const wordy = (looks.get('word') ?? 0) + (looks.get('text') ?? 0);
    const typed = Math.max(
      looks.get('number') ?? 0,
      looks.get('date') ?? 0,
      looks.get('address') ?? 0,
    );
    agree += Math.max(wordy, typed);
    filled += cells;
    if (cells >= 2 && typed >= 2 && typed >= cells * 0.6) isTyped = true;
  }
  return { agreement: filled === 0 ? 0 : agree / filled, isTyped };
}

function isWrapped(cell: string): boolean {
  return cell.length > 1 && /^\s*(["'`])[\s\S]*\1\s*$/.test(cell);
}

/** True for a piece of a quoted cell: a quote on one side only. */
function isHalfWrapped(cell: string): boolean {
  return cell.length > 1 && cell.startsWith('"') !== cell.endsWith('"');
}

/** How well quotes explain the rows: cells still wrapped in some quote and rows that no mending saved speak against it. */
function tidiness({ rows, mended, broken }: Attempt, quote: string, cells: number): number {
  let wrapped = 0;
  for (const row of rows)
    for (const cell of row)
      if (isWrapped(cell) || (quote === '' && isHalfWrapped(cell))) wrapped += 1;
  const prior = quote === '"' ? 1 : quote === '' ? 0.9 : 0.97;
  const strays = (mended * 0.5 + broken * 4) / Math.max(1, rows.length);
  return (prior * (1 - wrapped / Math.max(1, cells)) ** 2) / (1 + strays);
}

/** True when the lines of a text are rather cells of one column: dates, addresses or numbers, one a line. */
export function isOneColumn(lines: readonly string[]): boolean {
  const single = lines.filter((line) => {
    const look = lookOf(line);
    return look === 'date' || look === 'address' || (look === 'number' && !line.includes(','));
  });
  return single.length >= 2 && single.length >= lines.length * 0.6;
}

/** True when rows agree on being cut at all: not when a mark of prose parts a line here and there. */
function isTable(widths: ReadonlyMap<number, number>, rows: number): boolean {
  let wide = 0;
  let most = 0;
  for (const [width, count] of widths) {
    if (width < 2) continue;
    wide += count;
    most = Math.max(most, count);
  }
  return wide * 2 >= rows || (most >= 2 && most * 2 >= wide);
}

/**
 * Consistency times plausibility (after G. J. J. van den Burg, A. Nazábal, C. Sutton, «Wrangling messy CSV files by detecting row
 * and type patterns», 2019): rows of one width speak for a delimiter, the more the wider they are; then the share of cells that
 * look like values, and of columns that hold one type throughout.
 */
export function scoreOf(attempt: Attempt, candidate: Candidate, quote: string): number {
  const { delimiter, belief, spoilt } = candidate;
  const widths = new Map<number, number>();
  const rows = attempt.rows.filter((row) => !isEmpty(row) && !comment.test(row[0] ?? ''));
  if (rows.length === 0) return 0;
  let plausible = 0;
  let cells = 0;
  for (const row of rows) {
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const lowest = row.length === 1 ? 0.5 : 1;
    for (const cell of row) {
      cells += 1;
      plausible += plausibility(cell, lookOf(cell), delimiter) * lowest;
    }
  }
  const width = usualWidth(rows);
  if (!isTable(widths, rows.length)) return 0;
  if (spoilt && (widths.get(width) ?? 0) < 0.8 * rows.length) return 0;
  const { agreement, isTyped } = typesOf(rows, width);
  // A list of names has as many words in every line; only values make a space a delimiter.
  if (delimiter === ' ' && spoilt && !isTyped) return 0;
  let pattern = 0;
  for (const [wide, count] of widths) {
    if (wide === 1) pattern += (count * 0.05) / rows.length;
    else pattern += ((count / rows.length) ** 1.5 * (wide - 1)) / wide;
  }
  const types = 0.6 + 0.4 * agreement;
  return belief * pattern * (plausible / cells) ** 2 * types * tidiness(attempt, quote, cells);
}
