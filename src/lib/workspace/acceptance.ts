import type { Difference } from '#lib/ingest/difference.ts';
import type { PackedStoredImport } from '#lib/ingest/packing.ts';
import type { FileReading } from '#lib/ingest/reading.ts';
import type { InHand } from '#lib/ingest/studio.ts';
import { noRepairs, sameRepairs } from '#lib/ingest/repair.ts';
import { rememberTable } from '#lib/ingest/recipe-memory.ts';
import { findRecipe, type Recipe } from '#lib/ingest/recipe.ts';
import { recordVersion } from '#lib/ingest/record.ts';
import type { ImportEntry } from '#lib/journal/entry.ts';
import { currentImport } from '#lib/journal/ledger.ts';
import type { ImportColumns, SourceBytes, Writing } from '#lib/journal/journal.ts';
import type { Decided } from './decided.ts';
import type { ReviewFile } from './review-file.ts';
import type { Workspace } from './workspace.svelte.ts';

/**
 * Readings beside what the journal knows: the same file, and the import that a file renews or repeats; a file given
 * twice counts once.
 */
export async function compareReadings(
  workspace: Workspace,
  readings: readonly FileReading[],
  decided: Decided,
): Promise<ReviewFile[]> {
  const once = [...new Map(readings.map((reading) => [reading.source.sha256, reading])).values()];
  const files = once.map((reading) => placeReading(workspace, reading, decided));
  const inHand = files.flatMap(({ reading, importId, known }) =>
    reading.refusal || reading.returned || known
      ? []
      : [{ id: importId, sha256: reading.source.sha256 }],
  );
  if (inHand.length === 0) return files;
  const revisions = await workspace.reader.compare(inHand, await storedImports(workspace));
  return files.map((file) => ({ ...file, revision: revisions.get(file.importId) ?? null }));
}

/** What a reading is to the journal. An import is named by the hash of its content, a further reading of it by a number too. */
function placeReading(workspace: Workspace, reading: FileReading, decided: Decided): ReviewFile {
  const { sha256 } = reading.source;
  const { imports } = workspace.ledger;
  const known = currentImport(imports, sha256);
  const readings = imports.filter(({ entry }) => entry.source.sha256 === sha256).length;
  const recipes = new Set(decided.recipes.map(({ fingerprint }) => fingerprint));
  const repairs = decided.repairs[sha256];
  const amended =
    (repairs !== undefined && !sameRepairs(repairs, known?.entry.repairs ?? noRepairs)) ||
    reading.tables.some(({ fingerprint }) => recipes.has(fingerprint));
  const name = sha256.slice(0, 16);
  const importId = known === null ? name : amended ? `${name}-${readings + 1}` : known.importId;
  return { reading, importId, known, amended, revision: null };
}

/** The imports that count, each as far as it counts, with their records packed. */
async function storedImports(workspace: Workspace): Promise<PackedStoredImport[]> {
  const records = await workspace.countedRecords();
  const sources = new Map(
    workspace.countedImports.map(({ importId, entry }) => [importId, entry.source]),
  );
  return records.flatMap((one) => {
    const source = sources.get(one.id);
    return source ? [{ ...one, name: source.name, modified: source.modified }] : [];
  });
}

/** The stored imports whose place a file takes, the newest first: the one that it renews, and those before it of which something still counts. */
function lineOf(workspace: Workspace, of: string): readonly string[] {
  const line = [of];
  for (const id of line) {
    const found = workspace.ledger.imports.find(({ importId }) => importId === id);
    for (const keeping of found?.entry.keeps ?? [])
      if (!line.includes(keeping.importId)) line.push(keeping.importId);
  }
  return line;
}

/** What a file is compared with, the newest first: the other file in hand that it renews, else what is stored. */
async function formerOf(
  workspace: Workspace,
  of: string,
  files: readonly ReviewFile[],
): Promise<(InHand | PackedStoredImport)[]> {
  const inHand = files.find(({ importId }) => importId === of);
  if (inHand) return [{ id: of, sha256: inHand.reading.source.sha256 }];
  const line = lineOf(workspace, of);
  const stored = await storedImports(workspace);
  return stored
    .filter(({ id }) => line.includes(id))
    .sort((a, b) => line.indexOf(a.id) - line.indexOf(b.id));
}

/** How a file differs, record by record, from what it renews or repeats; an overlapping file lacks nothing. */
export async function listReviewDifferences(
  workspace: Workspace,
  { reading, revision }: ReviewFile,
  files: readonly ReviewFile[],
): Promise<readonly Difference[]> {
  if (!revision) return [];
  const { differences } = await workspace.reader.differences(
    reading.source.sha256,
    await formerOf(workspace, revision.of, files),
    [],
  );
  return revision.mode === 'version'
    ? differences
    : differences.filter(({ change }) => change === 'changed');
}

/** Everything that accepting these files writes; what was decided and how the layouts looked is kept with them. */
export async function gatherWriting(
  workspace: Workspace,
  accepted: readonly ReviewFile[],
  decided: Decided,
): Promise<Writing> {
  const { reader } = workspace;
  const entries: ImportEntry[] = [];
  const sources: SourceBytes[] = [];
  const columns: ImportColumns[] = [];
  for (const file of olderFirst(accepted)) {
    const { sha256 } = file.reading.source;
    sources.push({ sha256, bytes: await reader.bytes(sha256) });
    const records = await reader.records(sha256);
    columns.push({ importId: file.importId, schemaVersion: recordVersion, records });
    entries.push({
      ...entryOf(workspace, file, decided),
      ...(await partOf(workspace, file, accepted, decided)),
    });
  }
  return { entries, sources, columns };
}

/** What is left out of a file and kept of the imports before it, because a person refused some differences. */
async function partOf(
  workspace: Workspace,
  { reading, revision, known }: ReviewFile,
  files: readonly ReviewFile[],
  decided: Decided,
): Promise<Pick<ImportEntry, 'withheld' | 'keeps'>> {
  const refused = (decided.refused[reading.source.sha256] ?? []).map(({ id }) => id);
  if (revision && refused.length > 0) {
    const { part } = await workspace.reader.differences(
      reading.source.sha256,
      await formerOf(workspace, revision.of, files),
      refused,
    );
    return revision.mode === 'version' ? part : { withheld: part.withheld };
  }
  // A file that is only read again with other repairs stands to its forerunners as its former reading did.
  if (known?.state !== 'active') return {};
  const { withheld, keeps } = known.entry;
  return { ...(withheld ? { withheld } : {}), ...(keeps ? { keeps } : {}) };
}

function entryOf(workspace: Workspace, file: ReviewFile, decided: Decided): ImportEntry {
  const { reading, revision, importId, known, amended } = file;
  const repairs =
    decided.repairs[reading.source.sha256] ?? workspace.storedRepairs[reading.source.sha256];
  const renewed = revision?.mode === 'version' ? [revision.of] : [];
  const replaced = known && amended ? [known.importId] : [];
  return {
    kind: 'import',
    importId,
    source: reading.source,
    tables: reading.tables.flatMap(({ sheet, kind, counts }) =>
      kind ? [{ sheet, kind, counts }] : [],
    ),
    recipes: recipesOf(workspace, reading, decided),
    supersedes: [...replaced, ...renewed],
    ...(repairs ? { repairs } : {}),
  };
}

function recipesOf(workspace: Workspace, { tables }: FileReading, decided: Decided): Recipe[] {
  const known = [...workspace.ledger.recipes.values(), ...decided.recipes];
  const remembered = tables
    .filter(({ kind }) => kind !== null)
    .map((table) => rememberTable(table, findRecipe(known, table.fingerprint)));
  return [...new Map(remembered.map((recipe) => [recipe.fingerprint, recipe])).values()];
}

// The ledger lets an import supersede only what was accepted before it.
function olderFirst(files: readonly ReviewFile[]): ReviewFile[] {
  const ordered: ReviewFile[] = [];
  const add = (file: ReviewFile): void => {
    if (ordered.includes(file)) return;
    const older = files.find(({ importId }) => importId === file.revision?.of);
    if (older && older !== file) add(older);
    ordered.push(file);
  };
  files.forEach(add);
  return ordered;
}
