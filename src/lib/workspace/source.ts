import type { Provenance } from '#lib/model/provenance.ts';
import type { Workspace } from './workspace.svelte.ts';

/** One row of a source sheet: its 0-based place, its cells as shown, and whether it is part of the table's header. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly isHeader: boolean;
}

/** A piece of a source sheet around one row, under the header of its table. */
export interface SourceWindow {
  readonly file: string;
  readonly sheet: string;
  readonly rows: readonly SourceRow[];
}

/** The rows around a record's place in its file, read from the bytes that the journal keeps; null where they are not kept. */
export async function openSource(
  workspace: Workspace,
  place: Provenance,
  around: number,
): Promise<SourceWindow | null> {
  const found = workspace.ledger.imports.find(({ importId }) => importId === place.importId);
  const source = found?.entry.source;
  const bytes = source ? await workspace.source(source.sha256) : null;
  if (!source || !bytes) return null;
  const { reader } = workspace;
  const opened = await reader.open(bytes, source.name, workspace.settingOf(found));
  const top = Math.max(0, place.row - around);
  const table = opened.tables.find(
    ({ sheetIndex, layout: { range } }) =>
      sheetIndex === place.sheet && range.top <= place.row && place.row <= range.bottom,
  );
  const { sha256 } = opened.source;
  const header = table?.layout.headerRows ?? [];
  const above = await Promise.all(
    header
      .filter((row) => row < top)
      .map(async (row) => ({
        row,
        cells: (await reader.window(sha256, place.sheet, row, row))[0],
      })),
  );
  const near = await reader.window(sha256, place.sheet, top, place.row + around);
  const rows = [...above, ...near.map((cells, offset) => ({ row: top + offset, cells }))];
  return {
    file: source.name,
    sheet: table?.sheet ?? '',
    rows: rows.map(({ row, cells = [] }) => ({ row, cells, isHeader: header.includes(row) })),
  };
}
