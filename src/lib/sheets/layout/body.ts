import { readText } from '../values/text.ts';
import { readAbsence } from '../values/absence.ts';
import type { Grid } from './grid.ts';
import { findTableStart } from './header.ts';
import { isBreakdownWord, isNoteWord, isTotalWord } from './words.ts';

/** What a row of a table's body is. */
export type BodyRole = 'data' | 'section' | 'total' | 'note' | 'blank';

const typicalSample = 200;

/** Median of filled cells over the first rows of a body. */
function typicalWidth(grid: Grid, from: number, to: number): number {
  const counts: number[] = [];
  for (let row = from; row <= to && counts.length < typicalSample; row += 1) {
    if (grid.count(row) > 1) counts.push(grid.count(row));
  }
  counts.sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 1;
}

function firstText(grid: Grid, row: number): string {
  return readText(grid.cell(row, grid.first[row] ?? 0)) ?? '';
}

/** The label of a total stands in the first filled cell, or in the one after a number. */
function isTotalRow(grid: Grid, row: number): boolean {
  const column = grid.first[row] ?? 0;
  const cells = grid.sheet.rows[row] ?? [];
  for (let at = column; at < Math.min(cells.length, column + 3); at += 1) {
    const cell = cells[at];
    if (typeof cell === 'string' && isTotalWord(cell.trim())) return true;
    if (typeof cell === 'string' && !/^\s*[\d.]*\s*$/.test(cell)) return false;
  }
  return false;
}

/**
 * True when the rows from `row` on, after a blank row, are another table and not more of the one above: a header (perhaps under
 * titles) whose texts stand where the table above has numbers or dates, or that stands in other columns, or under a title.
 */
export function startsTable(
  grid: Grid,
  row: number,
  dataFrom: number,
  dataTo: number,
  header: readonly number[],
): boolean {
  if (isNoteWord(firstText(grid, row)) || isTotalRow(grid, row)) return false;
  const end = grid.blockEnd(row);
  let probe = end;
  let titles = 0;
  for (let at = row; at <= end && grid.count(at) === 1; at += 1) titles += 1;
  if (titles === end - row + 1) {
    const next = grid.nextFilled(end + 1);
    if (next < 0 || next - end > 3 || isNoteWord(firstText(grid, next))) return false;
    probe = grid.blockEnd(next);
  }
  if (titles === 0 && continuesData(grid, row, dataFrom) && !repeats(grid, row, header))
    return false;
  const found = findTableStart(grid, row, probe);
  const head = found?.headerRows[found.headerRows.length - 1];
  const headTop = found?.headerRows[0];
  if (!found || head === undefined || headTop === undefined) return false;
  for (let above = row; above < headTop; above += 1) {
    if (grid.count(above) >= Math.max(2, 0.6 * grid.count(head))) return false;
  }
  if (repeats(grid, head, header)) return true;
  const typical = typicalWidth(grid, dataFrom, dataTo);
  if (grid.count(head) < 2) return false;
  const step = Math.max(1, Math.floor((dataTo - dataFrom) / 20));
  let typed = 0;
  let contrary = 0;
  let outside = 0;
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
    if (filled === 0) outside += 1;
    else if (numbers > 0.6 * filled) {
      typed += 1;
      if (kind === 'text' && readAbsence(grid.cell(head, column)) === null) contrary += 1;
    }
  }
  if (typed > 0 && contrary >= 0.6 * typed) return true;
  if (typed > 0 && contrary === 0) return false;
  return (
    outside > 0.5 * grid.count(head) || (titles > 0 && Math.abs(grid.count(head) - typical) > 1)
  );
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

function repeats(grid: Grid, row: number, header: readonly number[]): boolean {
  const last = header[header.length - 1];
  if (last === undefined) return false;
  const cells = grid.sheet.rows[row] ?? [];
  let same = 0;
  for (const [column, cell] of cells.entries()) {
    const text = readText(cell);
    if (text !== null && text === readText(grid.cell(last, column))) same += 1;
  }
  return same >= 2 && same >= 0.8 * grid.count(row);
}

/** Role of every row from the first data row to the last row that belongs to the table, in order. */
export function rolesOf(grid: Grid, from: number, to: number, hasHeader: boolean): BodyRole[] {
  const typical = typicalWidth(grid, from, to);
  const roles: BodyRole[] = [];
  let lastDense = -1;
  let singles = 0;
  let filled = 0;
  const dense = Math.max(typical > 1 ? 2 : 1, Math.ceil(0.34 * typical));
  for (let row = from; row <= to; row += 1) {
    if (grid.count(row) === 0) {
      roles.push('blank');
      continue;
    }
    filled += 1;
    const count = grid.count(row) + hangingCells(grid, row);
    const breaksDown = count === 1 && isBreakdownWord(firstText(grid, row));
    const total = !breaksDown && isTotalRow(grid, row);
    const single = typical > 2 && count === 1 && isLabel(grid, row);
    if (single && !total) singles += 1;
    roles.push(total ? 'total' : single ? 'section' : 'data');
    if (total || (count >= dense && !isSignature(grid, row, from))) lastDense = row;
  }
  const isList = singles > 0.5 * filled;
  for (let row = from; row <= to; row += 1) {
    const role = roles[row - from];
    if (role === 'blank') continue;
    const isTail = row > lastDense && hasTail(grid, row, lastDense, isList);
    if (isTail) roles[row - from] = 'note';
    else if (role === 'section' && isList) roles[row - from] = 'data';
  }
  if (!hasHeader && !roles.includes('data'))
    return roles.map((role) => (role === 'section' ? 'data' : role));
  return roles;
}

function hasTail(grid: Grid, row: number, lastDense: number, isList: boolean): boolean {
  if (!isList) return true;
  for (let at = lastDense + 1; at <= row; at += 1) {
    if (at >= 0 && (isNoteWord(firstText(grid, at)) || firstText(grid, at).length > 80))
      return true;
  }
  return false;
}

/** Cells that a row shows because an area merged with rows above reaches down into it. */
function hangingCells(grid: Grid, row: number): number {
  let cells = 0;
  for (const merge of grid.mergesAt(row)) {
    if (merge.top < row && readText(grid.cell(merge.top, merge.left)) !== null) cells += 1;
  }
  return cells;
}

/** A section's name is a text near the left edge of the table, or merged over it. */
function isLabel(grid: Grid, row: number): boolean {
  const column = grid.first[row] ?? 0;
  if (grid.kind(row, column) !== 'text') return false;
  const merge = grid.mergeAt(row, column);
  return column <= 2 || (merge !== null && merge.right - merge.left >= 2);
}

/** A row below a blank one, or with a line to sign on, that opens like a note or a signature and holds no number. */
function isSignature(grid: Grid, row: number, from: number): boolean {
  const text = firstText(grid, row);
  if (!isNoteWord(text)) return false;
  if (grid.kinds(row).includes('number')) return false;
  return (
    /_{3,}/.test(text) ||
    (row > from && grid.count(row - 1) === 0) ||
    grid.count(row) === 1 ||
    afterSignature(grid, row, from)
  );
}

function afterSignature(grid: Grid, row: number, from: number): boolean {
  return (
    row > from && isNoteWord(firstText(grid, row - 1)) && !grid.kinds(row - 1).includes('number')
  );
}
