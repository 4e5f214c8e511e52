/** A calendar date or date-time that a workbook stored as a number: «2025-09-01» or «2025-09-01T12:30:00», no time zone. */
export interface DateValue {
  readonly date: string;
}

/** An error that a workbook holds in place of a value, such as «#N/A». */
export interface ErrorValue {
  readonly error: string;
}

/** One cell as the file holds it, before anybody interprets it. */
export type CellValue = string | number | boolean | DateValue | ErrorValue | null;

/** A rectangle of cells, 0-based, both ends inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Place of one cell in a file, 0-based. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A list whose items may be made only when they are looked at; every array is one. */
export interface Listing<T> extends Iterable<T> {
  readonly length: number;
  /** The item at a place, 0-based; undefined where there is none. */
  at(place: number): T | undefined;
  /** The items from one place up to, but not including, another. */
  slice(from?: number, to?: number): readonly T[];
}

/** One sheet of a spreadsheet as it lies; rows may be ragged. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: Listing<readonly CellValue[]>;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** How delimited text is to be cut into cells; no quote and no escape are ''. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** What stands before a quote inside of quotes: the quote itself, or «\\». */
  readonly escape: string;
  readonly newline: '\n' | '\r\n' | '\r';
}
