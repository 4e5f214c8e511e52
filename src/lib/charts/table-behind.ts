/** A column of the table behind a chart. */
export interface TableColumn {
  readonly head: string;
  /** Figures are aligned to the right. */
  readonly figure: boolean;
}

/** A row of the table behind a chart: its head and one text for each further column; `none` says why there is no value. */
export interface TableRow {
  readonly key: string;
  readonly cells: readonly string[];
  /** Index of a cell that holds a reason instead of a number. */
  readonly none: number | null;
}

/** The numbers of a chart as texts; the first column heads the rows. */
export interface TableBehind {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}
