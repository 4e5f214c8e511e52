import type { FileReading } from '#lib/ingest/reading.ts';
import { noRepairs, type FileRepairs } from '#lib/ingest/repair.ts';
import { mendCells, nothingDecided } from './decided.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What workbooks of quarantined rows that came back ask for. */
export interface ReturnedFiles {
  /** Stored sources that they mend, to be read beside the files in hand. */
  readonly sources: readonly File[];
  /** Files in hand that they mend. */
  readonly inHand: readonly string[];
  /** Repairs by the hash of the file, with those stored before. */
  readonly repairs: Readonly<Record<string, FileRepairs>>;
}

/** Finds the files that returned workbooks speak of, among those in hand and in the journal, and what is mended in them. */
export async function collectReturned(
  workspace: Workspace,
  readings: readonly FileReading[],
): Promise<ReturnedFiles> {
  const sources: File[] = [];
  const inHand: string[] = [];
  let decided = nothingDecided;
  for (const { returned } of readings) {
    for (const { source: prefix, cells } of returned?.sources ?? []) {
      const open = readings.find(
        ({ source, refusal }) => refusal === null && source.sha256.startsWith(prefix),
      );
      const stored = workspace.ledger.imports.find(({ entry }) =>
        entry.source.sha256.startsWith(prefix),
      );
      const sha256 = open?.source.sha256 ?? stored?.entry.source.sha256;
      if (sha256 === undefined) continue;
      if (decided.repairs[sha256] === undefined) {
        if (open) inHand.push(sha256);
        else if (stored) {
          const bytes = await workspace.source(sha256);
          if (!bytes) continue;
          const { name, modified } = stored.entry.source;
          sources.push(new File([bytes], name, { lastModified: modified }));
        }
        const before = workspace.storedRepairs[sha256] ?? noRepairs;
        decided = { ...decided, repairs: { ...decided.repairs, [sha256]: before } };
      }
      decided = mendCells(decided, sha256, cells);
    }
  }
  return { sources, inHand, repairs: decided.repairs };
}
