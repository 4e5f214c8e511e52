import type { Reader } from '#lib/ingest/client.ts';
import type { FileReading } from '#lib/ingest/reading.ts';
import type { Recipe } from '#lib/ingest/recipe.ts';
import { recordVersion } from '#lib/ingest/record.ts';
import type { PackedStoredImport } from '#lib/ingest/packing.ts';
import type { Entry, ImportEntry } from '#lib/journal/entry.ts';
import type { ImportColumns, SourceBytes, Writing } from '#lib/journal/journal.ts';
import { importIdOf, type ReviewFile } from './review-file.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Readings beside what the journal knows: the same file, or the import whose newer version a file is; a file given twice counts once. */
export async function compareReadings(
  workspace: Workspace,
  readings: readonly FileReading[],
): Promise<ReviewFile[]> {
  const known = new Map(workspace.ledger.imports.map((one) => [one.importId, one]));
  const once = [...new Map(readings.map((reading) => [reading.source.sha256, reading])).values()];
  const inHand = once.flatMap(({ refusal, source: { sha256 } }) => {
    const id = importIdOf(sha256);
    return refusal || known.has(id) ? [] : [{ id, sha256 }];
  });
  const revisions = await workspace.reader.compare(inHand, await storedImports(workspace));
  return once.map((reading) => {
    const importId = importIdOf(reading.source.sha256);
    return {
      reading,
      known: known.get(importId) ?? null,
      revision: revisions.get(importId) ?? null,
    };
  });
}

async function storedImports(workspace: Workspace): Promise<PackedStoredImport[]> {
  const records = await workspace.activeRecords();
  const sources = new Map(workspace.activeImports.map((one) => [one.importId, one.entry.source]));
  return records.flatMap((one) => {
    const source = sources.get(one.id);
    return source ? [{ ...one, name: source.name, modified: source.modified }] : [];
  });
}

/** Everything that accepting these files writes; the recipes that explain their layouts are kept with them. */
export async function gatherWriting(
  reader: Reader,
  accepted: readonly ReviewFile[],
  recipes: readonly Recipe[],
): Promise<Writing> {
  const entries: Entry[] = [];
  const sources: SourceBytes[] = [];
  const columns: ImportColumns[] = [];
  for (const file of olderFirst(accepted)) {
    const { sha256 } = file.reading.source;
    const importId = importIdOf(sha256);
    sources.push({ sha256, bytes: await reader.bytes(sha256) });
    const records = await reader.records(sha256);
    columns.push({ importId, schemaVersion: recordVersion, records });
    entries.push(entryOf(file, importId, recipes));
  }
  return { entries, sources, columns };
}

function entryOf(
  { reading, revision }: ReviewFile,
  importId: string,
  recipes: readonly Recipe[],
): ImportEntry {
  const fingerprints = new Set(reading.tables.map(({ fingerprint }) => fingerprint));
  return {
    kind: 'import',
    importId,
    source: reading.source,
    tables: reading.tables.flatMap(({ sheet, kind, counts }) =>
      kind ? [{ sheet, kind, counts }] : [],
    ),
    recipes: recipes.filter(({ fingerprint }) => fingerprints.has(fingerprint)),
    supersedes: revision ? [revision.of] : [],
  };
}

// The ledger lets an import supersede only what was accepted before it.
function olderFirst(files: readonly ReviewFile[]): ReviewFile[] {
  const ordered: ReviewFile[] = [];
  const add = (file: ReviewFile): void => {
    if (ordered.includes(file)) return;
    const older = files.find(
      ({ reading }) => importIdOf(reading.source.sha256) === file.revision?.of,
    );
    if (older && older !== file) add(older);
    ordered.push(file);
  };
  files.forEach(add);
  return ordered;
}
