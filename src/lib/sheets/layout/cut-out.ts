import type { CellRange, CellValue, Sheet } from '#lib/model/sheet.ts';
import { isBlank } from '../values/text.ts';

const blankRow: readonly CellValue[] = [];

/**
 * A sheet of which only one area is left; what remains keeps its row and column. Above row `headed` a line with a single filled
 * cell is left whole: a title over tables that stand side by side belongs to each of them.
 */
export function cutOut(sheet: Sheet, area: CellRange, headed: number): Sheet {
  const rows = Array.from({ length: sheet.rows.length }, (_, row) => {
    if (row < area.top || row > area.bottom) return blankRow;
    const cells = sheet.rows.at(row) ?? blankRow;
    if (row < headed && cells.filter((cell) => !isBlank(cell)).length === 1) return cells;
    return cells.slice(0, area.right + 1).map((cell, column) => (column < area.left ? null : cell));
  });
  const merges = sheet.merges.filter(
    (merge) =>
      merge.bottom >= area.top &&
      merge.top <= area.bottom &&
      (merge.bottom < headed || (merge.left <= area.right && merge.right >= area.left)),
  );
  return { ...sheet, rows, merges };
}
