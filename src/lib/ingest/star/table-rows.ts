import type { Columns, ColumnSchema, Row } from '#lib/model/columns.ts';

/** What appends rows to columns of the same schema; for tables of many rows. */
export function appendTo<S extends ColumnSchema>(table: Columns<S>): (row: Row<S>) => void {
  const names = Object.keys(table);
  const columns = Object.values<unknown[]>(table);
  return (row) => {
    for (let at = 0; at < names.length; at += 1) columns[at]?.push(row[names[at] ?? '']);
  };
}
