import type { ContextValues } from './context.ts';

/** One cell of a file that a person mended; rows and columns 0-based on the sheet as it lies. */
export interface CellRepair {
  readonly sheetIndex: number;
  readonly row: number;
  readonly column: number;
  /** What the cell is taken to read; '' for an empty cell. */
  readonly to: string;
}

/** One row of a file that a person set aside: it is no record. */
export interface DismissedRow {
  readonly sheetIndex: number;
  readonly row: number;
}

/** What a person stated about all rows of one table, by the table's id. */
export interface Statement {
  readonly table: string;
  readonly values: Partial<Pick<ContextValues, 'schoolYear' | 'term' | 'class' | 'event'>>;
}

/** What a person mended in one file alone; unlike a recipe it says nothing about other files of the same layout. */
export interface FileRepairs {
  readonly cells: readonly CellRepair[];
  readonly dismissed: readonly DismissedRow[];
  readonly statements: readonly Statement[];
}

/** No repairs. */
export const noRepairs: FileRepairs = { cells: [], dismissed: [], statements: [] };
