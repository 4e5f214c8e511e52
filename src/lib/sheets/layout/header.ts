import { isBanner, judge } from './header-score.ts';
import { isListOfValues, isTyped, sampleBelow, sampleEnd } from './column-sample.ts';
import { numbersColumns } from './numbering.ts';
import { readText } from '../values/text.ts';
import type { Grid } from './grid.ts';

/** Where a table begins: its header rows (empty for a table without), numbering rows below them, its first data row. */
export interface TableStart {
  readonly headerRows: readonly number[];
  readonly numberingRows: readonly number[];
  readonly dataStart: number;
}

const searchedRows = 60;
const deepest = 4;

/**
 * The beginning of the table at or below row `start`, no row after `end` considered: the rows are tried as a header of one to
 * four rows, and the best by contrast with what follows, coverage of the columns, distinctness and merged groups is taken.
 * Null when nothing there is a table.
 */
export function findTableStart(grid: Grid, start: number, end: number): TableStart | null {
  let best: {
    first: number;
    last: number;
    score: number;
    contrast: number;
    dataStart: number;
    numbering: number[];
  } | null = null;
  const limit = Math.min(end, start + searchedRows);
  let tried = 0;
  for (let first = start; first <= limit && tried < 30; first += 1) {
    if (grid.count(first) === 0 || numbersColumns(grid, first)) continue;
    if (best && first > best.last && saysAgain(grid, first, best.last)) continue;
    tried += 1;
    for (let last = first; last < Math.min(first + deepest, end); last += 1) {
      if (last > first && numbersColumns(grid, last)) break;
      if (last > first && grid.count(last) === 0) continue;
      const numbering: number[] = [];
      let dataStart = grid.nextFilled(last + 1);
      while (
        dataStart >= 0 &&
        dataStart <= end &&
        numbersColumns(grid, dataStart) &&
        numbering.length < 2
      ) {
        numbering.push(dataStart);
        dataStart = grid.nextFilled(dataStart + 1);
      }
      if (dataStart < 0 || dataStart > end) continue;
      const sample = sampleBelow(
        grid,
        dataStart,
        sampleEnd(grid, numbering.at(-1) ?? last, dataStart, end),
      );
      if (sample.active.length === 0 || !isListOfValues(sample)) continue;
      if (sample.active.length > 1 && sample.rows.every((row) => grid.count(row) < 2)) continue;
      if (rowsFrom(grid, first, last).some((row) => isBanner(grid, row, sample))) continue;
      const judged = judge(grid, start, first, last, sample);
      const isLone = rowsFrom(grid, first, last).every((row) => grid.count(row) === 1);
      if (isLone && sample.active.length > 1 && judged.contrast <= 0.5) continue;
      const gap = (numbering[0] ?? dataStart) - last - 1;
      const score = judged.score + (numbering.length > 0 ? 1.5 : 0) - 0.3 * Math.min(gap, 3);
      if (!best || score > best.score)
        best = { first, last, score, contrast: judged.contrast, dataStart, numbering };
    }
  }
  if (!best || isHeaderless(grid, best)) return headerless(grid, start, end, best !== null);
  const headerRows = rowsFrom(grid, best.first, best.last);
  return { headerRows, numberingRows: best.numbering, dataStart: best.dataStart };
}

/** True when a row says again what a header above it says, perhaps with columns more or fewer. */
function saysAgain(grid: Grid, row: number, header: number): boolean {
  let same = 0;
  for (const [column, cell] of grid.cells(row).entries()) {
    const text = readText(cell);
    if (
      text !== null &&
      text === readText(grid.cell(header, column)) &&
      grid.kind(row, column) === 'text'
    )
      same += 1;
  }
  return same >= 2 && same >= 0.8 * Math.min(grid.count(row), grid.count(header));
}

/** The filled rows from `first` to `last`. */
function rowsFrom(grid: Grid, first: number, last: number): number[] {
  const rows: number[] = [];
  for (let row = first; row <= last; row += 1) if (grid.count(row) > 0) rows.push(row);
  return rows;
}

/** The best header is no header when it holds the same kinds of values as the rows below it. */
function isHeaderless(
  grid: Grid,
  best: { first: number; last: number; contrast: number; score: number },
): boolean {
  if (best.contrast >= 0.34) return false;
  const kinds = grid.kinds(best.last);
  return kinds.some(isTyped);
}

function headerless(grid: Grid, start: number, end: number, likely: boolean): TableStart | null {
  let row = start;
  while (row <= end && grid.count(row) < 2) row += 1;
  if (row > end) return null;
  const sample = sampleBelow(grid, row, end);
  const regular = sample.rows.filter((at) => grid.count(at) >= 2).length;
  if (!likely && regular < 2) return null;
  if (sample.active.length < 2 || sample.typed.size === 0 || regular < 2) return null;
  return { headerRows: [], numberingRows: [], dataStart: row };
}

/**
 * A header without any data below it: the last filled line of a sheet, of at least three different texts, under nothing but
 * titles. Null when the lines are anything else.
 */
export function headerAlone(grid: Grid): TableStart | null {
  const row = grid.bottom;
  if (row < 0 || grid.count(row) < 3) return null;
  const texts = new Set<string>();
  for (const [column, kind] of grid.kinds(row).entries()) {
    if (kind === 'blank') continue;
    const text = readText(grid.cell(row, column)) ?? '';
    if (kind !== 'text' || text.length > 80 || texts.has(text)) return null;
    texts.add(text);
  }
  for (let above = grid.top; above < row; above += 1) if (grid.count(above) > 1) return null;
  return { headerRows: [row], numberingRows: [], dataStart: row + 1 };
}
