import type { Answer, Engine } from '#lib/engine/engine.ts';
import type { RecordTable } from '#lib/analysis/record-tables.ts';
import { askRecords, countRecords, type RecordRequest } from '#lib/analysis/records.ts';
import type { GridSort, GridSource } from '#lib/tables/grid-source.ts';

/** What narrows the records down: words that must occur, and the id of a period or null for all. */
export interface RecordFilters {
  readonly search: string;
  readonly period: string | null;
}

type RecordRow = Readonly<Record<string, number | string | boolean | null>>;

const origin = ['import_id', 'sheet', 'row', 'col'] as const;

/** The records of a table as pages of rows, each with the shown columns and its place in the source. */
export function recordSource(
  engine: () => Promise<Engine>,
  table: RecordTable,
  columns: readonly string[],
): GridSource<RecordRow, RecordFilters> {
  const request = (
    { search, period }: RecordFilters,
    sorting: readonly GridSort[],
    offset: number,
    limit: number,
  ): RecordRequest => ({
    table,
    columns: [...columns, ...origin],
    sort: sorting.map(({ id, descending }) => ({ column: id, descending })),
    filter: period === null ? [] : [{ column: 'period', among: [period] }],
    search,
    offset,
    limit,
  });
  return {
    countRows: async (filters) => countRecords(await engine(), request(filters, [], 0, 0)),
    fetchRows: async (offset, limit, sorting, filters) =>
      toRows(await askRecords(await engine(), request(filters, sorting, offset, limit))),
  };
}

/** The rows of an answer as objects. */
export function toRows({ length, columns }: Answer): RecordRow[] {
  const entries = Object.entries(columns);
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(entries.map(([name, values]) => [name, values[row] ?? null])),
  );
}
