import type { Encoding } from '#lib/sheets/encoding.ts';
import type { Context, ContextValues } from './context.ts';

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
  /** How this text file is to be decoded and cut, whatever its recipes say. */
  readonly decoding?: Decoding;
}

/** What a person decided about the decoding and cutting of a text file; what is absent is detected. */
export interface Decoding {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** No repairs. */
export const noRepairs: FileRepairs = { cells: [], dismissed: [], statements: [] };

/** A context in which what a person stated overrules what the texts around a table say. */
export function stateContext(context: Context, stated: Statement['values']): Context {
  const names = new Set(Object.keys(stated));
  if (names.size === 0) return context;
  const evidence = Object.fromEntries(
    Object.entries(context.evidence).filter(([name]) => !names.has(name)),
  );
  return { ...context, ...stated, evidence };
}

/** Whether two files' repairs come to the same, in whatever order they were made. */
export function sameRepairs(one: FileRepairs, other: FileRepairs): boolean {
  const list = ({ cells, dismissed, statements, decoding }: FileRepairs) =>
    [
      ...cells.map(({ sheetIndex, row, column, to }) =>
        JSON.stringify(['cell', sheetIndex, row, column, to]),
      ),
      ...dismissed.map(({ sheetIndex, row }) => JSON.stringify(['row', sheetIndex, row])),
      ...statements.map(({ table, values }) =>
        JSON.stringify([table, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]),
      ),
      JSON.stringify([decoding?.encoding ?? null, decoding?.delimiter ?? null]),
    ]
      .sort()
      .join('\n');
  return list(one) === list(other);
}
