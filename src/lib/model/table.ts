import type { CellRange, CellValue } from './sheet.ts';

/** Rows of one role on a sheet, 0-based. */
export interface TableLayout {
  readonly range: CellRange;
  readonly titleRows: readonly number[];
  readonly headerRows: readonly number[];
  readonly numberingRows: readonly number[];
  readonly sectionRows: readonly number[];
  readonly totalRows: readonly number[];
  readonly noteRows: readonly number[];
  readonly blankRows: readonly number[];
}

/** One column of a table: its place on the sheet and its heading, the floors of a stacked header joined by « / ». */
export interface Column {
  readonly index: number;
  readonly heading: string;
}

/** One data row: its place on the sheet, the section it stands under, its cells in the order of the table's columns. */
export interface TableRow {
  readonly row: number;
  readonly section: string | null;
  readonly cells: readonly CellValue[];
}

/** A table found on a sheet; merged cells are filled, everything that is not data is set apart in the layout. */
export interface Table {
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly layout: TableLayout;
  readonly title: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}
