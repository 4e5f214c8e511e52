import { readText } from '../values/text.ts';
import type { Grid } from './grid.ts';
import { mostColumns, type ColumnSample } from './column-sample.ts';
import { isTotalWord, textsOf } from './words.ts';

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
  let groups = 0;
  let emptyRows = 0;
  let valuesInFloors = 0;
  for (let row = first; row <= last; row += 1) {
    const kinds = grid.kinds(row);
    if (grid.count(row) === 0) emptyRows += 1;
    for (let column = 0; column < Math.min(kinds.length, mostColumns); column += 1) {
      if (kinds[column] === 'blank') continue;
      const like = headingLikeness(grid, row, column);
      if (last > first && like === 0 && sample.typed.has(column)) valuesInFloors += 1;
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
  const impurity =
    dataTyped.length === 0
      ? 0
      : dataTyped.filter((column) => grid.kind(firstData, column) === 'text').length /
        dataTyped.length;
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
    0.35 * depth +
    Math.min(groups, 2) * (depth > 0 ? 0.5 : 0) -
    2 * Math.min(crossing, 2) -
    0.6 * emptyRows -
    (3 * valuesInFloors) / Math.max(1, typed.length) -
    (width === 1 && active > 2 && groups === 0 ? 1 : 0) -
    (isTotalWord(firstText) ? 1 : 0) -
    0.02 * (first - start);
  return { score, contrast };
}

/** One text repeated, or a lone one at the left or right edge above at least three columns, merged or not, is a title or a unit and no header. */
export function isBanner(grid: Grid, row: number, sample: ColumnSample): boolean {
  const { active } = sample;
  if (active.length < 3) return false;
  if (grid.count(row) >= active.length && active.length < 64)
    return textsOf(grid.sheet.rows[row] ?? []).length === 1;
  if (grid.count(row) !== 1) return false;
  const column = grid.first[row] ?? 0;
  return column <= (active[0] ?? 0) || column >= (active[active.length - 1] ?? 0);
}
