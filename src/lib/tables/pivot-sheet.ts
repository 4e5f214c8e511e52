/** One row of a pivot with those within it; `level` counts from 1. */
export interface PivotLine {
  readonly id: string;
  /** The whole name, of which the label may be a part. */
  readonly name: string;
  readonly label: string;
  readonly level: number;
  readonly children: readonly PivotLine[];
}

/** One column of numbers. */
export interface PivotColumn {
  readonly id: string;
  /** All that its heads say, for those who do not see them. */
  readonly name: string;
  /** Width in pixels. */
  readonly width: number;
  /** Whether the rows can be ordered by it. */
  readonly sortable: boolean;
  /** A line stands before it: a group of columns begins. */
  readonly begins: boolean;
  /** Whether it is the total of others. */
  readonly isTotal: boolean;
  /** Whether all of its numbers are totals that were counted anew. */
  readonly recounted: boolean;
}

/** One head over some columns: from row to row of the head, from column to column. */
export interface PivotHead {
  readonly label: string;
  readonly row: number;
  readonly rows: number;
  readonly start: number;
  readonly span: number;
  /** The group of columns that it opens and closes; null where it has nothing to fold. */
  readonly group: string | null;
  /** The column by which it orders the rows; null where it is over several. */
  readonly sorts: string | null;
  readonly open: boolean;
}

/** How a cell looks: a number, one withheld because it would rest on too few, none, or one that is still being counted. */
export type PivotLook = 'number' | 'too-few' | 'none' | 'waiting';

/** What a cell shows. */
export interface PivotText {
  readonly look: PivotLook;
  readonly text: string;
  /** What is read aloud where it differs from the text. */
  readonly words: string | null;
  /** A total that was counted anew in a column that is none. */
  readonly recounted: boolean;
  /** How deep the cell is shaded, from 0 to 1, and in which hue; null where it is not. */
  readonly shade: { readonly share: number; readonly hue: number } | null;
}

/** Everything that a pivot shows, laid out. */
export interface PivotSheet {
  /** What the rows are: the head over them. */
  readonly corner: string;
  readonly total: PivotLine;
  readonly lines: readonly PivotLine[];
  readonly columns: readonly PivotColumn[];
  readonly heads: readonly PivotHead[];
  readonly headRows: number;
  readonly text: (line: string, column: number) => PivotText;
  /** The number that rows are ordered by; undefined where there is none. */
  readonly value: (line: string, column: string) => number | undefined;
}

/** Order of the rows by one column, within their parents. */
export interface PivotOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** The words of a pivot that its table says itself. */
export interface PivotWords {
  readonly label: string;
  readonly ascending: string;
  readonly descending: string;
  readonly recounted: string;
}
