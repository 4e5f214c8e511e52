import type { RecordPlace } from '#lib/ingest/difference.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { cellName } from '#lib/sheets/preview.ts';

/** Where a record stands in a file: «лист 2, строка 14», or the cell where one row told of several. */
export function showPlace({ sheet, row, col }: RecordPlace, { t }: Locale): string {
  const words = t.matching.difference;
  const place = col === null ? words.row(row + 1) : cellName(row, col);
  return words.place(sheet === 0 ? '' : words.sheet(sheet + 1), place);
}
