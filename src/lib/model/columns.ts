/** Type of one stored column; every column may hold null; a date is days since 1970-01-01. */
export type ColumnType = 'int' | 'double' | 'text' | 'bool' | 'date';

/** Names and types of the columns of one stored table. */
export type ColumnSchema = Readonly<Record<string, ColumnType>>;

interface ColumnValues {
  int: number | null;
  double: number | null;
  text: string | null;
  bool: boolean | null;
  date: number | null;
}

/** The columns of a table as plain arrays of equal length. */
export type Columns<S extends ColumnSchema> = { [C in keyof S]: ColumnValues[S[C]][] };

/** One row of a table as an object. */
export type Row<S extends ColumnSchema> = { [C in keyof S]: ColumnValues[S[C]] };
