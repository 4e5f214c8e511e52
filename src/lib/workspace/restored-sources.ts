import type { FileReading } from '#lib/ingest/reading.ts';
import type { SourceBytes } from '#lib/journal/journal.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Puts files that were given again in the place of their damaged or missing copies in the journal; how many there were. */
export async function restoreSources(
  workspace: Workspace,
  readings: readonly FileReading[],
): Promise<number> {
  const { damage } = workspace.safekeeping;
  if (damage.length === 0) return 0;
  const hashOf = (importId: string) =>
    workspace.ledger.imports.find((one) => one.importId === importId)?.entry.source.sha256;
  const wanted = new Set(
    damage.flatMap((one) => {
      if (one.what === 'source') return [one.sha256];
      return one.what === 'columns' && !one.mended ? [hashOf(one.importId)] : [];
    }),
  );
  const sources: SourceBytes[] = [];
  for (const { source, refusal } of readings) {
    const { sha256 } = source;
    if (refusal || !wanted.has(sha256)) continue;
    sources.push({ sha256, bytes: await workspace.reader.bytes(sha256) });
  }
  if (sources.length > 0) await workspace.mend({ sources });
  return sources.length;
}
