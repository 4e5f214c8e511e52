import { foldText } from '#lib/i18n/fold.ts';
import { isBlank, readText } from '../values/text.ts';
import { cutOut } from './cut-out.ts';
import { Grid } from './grid.ts';
import { findTableStart, type TableStart } from './header.ts';

/** Columns of one of the tables that stand side by side, 0-based, inclusive. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

interface Part extends Band {
  readonly start: TableStart;
  readonly headings: readonly string[];
  /** Last filled row of its own. */
  readonly end: number;
  /** Whether a line of its own stands above its header. */
  readonly titled: boolean;
  /** Whether it names its rows itself: one of its columns is text. */
  readonly labelled: boolean;
  /** Whether every row of it is filled from its first to its last column. */
  readonly full: boolean;
}

/** Columns in which anything stands from row `headTop` to `bottom`, also as the rest of a merged cell. */
function busyColumns(grid: Grid, headTop: number, bottom: number): Uint8Array {
  const width = grid.columnFill.length;
  const busy = new Uint8Array(width);
  let free = width;
  const mark = (column: number): void => {
    if (column >= width || busy[column]) return;
    busy[column] = 1;
    free -= 1;
  };
  for (const merge of grid.sheet.merges) {
    if (merge.bottom < headTop || merge.top > bottom) continue;
    if (readText(grid.cell(merge.top, merge.left)) === null) continue;
    for (let column = merge.left + 1; column <= Math.min(merge.right, width - 1); column += 1)
      mark(column);
  }
  for (let row = headTop; row <= bottom && free > 0; row += 1) {
    if (grid.count(row) === 0) continue;
    for (let column = grid.first[row] ?? 0; column <= (grid.last[row] ?? -1); column += 1)
      if (!busy[column] && !isBlank(grid.cell(row, column))) mark(column);
  }
  return busy;
}

/** Runs of columns parted by columns in which nothing stands from `headTop` to `bottom`. */
function runsOf(grid: Grid, headTop: number, bottom: number): Band[] {
  const busy = busyColumns(grid, headTop, bottom);
  const runs: Band[] = [];
  let left = -1;
  for (let column = 0; column <= busy.length; column += 1) {
    const isGap = column === busy.length || !busy[column];
    if (!isGap && left < 0) left = column;
    if (isGap && left >= 0) {
      runs.push({ left, right: column - 1 });
      left = -1;
    }
  }
  return runs;
}

function partOf(grid: Grid, top: number, bottom: number, headTop: number, run: Band): Part | null {
  if (run.right === run.left) return null;
  const own = new Grid(cutOut(grid.sheet, { top, bottom, ...run }, 0));
  if (own.bottom < own.top) return null;
  const start = findTableStart(own, own.top, own.bottom);
  const head = start?.headerRows[start.headerRows.length - 1];
  if (!start || head === undefined || own.count(head) < 2) return null;
  const headings: string[] = [];
  for (let column = run.left; column <= run.right; column += 1) {
    const text = readText(own.cell(head, column));
    if (text !== null && own.kind(head, column) === 'text') headings.push(foldText(text));
  }
  const texts = new Array<number>(run.right - run.left + 1).fill(0);
  let rows = 0;
  let full = true;
  for (let row = start.dataStart; row <= own.bottom && rows < 60; row += 1) {
    if (own.count(row) === 0) continue;
    rows += 1;
    if (own.count(row) < texts.length) full = false;
    for (let column = run.left; column <= run.right; column += 1)
      if (own.kind(row, column) === 'text')
        texts[column - run.left] = (texts[column - run.left] ?? 0) + 1;
  }
  return {
    ...run,
    start,
    headings,
    end: own.bottom,
    titled: own.top < (start.headerRows[0] ?? headTop),
    labelled: texts.some((count) => count >= 0.6 * rows),
    full,
  };
}

/** Whether two neighbours are two tables and not one with an empty column in it. */
function areApart(left: Part, right: Part): boolean {
  const headOf = (part: Part): number =>
    part.start.headerRows[part.start.headerRows.length - 1] ?? 0;
  if (!right.labelled || !left.labelled) return false;
  const shared = left.headings.filter((heading) => right.headings.includes(heading)).length;
  if (shared >= 2 && shared >= 0.5 * Math.min(left.headings.length, right.headings.length))
    return true;
  return (
    headOf(left) !== headOf(right) ||
    (left.titled && right.titled) ||
    Math.abs(left.end - right.end) >= 2 ||
    (left.end !== right.end && left.full && right.full) ||
    left.headings[0] === right.headings[0]
  );
}

/**
 * The tables that stand side by side between rows `top` and `bottom`, from left to right: parted by empty columns, each under
 * a header of its own, and with a sign that they are not one table with an empty column: the same headings again, headers at
 * different heights, titles of their own, ends at different rows. One band or none means that the rows belong to one table.
 */
export function bandsOf(grid: Grid, top: number, bottom: number, headTop: number): Band[] {
  const runs = runsOf(grid, headTop, bottom);
  if (runs.length < 2 || runs.length > 40) return [];
  const bands: Part[] = [];
  for (const run of runs) {
    const before = bands[bands.length - 1];
    const part = partOf(grid, top, bottom, headTop, run);
    if (before && part && areApart(before, part)) bands.push(part);
    else if (before) {
      const widened = partOf(grid, top, bottom, headTop, { left: before.left, right: run.right });
      bands[bands.length - 1] = { ...(widened ?? before), right: run.right };
    } else if (part) bands.push(part);
    else return [];
  }
  return bands;
}
