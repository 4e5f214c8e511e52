import { readAbsence } from '../values/absence.ts';
import { readText } from '../values/text.ts';
import { firstText, typicalWidth } from './body.ts';
import { totalTeller } from './total-row.ts';
import type { Grid } from './grid.ts';
import { findTableStart } from './header.ts';
import { isNoteWord } from './words.ts';

/**
 * True when the rows from `row` on, after a blank row, are another table and not more of the one above: a header (perhaps under
 * titles) whose texts stand where the table above has numbers or dates, or that stands in other columns, or under a title, or
 * that says again most of what the header above says.
 */
export function startsTable(
  grid: Grid,
  row: number,
  dataFrom: number,
  dataTo: number,
  header: readonly number[],
): boolean {
  if (isNoteWord(firstText(grid, row)) || totalTeller(grid)(row)) return false;
  const end = grid.blockEnd(row);
  let probe = end;
  let titles = 0;
  for (let at = row; at <= end && isTitleLine(grid, at); at += 1) titles += 1;
  if (titles === end - row + 1) {
    const next = grid.nextFilled(end + 1);
    if (next < 0 || next - end > 3 || isNoteWord(firstText(grid, next))) return false;
    probe = grid.blockEnd(next);
  }
  if (repeated(grid, row, header) >= 0.6) return true;
  if (titles === 0 && continuesData(grid, row, dataFrom)) return false;
  const found = findTableStart(grid, row, probe);
  const head = found?.headerRows[found.headerRows.length - 1];
  const headTop = found?.headerRows[0];
  if (!found || head === undefined || headTop === undefined) return false;
  for (let above = row; above < headTop; above += 1) {
    if (!isTitleLine(grid, above) && grid.count(above) >= Math.max(2, 0.6 * grid.count(head)))
      return false;
  }
  if (repeated(grid, head, header) >= 0.6) return true;
  const typical = typicalWidth(grid, dataFrom, dataTo);
  if (grid.count(head) < 2) return false;
  const { typed, contrary, outside } = contrastWith(grid, head, dataFrom, dataTo);
  if (typed > 0 && contrary >= 0.6 * typed) return true;
  if (typed > 0 && contrary === 0) return false;
  return (
    outside > 0.5 * grid.count(head) || (titles > 0 && Math.abs(grid.count(head) - typical) > 1)
  );
}

/** A line that says one thing: a lone cell, or one text repeated where merged cells were filled. */
function isTitleLine(grid: Grid, row: number): boolean {
  if (grid.count(row) === 1) return true;
  if (grid.count(row) < 3) return false;
  const first = readText(grid.cell(row, grid.first[row] ?? 0));
  return (
    grid.kind(row, grid.first[row] ?? 0) === 'text' &&
    grid.cells(row).every((cell) => {
      const text = readText(cell);
      return text === null || text === first;
    })
  );
}

/** How a possible header stands against the data above it, in columns: data typed there, texts against it, nothing above. */
function contrastWith(
  grid: Grid,
  head: number,
  dataFrom: number,
  dataTo: number,
): { typed: number; contrary: number; outside: number } {
  const step = Math.max(1, Math.floor((dataTo - dataFrom) / 20));
  const found = { typed: 0, contrary: 0, outside: 0 };
  for (const [column, kind] of grid.kinds(head).entries()) {
    if (kind === 'blank') continue;
    let filled = 0;
    let numbers = 0;
    for (let at = dataFrom; at <= dataTo; at += step) {
      const above = grid.kind(at, column);
      if (above === 'blank') continue;
      filled += 1;
      if (above === 'number' || above === 'date') numbers += 1;
    }
    if (filled === 0) found.outside += 1;
    else if (numbers > 0.6 * filled) {
      found.typed += 1;
      if (kind === 'text' && readAbsence(grid.cell(head, column)) === null) found.contrary += 1;
    }
  }
  return found;
}

/** True when a row holds numbers and dates just where the first data row does: more of the same, without a closer look. */
function continuesData(grid: Grid, row: number, dataFrom: number): boolean {
  const kinds = grid.kinds(row);
  let typed = 0;
  for (const [column, kind] of kinds.entries()) {
    const above = grid.kind(dataFrom, column);
    const isTyped = kind === 'number' || kind === 'date';
    if (isTyped) typed += 1;
    if (
      kind !== 'blank' &&
      above !== 'blank' &&
      isTyped !== (above === 'number' || above === 'date')
    )
      return false;
  }
  return typed > 0;
}

/** Which share of a row's cells says just what the last header row says there; 0 when fewer than two do. */
function repeated(grid: Grid, row: number, header: readonly number[]): number {
  const last = header[header.length - 1];
  if (last === undefined) return 0;
  let same = 0;
  for (const [column, cell] of grid.cells(row).entries()) {
    const text = readText(cell);
    if (
      text !== null &&
      grid.kind(row, column) === 'text' &&
      text === readText(grid.cell(last, column))
    )
      same += 1;
  }
  return same < 2 ? 0 : same / Math.max(1, grid.count(row));
}

/**
 * The first row between `from` and `to` that repeats the header of the table as that of another table which follows without a
 * blank row: with more or fewer columns, or as it is where that happens once and no sections stand above it. A header repeated
 * again and again, or in a table with gaps, stands at the top of printed pages and parts nothing. -1 without one.
 */
export function otherHeaderBelow(
  grid: Grid,
  from: number,
  to: number,
  header: readonly number[],
  hasGaps: boolean,
): number {
  const last = header[header.length - 1];
  if (last === undefined || grid.count(last) < 3) return -1;
  const column = grid.first[last] ?? 0;
  const name = grid.cell(last, column);
  let again = -1;
  let times = 0;
  let hasSections = hasGaps;
  for (let row = from + 1; row < to; row += 1) {
    if (grid.count(row) === 1) hasSections = true;
    if (grid.cell(row, column) !== name || grid.count(row) < 3) continue;
    const share = repeated(grid, row, header);
    if (grid.count(row) !== grid.count(last)) {
      if (share >= (grid.count(row) > grid.count(last) ? 0.5 : 0.8)) return row;
    } else if (share === 1) {
      times += 1;
      if (times === 1 && !hasSections) again = row;
    }
  }
  return times === 1 ? again : -1;
}
