import type { CellValue } from '#lib/model/sheet.ts';

/** Cells of a column as codes of the values that occur in it, so that each value is looked at once and not in every cell. */
export interface CodedColumn {
  /** The values by their codes; the first is null, the value of an empty cell. */
  readonly values: readonly CellValue[];
  /** The code of each cell, from the first row on; cells beyond the last code are empty. */
  readonly codes: Int32Array;
  /** Whether every value is a text under one code alone, but for the null of empty cells. */
  readonly isDistinct: boolean;
}

/** Gives codes to the values of a column as they come. */
export class ColumnCoder {
  readonly values: CellValue[] = [null];
  readonly #codes = new Map<CellValue, number>();
  /** Codes of dates and errors, which are no two the same object, by what they say. */
  #objects: Map<string, number> | null = null;
  #last: CellValue = null;
  #lastCode = 0;
  #isDistinct = true;

  /** The code of a value. */
  code(cell: CellValue): number {
    if (cell === null) return 0;
    if (cell === this.#last) return this.#lastCode;
    const code = typeof cell === 'object' ? this.#codeOfObject(cell) : this.#codeOf(cell);
    this.#last = cell;
    this.#lastCode = code;
    return code;
  }

  #codeOf(cell: string | number | boolean): number {
    const known = this.#codes.get(cell);
    if (known !== undefined) return known;
    if (typeof cell !== 'string' || cell === '') this.#isDistinct = false;
    const code = this.values.push(cell) - 1;
    this.#codes.set(cell, code);
    return code;
  }

  #codeOfObject(cell: Extract<CellValue, object>): number {
    this.#isDistinct = false;
    this.#objects ??= new Map();
    const said = 'date' in cell ? `d${cell.date}` : `e${cell.error}`;
    const known = this.#objects.get(said);
    if (known !== undefined) return known;
    const code = this.values.push(cell) - 1;
    this.#objects.set(said, code);
    return code;
  }

  /** The column whose cells have these codes. */
  column(codes: Int32Array): CodedColumn {
    return { values: this.values, codes, isDistinct: this.#isDistinct };
  }
}

/** What `read` tells of the cell in a row of a column, from 1 to 255: found out once for each value. */
export function telling(
  { values, codes }: CodedColumn,
  read: (cell: CellValue) => number,
): (row: number) => number {
  const told = new Uint8Array(values.length);
  return (row) => {
    const code = codes[row] ?? 0;
    return (told[code] ||= read(values[code] ?? null));
  };
}

/** A column with what `replace` makes of each value. */
export function withValues(
  { values, codes }: CodedColumn,
  replace: (cell: CellValue) => CellValue,
): CodedColumn {
  const replaced = values.map(replace);
  const [inEmpty = null] = replaced;
  if (inEmpty === null) return { values: replaced, codes, isDistinct: false };
  replaced[0] = null;
  const filled = replaced.push(inEmpty) - 1;
  return { values: replaced, codes: codes.map((code) => code || filled), isDistinct: false };
}

/** A column with some of its cells replaced, by row. */
export function withCells(column: CodedColumn, cells: ReadonlyMap<number, CellValue>): CodedColumn {
  if (cells.size === 0) return column;
  const values = [...column.values];
  const codes = new Int32Array(Math.max(column.codes.length, Math.max(...cells.keys()) + 1));
  codes.set(column.codes);
  for (const [row, cell] of cells) codes[row] = cell === null ? 0 : values.push(cell) - 1;
  return { values, codes, isDistinct: false };
}

/** The cells of a column in some rows, ascending; an empty column where there is none. */
export function cellsOfRows(column: CodedColumn | null, rows: readonly number[]): CodedColumn {
  if (column === null)
    return { values: [null], codes: new Int32Array(rows.length), isDistinct: true };
  const first = rows[0] ?? 0;
  const end = first + rows.length;
  if (rows.at(-1) === end - 1 && end <= column.codes.length)
    return { ...column, codes: column.codes.subarray(first, end) };
  return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? 0) };
}
