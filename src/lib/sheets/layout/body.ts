import { tellingOf } from '../coded/coded-rows.ts';
import { readText } from '../values/text.ts';
import type { Grid } from './grid.ts';
import { rowsThatAddUp, type Sum } from './sums.ts';
import { totalTeller } from './total-row.ts';
import { isBreakdownWord, isCountry, isNoteWord, isRegion, namesPart } from './words.ts';

/** What a row of a table's body is. */
export type BodyRole = 'data' | 'section' | 'total' | 'note' | 'blank';

/** The roles of a body's rows in order, and the totals that were found by arithmetic, by row of the sheet. */
export interface Body {
  readonly roles: BodyRole[];
  readonly sums: ReadonlyMap<number, Sum>;
}

const typicalSample = 200;
const [no, yes] = [1, 2] as const;
const digits = /^\d+$/;

/** Median of filled cells over the first rows of a body. */
export function typicalWidth(grid: Grid, from: number, to: number): number {
  const counts: number[] = [];
  for (let row = from; row <= to && counts.length < typicalSample; row += 1) {
    if (grid.count(row) > 1) counts.push(grid.count(row));
  }
  counts.sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 1;
}

/** Text of the first filled cell of a row. */
export function firstText(grid: Grid, row: number): string {
  return readText(grid.cell(row, grid.first[row] ?? 0)) ?? '';
}

/** Role of every row from the first data row to the last row that belongs to the table. */
export function bodyOf(grid: Grid, from: number, to: number, hasHeader: boolean): Body {
  const typical = typicalWidth(grid, from, to);
  const isTotalRow = totalTeller(grid);
  const opensNote = tellingOf(grid.sheet.rows, (cell) =>
    (typeof cell !== 'string' || !digits.test(cell)) && isNoteWord(readText(cell) ?? '') ? yes : no,
  );
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
    const says = saysOneThing(grid, row, typical);
    const breaksDown = (count === 1 || says) && isBreakdownWord(firstText(grid, row));
    const total = !breaksDown && isTotalRow(row);
    const single =
      (says || count === 1) && (typical > 2 || isMergedOver(grid, row)) && isLabel(grid, row);
    if (single && !total) singles += 1;
    roles.push(total ? 'total' : single ? 'section' : 'data');
    const signed = () =>
      opensNote(row, grid.first[row] ?? 0) === yes && isSignature(grid, row, from);
    if (total || (!says && count >= dense && !signed())) lastDense = row;
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
    return { roles: roles.map((role) => (role === 'section' ? 'data' : role)), sums: new Map() };
  partsOfWholes(grid, roles, from);
  runsOfSingles(grid, roles, from);
  markCountry(grid, roles, from);
  const sums = rowsThatAddUp(grid, roles, from);
  for (const row of sums.keys()) roles[row - from] = 'total';
  return { roles, sums };
}

/**
 * «в том числе …» breaks a total down once more only where that total closes rows above it; below a total that stands first, or
 * below a row of data, the parts are the data.
 */
function partsOfWholes(grid: Grid, roles: BodyRole[], from: number): void {
  let dataSince = 0;
  let closing = false;
  for (const [index, role] of roles.entries()) {
    if (role === 'data') {
      dataSince += 1;
      closing = false;
    } else if (role === 'section') dataSince = 0;
    else if (role === 'total') {
      if (namesPart(firstText(grid, from + index))) {
        if (!closing) roles[index] = 'data';
      } else {
        closing = dataSince > 0;
        dataSince = 0;
      }
    }
  }
}

/** Names that follow each other in a column of their own are rows with little in them, not sections. */
function runsOfSingles(grid: Grid, roles: BodyRole[], from: number): void {
  for (let index = 0; index < roles.length; index += 1) {
    if (roles[index] !== 'section') continue;
    let end = index;
    while (roles[end + 1] === 'section') end += 1;
    const column = grid.first[from + index] ?? 0;
    if (end - index >= 2 && column > 0 && !grid.mergesAt(from + index).length)
      roles.fill('data', index, end + 1);
    index = end;
  }
}

/** The first data row is a total when it names the country and the rows below it are the regions. */
function markCountry(grid: Grid, roles: BodyRole[], from: number): void {
  const first = roles.indexOf('data');
  if (first < 0 || !isCountry(firstText(grid, from + first))) return;
  let regions = 0;
  let rows = 0;
  for (let index = first + 1; index < roles.length && rows < 60; index += 1) {
    if (roles[index] !== 'data') continue;
    rows += 1;
    if (isRegion(firstText(grid, from + index))) regions += 1;
  }
  if (rows >= 2 && regions >= 0.5 * rows) roles[first] = 'total';
}

/** True when a row repeats one text over most of the table's width: a merged line whose cells were all filled. */
function saysOneThing(grid: Grid, row: number, typical: number): boolean {
  const count = grid.count(row);
  if (count < 3 || count < 0.6 * typical) return false;
  const column = grid.first[row] ?? 0;
  const first = grid.cell(row, column);
  if (typeof first !== 'string' || grid.cell(row, column + 1) !== first) return false;
  return (
    grid.kind(row, column) === 'text' &&
    grid.cells(row).every((cell) => cell === null || cell === '' || cell === first)
  );
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
  if (grid.sheet.merges.length === 0) return cells;
  for (const merge of grid.mergesAt(row)) {
    if (merge.top < row && readText(grid.cell(merge.top, merge.left)) !== null) cells += 1;
  }
  return cells;
}

/** True when a row's first text is merged over the columns to its right. */
function isMergedOver(grid: Grid, row: number): boolean {
  const merge = grid.mergeAt(row, grid.first[row] ?? 0);
  return merge !== null && merge.top === row && merge.right > merge.left;
}

/** A section's name is a text near the left edge of the table, or merged over it. */
function isLabel(grid: Grid, row: number): boolean {
  const column = grid.first[row] ?? 0;
  if (grid.kind(row, column) !== 'text') return false;
  const merge = grid.mergeAt(row, column);
  return column <= 2 || (merge !== null && merge.right - merge.left >= 2);
}

/** A row that opens like a note or a signature: one below a blank one, or with a line to sign on, that holds no number. */
function isSignature(grid: Grid, row: number, from: number): boolean {
  const text = firstText(grid, row);
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
