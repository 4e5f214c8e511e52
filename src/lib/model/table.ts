import type { CellRange, CellValue, Listing } from './sheet.ts';

/** What a line of a sheet is to a table. */
export type LineRole =
  'title' | 'units' | 'header' | 'numbering' | 'data' | 'section' | 'total' | 'note' | 'blank';

/** What the columns of a wide range run over. */
export type WideKind =
  | 'term'
  | 'month'
  | 'year'
  | 'date'
  | 'year+month'
  | 'year+term'
  | 'level'
  | 'result'
  | 'level+result';

/** Neighbouring columns that hold one quantity over terms, months, years or levels; columns of the sheet, 0-based, inclusive. */
export interface WideRange {
  readonly first: number;
  readonly last: number;
  readonly kind: WideKind;
}

/** Why a decision about the layout was taken; its sentence lives in the catalogues. */
export type LayoutReason =
  | 'decided'
  | 'title-above'
  | 'unit-words'
  | 'header-texts'
  | 'header-merges'
  | 'header-types'
  | 'header-none'
  | 'numbering-run'
  | 'section-alone'
  | 'section-repeated'
  | 'total-word'
  | 'total-sum'
  | 'note-words'
  | 'note-below'
  | 'blank-gap'
  | 'columns-gap'
  | 'wide-run';

/** One decision about the layout with its reason: the lines or columns it speaks of, 0-based on the sheet. */
export interface LayoutEvidence {
  readonly role: LineRole | 'columns' | 'wide';
  readonly lines: readonly number[];
  readonly reason: LayoutReason;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Rows of one role on a sheet, 0-based. */
export interface TableLayout {
  readonly range: CellRange;
  readonly titleRows: readonly number[];
  readonly unitRows: readonly number[];
  readonly headerRows: readonly number[];
  readonly numberingRows: readonly number[];
  readonly sectionRows: readonly number[];
  readonly totalRows: readonly number[];
  readonly noteRows: readonly number[];
  readonly blankRows: readonly number[];
  readonly wide: WideRange | null;
  readonly evidence: readonly LayoutEvidence[];
}

/**
 * What a person decided about a table's boundaries, in terms that fit the same form next term: columns and the rows above
 * the data by their place on the sheet, its end and its special lines by what they say. What is absent stays as found.
 */
export interface LayoutDecision {
  /** First and last column of the table. */
  readonly columns?: readonly [first: number, last: number];
  /** First and last row of the header; null where the table has none. */
  readonly header?: readonly [first: number, last: number] | null;
  /** First row of data. */
  readonly from?: number;
  /** Folded text of the first line that no longer belongs to the table; null: the table goes on to the end of the sheet. */
  readonly until?: string | null;
  /** Whether nothing below its end is a table: it is not looked for there. */
  readonly last?: boolean;
  /** Roles of lines by their folded text (see `lineText`). */
  readonly lines?: Readonly<Record<string, LineRole>>;
}

/** One column of a table: its place on the sheet and its heading, the floors of a stacked header joined by « / ». */
export interface Column {
  readonly index: number;
  readonly heading: string;
  readonly hidden?: true;
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
  readonly rows: Listing<TableRow>;
}
