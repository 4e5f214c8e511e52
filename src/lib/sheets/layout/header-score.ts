import { readText } from '../values/text.ts';
import type { Grid } from './grid.ts';
import { mostColumns, type ColumnSample } from './column-sample.ts';
import { isTitleText, isTotalWord, textsOf } from './words.ts';

/** A number that serves as a heading: a year, or one of a run that rises by one (days, questions). */
function isNumberHeading(grid: Grid, row: number, column: number): boolean {
  const value = Number(readText(grid.cell(row, column)) ?? NaN);
  if (!Number.isInteger(value)) return false;
  if (value >= 1950 && value <= 2100) {
    const others = grid.kinds(row).filter((kind) => kind === 'number').length;
    const neighbour = Number(
      readText(grid.cell(row, column + 1)) ?? readText(grid.cell(row, column - 1)) ?? NaN,
    );
    return others === 1 || Math.abs(neighbour - value) <= 1 || Number.isNaN(neighbour);
  }
  const before = Number(readText(grid.cell(row, column - 1)) ?? NaN);
  const after = Number(readText(grid.cell(row, column + 1)) ?? NaN);
  return before + 1 === value || value + 1 === after;
}

/** How much a cell of a possible header looks like a heading, 0 to 1. */
function headingLikeness(grid: Grid, row: number, column: number): number {
  switch (grid.kind(row, column)) {
    case 'text': {
      const text = readText(grid.cell(row, column)) ?? '';
      return text.length <= 120 ? 1 : 0.8;
    }
    case 'mark':
      return 0.4;
    case 'number':
      return isNumberHeading(grid, row, column) ? 0.7 : 0;
    case 'date':
      return 0.3;
    default:
      return 0;
  }
}

/** A date beside another date, over a column that holds no dates: a day that the column is about. */
function isDayHeading(grid: Grid, row: number, column: number, sample: ColumnSample): boolean {
  const isDate = (at: number): boolean => grid.kind(row, at) === 'date';
  return (
    isDate(column) &&
    (isDate(column - 1) || isDate(column + 1)) &&
    sample.rows.every((below) => grid.kind(below, column) !== 'date')
  );
}

/** How well some rows serve as a header, and how sharply they differ from the data below (0 to 1). */
export interface Judged {
  readonly score: number;
  readonly contrast: number;
}

/** Score of rows `first` to `last` as the header of what stands below; see the parts for what speaks for and against. */
export function judge(
  grid: Grid,
  start: number,
  first: number,
  last: number,
  sample: ColumnSample,
): Judged {
  const named = new Map<number, number>();
  const names = new Map<number, string>();
  let likeness = 0;
  let cells = 0;
  let crossing = 0;
  let cut = 0;
  let groups = 0;
  let emptyRows = 0;
  let valuesInFloors = 0;
  for (let row = first; row <= last; row += 1) {
    const kinds = grid.kinds(row);
    if (grid.count(row) === 0) emptyRows += 1;
    if (row === first) cut = mergesCut(grid, first);
    for (let column = 0; column < Math.min(kinds.length, mostColumns); column += 1) {
      if (kinds[column] === 'blank') continue;
      const like = isDayHeading(grid, row, column, sample)
        ? 0.8
        : headingLikeness(grid, row, column);
      const isValue = like === 0 && sample.typed.has(column);
      // Below the first floor a number or a date is a value in whatever column it stands: a line of data may be shifted.
      const isShifted = row > first && (like === 0 || (kinds[column] === 'date' && like < 0.5));
      if (last > first && (isValue || isShifted)) valuesInFloors += 1;
      likeness += like;
      cells += 1;
      const merge = grid.mergeAt(row, column);
      const right = merge ? Math.min(merge.right, mostColumns) : column;
      if (merge && merge.bottom >= (sample.rows[0] ?? last + 1)) crossing += 1;
      if (merge && merge.right > merge.left && row < last) groups += 1;
      for (let at = column; at <= right; at += 1) {
        named.set(at, Math.max(named.get(at) ?? 0, like));
        names.set(at, `${names.get(at) ?? ''}|${readText(grid.cell(row, column)) ?? ''}`);
      }
      if (merge && merge.right > merge.left) continue;
      // Without merged cells a group's name stands over its first column and blanks follow it.
      if (
        row < last &&
        !merge &&
        kinds[column + 1] === 'blank' &&
        grid.kind(row + 1, column + 1) === 'text'
      )
        groups += 0.5;
    }
  }
  const active = sample.active.length;
  if (active === 0 || cells === 0) return { score: -Infinity, contrast: 0 };
  const coverage = sample.active.filter((column) => (named.get(column) ?? 0) > 0.2).length / active;
  const typed = [...sample.typed];
  const contrast =
    typed.length === 0
      ? 0.5
      : typed.reduce((sum, column) => sum + (named.get(column) ?? 0), 0) / typed.length;
  // A section's name may stand between the header and the first full row.
  const firstData = sample.rows.find((row) => grid.count(row) > 1) ?? last + 1;
  const dataTyped = typed.filter((column) => grid.kind(firstData, column) !== 'blank');
  const texts = dataTyped.filter((column) => grid.kind(firstData, column) === 'text').length;
  // A line that holds values elsewhere is a shifted line of data rather than one more floor.
  const isShifted = grid
    .kinds(firstData)
    .some((kind, column) => kind === 'number' && headingLikeness(grid, firstData, column) === 0);
  const impurity = dataTyped.length === 0 ? 0 : ((isShifted ? 0.4 : 1) * texts) / dataTyped.length;
  const unique = new Set(names.values()).size / Math.max(1, names.size);
  let recurring = 0;
  for (const column of sample.active) {
    const text = readText(grid.cell(last, column));
    if (
      text !== null &&
      sample.rows.slice(0, 12).some((row) => readText(grid.cell(row, column)) === text)
    )
      recurring += 1;
  }
  let wideAbove = 0;
  for (let row = start; row < first; row += 1) {
    if (grid.count(row) >= Math.max(2, 0.6 * active)) wideAbove += 1;
  }
  // Names that stand right above and that these rows leave out: the header begins higher.
  const leftOut =
    first > start &&
    grid.count(first - 1) > 1 &&
    !isBanner(grid, first - 1, sample) &&
    sample.active.some((column) => !named.has(column) && grid.kind(first - 1, column) === 'text');
  const depth = last - first;
  const stacked = depth > 0 && groups === 0 ? fullFloors(grid, first, last, sample) : 0;
  const width = grid.count(first);
  const firstText = readText(grid.cell(first, grid.first[first] ?? 0)) ?? '';
  const score =
    3 * contrast -
    3 * impurity +
    2.5 * coverage +
    likeness / cells +
    0.7 * unique -
    (1.5 * recurring) / active -
    0.8 * Math.min(wideAbove, 4) -
    (leftOut ? 1.5 : 0) -
    0.35 * depth -
    1.2 * stacked +
    Math.min(groups, 2) * (depth > 0 ? 0.5 : 0) -
    2 * Math.min(crossing + cut, 2) -
    0.6 * emptyRows -
    (3 * valuesInFloors) / Math.max(1, typed.length) -
    (width === 1 && active > 2 && groups === 0 ? 1 : 0) -
    (isTotalWord(firstText) ? 1 : 0) -
    0.02 * (first - start);
  return { score, contrast };
}

/** Merged areas with a text that reach into a row from above: a header that begins there would cut them in two. */
function mergesCut(grid: Grid, row: number): number {
  return grid
    .mergesAt(row)
    .filter((merge) => merge.top < row && readText(grid.cell(merge.top, merge.left)) !== null)
    .length;
}

/**
 * How many floors above the last name every column anew without a group among them, or say one thing over nearly all of them:
 * such a line is no floor of the same header but something written above it.
 */
function fullFloors(grid: Grid, first: number, last: number, sample: ColumnSample): number {
  let full = 0;
  const leaves = new Set(sample.active.map((column) => readText(grid.shown(last, column))));
  // A last floor that says few different things (units, «план» and «факт») does not name the columns without the one above.
  if (leaves.size < 0.6 * sample.active.length) return 0;
  for (let row = first; row < last; row += 1) {
    const width = sample.active.length;
    const names = new Set<string>();
    const isFull = sample.active.every((column) => {
      const own = readText(grid.shown(row, column));
      if (own === null || own === readText(grid.shown(last, column))) return false;
      names.add(own);
      return true;
    });
    if (isFull && (names.size === width || (names.size <= 2 && width >= 5))) full += 1;
  }
  return full;
}

/**
 * True for a title or a unit above a table, which is no floor of its header: one text repeated or merged over all columns, a
 * lone one at the left or right edge of at least three columns, or one that opens as titles do while the line below names every
 * column by itself.
 */
export function isBanner(grid: Grid, row: number, sample: ColumnSample): boolean {
  const { active } = sample;
  const left = active[0] ?? 0;
  const right = active[active.length - 1] ?? 0;
  if (active.length < 2) return false;
  if (grid.count(row) === 1) {
    const column = grid.first[row] ?? 0;
    const merge = grid.mergeAt(row, column);
    if (merge && merge.left <= left && merge.right >= right) return true;
    if (isTitleText(readText(grid.cell(row, column)) ?? '') && namesAll(grid, row + 1, sample))
      return true;
    return active.length >= 3 && (column <= left || column >= right);
  }
  return (
    active.length >= 3 &&
    active.length < 64 &&
    grid.count(row) >= active.length &&
    textsOf(grid.cells(row)).length === 1
  );
}

/** True when a row has a text of its own over every column that is in use. */
function namesAll(grid: Grid, row: number, sample: ColumnSample): boolean {
  return sample.active.every((column) => grid.kind(row, column) === 'text');
}
