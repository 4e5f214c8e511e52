import { askBehind, countBehind, type Behind } from '#lib/analysis/behind.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Provenance } from '#lib/model/provenance.ts';
import { cellName } from '#lib/sheets/preview.ts';
import type { GridSource } from '#lib/tables/grid-source.ts';
import { toRows } from '#lib/workspace/record-source.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';
import { shownColumns, type RecordRow } from '../data/columns.ts';

const origin = ['import_id', 'sheet', 'row', 'col'] as const;

/** The records behind a number as pages of rows, each with the shown columns and its place in the source. */
export function behindSource(
  engine: () => Promise<Engine>,
  behind: Behind,
): GridSource<RecordRow, null> {
  const columns = [...shownColumns[behind.table], ...origin];
  return {
    countRows: async () => countBehind(await engine(), behind),
    fetchRows: async (offset, limit, sorting) =>
      toRows(
        await askBehind(await engine(), behind, {
          columns,
          sort: sorting.map(({ id, descending }) => ({ column: id, descending })),
          filter: [],
          search: '',
          offset,
          limit,
        }),
      ),
  };
}

/** Where a record was read, or null where its row does not say. */
export function placeOf(row: RecordRow): Provenance | null {
  const { import_id: importId, sheet, row: line, col } = row;
  if (typeof importId !== 'string' || typeof sheet !== 'number' || typeof line !== 'number') {
    return null;
  }
  return { importId, sheet, row: line, column: typeof col === 'number' ? col : null };
}

/** The place of a record in words: its file, its sheet where the file has several, and its row or cell. */
export function namePlace(
  { importId, sheet, row, column }: Provenance,
  { ledger }: Workspace,
  { t }: Locale,
): string {
  const words = t.methods;
  const entry = ledger.imports.find((one) => one.importId === importId)?.entry;
  const several = new Set(entry?.tables.map((table) => table.sheet)).size > 1;
  return words.placeAt(
    entry?.source.name ?? '',
    several || sheet > 0 ? String(sheet + 1) : '',
    column === null ? words.row(String(row + 1)) : words.cell(cellName(row, column)),
  );
}
