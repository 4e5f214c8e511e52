import type { Problem } from '#lib/ingest/problem.ts';
import type { TableReading } from '#lib/ingest/table-reading.ts';
import type { Reviewer } from './sheet-reader.ts';

type Repairer = Pick<Reviewer, 'correct' | 'mend' | 'dismiss'>;
type Place = Pick<TableReading, 'fingerprint' | 'sheetIndex'>;

/** Whether all cells of a problem can be mended at once: they read the same under one heading, or every one of them is listed. */
export function isMendable({ column, heading, value, rows, count }: Problem): boolean {
  return column !== null && ((heading !== null && value !== null) || rows.length >= count);
}

/** Mends every cell of a problem, and those of later files of the same form where its cells read the same. */
export function repairAll(
  review: Repairer,
  sha256: string,
  { fingerprint, sheetIndex }: Place,
  { column, heading, value, rows }: Problem,
  to: string,
): Promise<void> {
  if (heading !== null && heading !== '' && value !== null)
    return review.correct(sha256, {
      fingerprint,
      fields: {},
      replacements: [{ heading, from: value, to }],
    });
  if (column === null) return Promise.resolve();
  return review.mend(
    sha256,
    rows.map((row) => ({ sheetIndex, row, column, to })),
  );
}

/** Mends the first cell of a problem alone. */
export function repairFirst(
  review: Repairer,
  sha256: string,
  { sheetIndex }: Place,
  { column, rows }: Problem,
  to: string,
): Promise<void> {
  const row = rows[0];
  if (row === undefined || column === null) return Promise.resolve();
  return review.mend(sha256, [{ sheetIndex, row, column, to }]);
}

/** Sets the rows of a problem aside, as many as it lists. */
export function dismissAll(
  review: Repairer,
  sha256: string,
  { sheetIndex }: Place,
  { rows }: Problem,
): Promise<void> {
  return review.dismiss(
    sha256,
    rows.map((row) => ({ sheetIndex, row })),
    true,
  );
}
