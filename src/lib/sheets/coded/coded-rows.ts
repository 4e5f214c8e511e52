import type { CellValue, Listing } from '#lib/model/sheet.ts';
import { telling, withCells, type CodedColumn } from './coded-column.ts';

/** Rows of a sheet that are held as columns of codes; a row is made when it is looked at. */
export class CodedRows implements Listing<readonly CellValue[]> {
  readonly length: number;
  readonly columns: readonly CodedColumn[];
  /** How many cells each row has. */
  readonly widths: Int32Array;

  constructor(columns: readonly CodedColumn[], widths: Int32Array, length: number) {
    this.columns = columns;
    this.widths = widths;
    this.length = length;
  }

  at(row: number): readonly CellValue[] | undefined {
    if (row < 0 || row >= this.length) return undefined;
    const width = this.widths[row] ?? 0;
    const cells: CellValue[] = [];
    for (let column = 0; column < width; column += 1) cells.push(this.cell(row, column));
    return cells;
  }

  /** The cell of a row at a column; null beyond the row's end. */
  cell(row: number, column: number): CellValue {
    const own = this.columns[column];
    return own?.values[own.codes[row] ?? 0] ?? null;
  }

  slice(from = 0, to = this.length): readonly (readonly CellValue[])[] {
    const rows: (readonly CellValue[])[] = [];
    for (let row = Math.max(0, from); row < Math.min(to, this.length); row += 1)
      rows.push(this.at(row) ?? []);
    return rows;
  }

  *[Symbol.iterator](): Iterator<readonly CellValue[]> {
    for (let row = 0; row < this.length; row += 1) yield this.at(row) ?? [];
  }

  /** The rows with some of them replaced. */
  with(rows: ReadonlyMap<number, readonly CellValue[]>): CodedRows {
    if (rows.size === 0) return this;
    const widths = this.widths.slice();
    const widest = Math.max(this.columns.length, ...[...rows.values()].map(({ length }) => length));
    for (const [row, cells] of rows) widths[row] = cells.length;
    const columns = Array.from({ length: widest }, (_, column) =>
      withCells(
        this.columns[column] ?? {
          values: [null],
          codes: new Int32Array(this.length),
          isDistinct: true,
        },
        new Map([...rows].map(([row, cells]) => [row, cells[column] ?? null])),
      ),
    );
    return new CodedRows(columns, widths, this.length);
  }

  /** The rows up to the last one that holds anything. */
  withoutBlankEnd(): CodedRows {
    let { length } = this;
    while (
      length > 0 &&
      this.columns.every(({ values, codes }) => values[codes[length - 1] ?? 0] === null)
    )
      length -= 1;
    return length === this.length ? this : new CodedRows(this.columns, this.widths, length);
  }
}

/** How many cells each row of a sheet has. */
export function widthsOf(rows: Listing<readonly CellValue[]>): (row: number) => number {
  if (rows instanceof CodedRows) return (row) => rows.widths[row] ?? 0;
  return (row) => rows.at(row)?.length ?? 0;
}

/** The cell of a sheet in a row at a column; null where there is none. */
export function cellsOf(
  rows: Listing<readonly CellValue[]>,
): (row: number, column: number) => CellValue {
  if (rows instanceof CodedRows) return (row, column) => rows.cell(row, column);
  return (row, column) => (row < 0 ? null : (rows.at(row)?.[column] ?? null));
}

/** What `read` tells of the cell in a row at a column, from 1 to 255: found out as seldom as can be. */
export function tellingOf(
  rows: Listing<readonly CellValue[]>,
  read: (cell: CellValue) => number,
): (row: number, column: number) => number {
  if (rows instanceof CodedRows) {
    const empty = read(null);
    const told = rows.columns.map((column) => telling(column, read));
    return (row, column) => told[column]?.(row) ?? empty;
  }
  return (row, column) => read(rows.at(row)?.[column] ?? null);
}
