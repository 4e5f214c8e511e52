import type { Sheet } from '#lib/model/sheet.ts';

/** How far a sheet reaches and which of its lines the file hides; rows and columns 0-based. */
export interface SheetExtent {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The extent of a sheet as it lies. */
export function extentOf({ rows, hiddenRows, hiddenColumns }: Sheet): SheetExtent {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { rows: rows.length, columns, hiddenRows, hiddenColumns };
}
