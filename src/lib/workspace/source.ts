import type { Provenance } from '#lib/model/provenance.ts';
import type { Workspace } from './workspace.svelte.ts';

/** A piece of a source sheet around one row; rows are 0-based, cells as shown. */
export interface SourceWindow {
  readonly file: string;
  readonly sheet: string;
  readonly top: number;
  readonly rows: readonly (readonly string[])[];
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
  const rows = await reader.window(opened.source.sha256, place.sheet, top, place.row + around);
  const sheet = opened.tables.find(({ sheetIndex }) => sheetIndex === place.sheet)?.sheet ?? '';
  return { file: source.name, sheet, top, rows };
}
