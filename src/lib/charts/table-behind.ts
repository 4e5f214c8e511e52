/** A column of the table behind a chart. */
export interface TableColumn {
  readonly head: string;
  /** Figures are aligned to the right. */
  readonly figure: boolean;
  /** Heads of the numbers that a cell stands for, where it stands for several or its head does not name their unit. */
  readonly parts?: readonly string[];
}

/** A cell that shows numbers: its text, and the numbers in the units of its column, one for each of its parts. */
export interface FigureCell {
  readonly text: string;
  readonly numbers: readonly (number | null)[];
}

/** A cell of the table behind a chart: a text, or numbers as they are shown. */
export type TableCell = string | FigureCell;

/** A row of the table behind a chart: its head and one cell for each further column; `none` says why there is no value. */
export interface TableRow {
  readonly key: string;
  readonly cells: readonly TableCell[];
  /** Index of a cell that holds a reason instead of a number. */
  readonly none: number | null;
  /** Chooses what the row speaks of, where that can be chosen. */
  readonly select?: () => void;
}

/** A row with the mark that it speaks of, where there is one. */
export interface MarkedRow<M> extends TableRow {
  readonly mark?: M;
}

/** The numbers of a chart; the first column heads the rows. */
export interface TableBehind {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** The numbers of a chart with the marks that they stand for. */
export interface MarkedTable<M> extends TableBehind {
  readonly rows: readonly MarkedRow<M>[];
}

/** A cell as it is read. */
export function textOf(cell: TableCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** A cell of numbers; empty where it shows nothing. */
export function figureCell(text: string, ...numbers: readonly (number | null)[]): TableCell {
  return text === '' ? '' : { text, numbers };
}
