import type { Reader } from '#lib/ingest/client.ts';
import type { SheetExtent } from '#lib/ingest/sheet-extent.ts';
import type { TableReading } from '#lib/ingest/table-reading.ts';
import type { Review } from '#lib/workspace/review.svelte.ts';

/** The looks into an open file that its review needs. */
export type SheetReader = Pick<Reader, 'window' | 'rows' | 'preview' | 'extent'>;

/** What the review of one file can be asked to do. */
export type Reviewer = Pick<
  Review,
  | 'stage'
  | 'decided'
  | 'canUndo'
  | 'canRedo'
  | 'correct'
  | 'adopt'
  | 'mend'
  | 'dismiss'
  | 'state'
  | 'undo'
  | 'redo'
  | 'decode'
  | 'quarantine'
>;

/** How far the tables of a sheet show that it reaches, for as long as the sheet itself has not told. */
export function extentOfTables(tables: readonly TableReading[], sheetIndex: number): SheetExtent {
  const own = tables.filter((table) => table.sheetIndex === sheetIndex).map(({ layout }) => layout);
  return {
    rows: own.reduce((most, { range }) => Math.max(most, range.bottom + 1), 0),
    columns: own.reduce((most, { range }) => Math.max(most, range.right + 1), 0),
    hiddenRows: [],
    hiddenColumns: [],
  };
}
