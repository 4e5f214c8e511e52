import type { DateValue } from '#lib/model/sheet.ts';
import type { CellMark } from './cell-styles.ts';

/** One cell to write: its value, how it is marked and what is noted beside it. Text stays text, whatever it looks like. */
export interface WrittenCell {
  readonly value: string | number | boolean | DateValue | null;
  readonly mark?: CellMark;
  readonly note?: string;
  /** How many decimals of a number are shown; all that it has where this is left out. */
  readonly decimals?: 0 | 1 | 2 | 3;
}

/** One sheet to write; widths are in characters. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows: number;
  /** How many lines of text a row shows, by its number from 0; one where this is left out. */
  readonly rowLines?: Readonly<Record<number, number>>;
  /** Whether it is printed on lying A4, as wide as one page. */
  readonly isOnePageWide?: boolean;
}
