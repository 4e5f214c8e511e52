import type { CellValue } from '#lib/model/sheet.ts';
import { assertCells, assertPlace } from '../cell-limits.ts';

const noCells: CellValue[] = [];

/** The filled cells of a sheet as ragged rows; it grows to the last filled cell and no further. */
export class Grid {
  readonly rows: CellValue[][] = [];
  /** Cells of the grid, gaps before filled ones counted. */
  cells: number;

  /** `taken`: cells that the workbook's other sheets hold already. */
  constructor(taken: number) {
    this.cells = taken;
  }

  /** Puts a value at a place, 0-based; throws when the place lies beyond any sheet or the workbook holds too much. */
  place(row: number, column: number, value: CellValue): void {
    const { rows } = this;
    assertPlace(row, column);
    while (rows.length <= row) rows.push(noCells);
    let cells = rows[row];
    if (cells === undefined || cells === noCells) {
      cells = [];
      rows[row] = cells;
    }
    if (column < cells.length) {
      cells[column] = value;
      return;
    }
    this.cells += column + 1 - cells.length;
    assertCells(this.cells);
    while (cells.length < column) cells.push(null);
    cells.push(value);
  }
}
