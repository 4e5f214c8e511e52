import { isBanner, judge } from './header-score.ts';
import { isListOfValues, isTyped, sampleBelow, sampleEnd } from './column-sample.ts';
import { isNumbering } from './numbering.ts';
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
    if (grid.count(first) === 0 || isNumbering(grid, first)) continue;
    tried += 1;
    for (let last = first; last < Math.min(first + deepest, end); last += 1) {
      if (last > first && isNumbering(grid, last)) break;
      if (last > first && grid.count(last) === 0) continue;
      const numbering: number[] = [];
      let dataStart = grid.nextFilled(last + 1);
      while (
        dataStart >= 0 &&
        dataStart <= end &&
        isNumbering(grid, dataStart) &&
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
