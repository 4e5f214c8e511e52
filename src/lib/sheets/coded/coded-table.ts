import type { CellValue, Listing } from '#lib/model/sheet.ts';
import type { TableRow } from '#lib/model/table.ts';
import { ColumnCoder, type CodedColumn } from './coded-column.ts';

/** Data rows of a table that are held as columns of codes; a row is made when it is looked at. */
export class CodedTable implements Listing<TableRow> {
  readonly length: number;
  readonly columns: readonly CodedColumn[];
  /** The rows of the sheet, ascending. */
  readonly lines: ArrayLike<number>;
  /** The sections by their codes, and the code of each row's one; null where there are none. */
  readonly sections: CodedColumn | null;

  constructor(
    columns: readonly CodedColumn[],
    lines: ArrayLike<number>,
    sections: CodedColumn | null,
  ) {
    this.columns = columns;
    this.lines = lines;
    this.length = lines.length;
    this.sections = sections;
  }

  at(place: number): TableRow | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const cells = this.columns.map(({ values, codes }) => values[codes[place] ?? 0] ?? null);
    return { row: this.line(place), section: this.section(place), cells };
  }

  /** The row of the sheet that a row stands in. */
  line(place: number): number {
    return this.lines[place] ?? 0;
  }

  /** The section that a row stands under. */
  section(place: number): string | null {
    if (this.sections === null) return null;
    return (this.sections.values[this.sections.codes[place] ?? 0] ?? null) as string | null;
  }

  /** The cell of a row at a position. */
  cell(place: number, position: number): CellValue {
    const column = this.columns[position];
    return column?.values[column.codes[place] ?? 0] ?? null;
  }

  /** The place of a row of the sheet; −1 where it is none of the table's. */
  placeOf(line: number): number {
    let from = 0;
    let to = this.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.line(middle) < line) from = middle + 1;
      else to = middle;
    }
    return from < this.length && this.line(from) === line ? from : -1;
  }

  slice(from = 0, to = this.length): readonly TableRow[] {
    const rows: TableRow[] = [];
    for (let place = Math.max(0, from); place < Math.min(to, this.length); place += 1) {
      const row = this.at(place);
      if (row) rows.push(row);
    }
    return rows;
  }

  *[Symbol.iterator](): Iterator<TableRow> {
    for (let place = 0; place < this.length; place += 1) {
      const row = this.at(place);
      if (row) yield row;
    }
  }
}

/** The sections of rows, in the order of the rows; null where none stands under one. */
export function codeSections(
  length: number,
  sectionOf: (place: number) => string | null,
): CodedColumn | null {
  const coder = new ColumnCoder();
  const codes = new Int32Array(length);
  for (let place = 0; place < length; place += 1) codes[place] = coder.code(sectionOf(place));
  return coder.values.length === 1 ? null : coder.column(codes);
}

/** Columns of codes of cells, by place and position. */
export function codeCells(
  length: number,
  width: number,
  cellOf: (place: number, position: number) => CellValue,
): CodedColumn[] {
  const coders = Array.from({ length: width }, () => new ColumnCoder());
  const codes = coders.map(() => new Int32Array(length));
  for (let place = 0; place < length; place += 1)
    for (const [position, coder] of coders.entries())
      (codes[position] as Int32Array)[place] = coder.code(cellOf(place, position));
  return coders.map((coder, position) => coder.column(codes[position] as Int32Array));
}

/** The rows of a table of so many columns as columns of codes. */
export function codedTable(rows: Listing<TableRow>, width: number): CodedTable {
  if (rows instanceof CodedTable) return rows;
  const all = [...rows];
  return new CodedTable(
    codeCells(all.length, width, (place, position) => all[place]?.cells[position] ?? null),
    all.map(({ row }) => row),
    codeSections(all.length, (place) => all[place]?.section ?? null),
  );
}
