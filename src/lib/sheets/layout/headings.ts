import { foldText } from '#lib/i18n/fold.ts';
import type { Grid } from './grid.ts';
import { readText } from '../values/text.ts';

/**
 * The heading of each column: the floors of its header from top to bottom joined by « / », a merged parent repeated over its
 * span, a floor that repeats the one above left out (but a whole line that is written several times is kept as it is). Where a sheet has no merged cells (text files), a name with blanks after it
 * spans those blanks that have a name of their own on the floor below.
 */
export function headingsOf(
  grid: Grid,
  headerRows: readonly number[],
  columns: readonly number[],
): string[] {
  const floors = headerRows.map((row, floor) => floorNames(grid, headerRows, row, floor, columns));
  const isSameLine = floors.every((floor) => floor.join('\n') === floors[0]?.join('\n'));
  const isWrittenAgain = isSameLine && headerRows.every((row) => grid.mergesAt(row).length === 0);
  return columns.map((_, index) => {
    const parts: string[] = [];
    for (const floor of floors) {
      const name = floor[index];
      if (name === null || name === undefined) continue;
      if (!isWrittenAgain && parts.some((part) => foldText(part) === foldText(name))) continue;
      parts.push(name);
    }
    return parts.join(' / ');
  });
}

function floorNames(
  grid: Grid,
  headerRows: readonly number[],
  row: number,
  floor: number,
  columns: readonly number[],
): (string | null)[] {
  const isLast = floor === headerRows.length - 1;
  const names: (string | null)[] = [];
  let parent: string | null = null;
  let before = -2;
  for (const column of columns) {
    const own = readText(grid.shown(row, column));
    const merge = grid.mergeAt(row, column);
    if (own !== null) {
      parent = merge ? null : own;
      names.push(own);
    } else if (
      !isLast &&
      parent !== null &&
      column === before + 1 &&
      !merge &&
      continues(grid, headerRows, floor, column)
    ) {
      names.push(parent);
    } else {
      parent = null;
      names.push(null);
    }
    before = column;
  }
  return names;
}

/** A blank continues the group to its left when a name stands below it and none above it. */
function continues(
  grid: Grid,
  headerRows: readonly number[],
  floor: number,
  column: number,
): boolean {
  const below = headerRows
    .slice(floor + 1)
    .some((row) => readText(grid.shown(row, column)) !== null);
  const above = headerRows
    .slice(0, floor)
    .some(
      (row) =>
        grid.mergeAt(row, column)?.left === column && readText(grid.cell(row, column)) !== null,
    );
  return below && !above;
}
