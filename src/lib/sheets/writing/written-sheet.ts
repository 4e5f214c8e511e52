import type { DateValue } from '#lib/model/sheet.ts';
import type { CellMark } from './cell-styles.ts';

/** One cell to write: its value, how it is marked and what is noted beside it. Text stays text, whatever it looks like. */
export interface WrittenCell {
  readonly value: string | number | boolean | DateValue | null;
  readonly mark?: CellMark;
  readonly note?: string;
}

/** One sheet to write; widths are in characters. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows: number;
}
