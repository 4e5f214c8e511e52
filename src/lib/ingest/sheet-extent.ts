import type { Sheet } from '#lib/model/sheet.ts';
import { widthsOf } from '#lib/sheets/coded/coded-rows.ts';

/** How far a sheet reaches and which of its lines the file hides; rows and columns 0-based. */
export interface SheetExtent {
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The extent of a sheet as it lies. */
export function extentOf({ rows, hiddenRows, hiddenColumns }: Sheet): SheetExtent {
  const width = widthsOf(rows);
  let columns = 0;
  for (let row = 0; row < rows.length; row += 1) columns = Math.max(columns, width(row));
  return { rows: rows.length, columns, hiddenRows, hiddenColumns };
}
