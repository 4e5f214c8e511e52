import type { ImportEntry, StoredEntry } from '../entry.ts';
import type { ImportColumns, RewrittenEntry, SourceBytes } from '../journal.ts';
import { compareJournals, type JournalComparison } from './compare-journals.ts';
import { identityOf } from './entry-identity.ts';
import type { DatedEntry } from './journal-copy.ts';
import { mergeEntries } from './merge-journals.ts';
import type { OpenedBackup } from './read-backup.ts';

/** Whether a backup is added to what is there or put in its place. */
export type RestoreMode = 'add' | 'replace';

/** The journal that a backup meets: its entries, and the sources (by hash) and columns (by import) that it has lost. */
export interface JournalStanding {
  readonly entries: readonly StoredEntry[];
  readonly lost: readonly string[];
}

/** What a restore would do. */
export interface RestorePreview {
  readonly made: number;
  readonly comparison: JournalComparison;
  /** Whether adding the backup would change nothing at all. */
  readonly isKnown: boolean;
  /** Whether the journal here is still without a file, a programme or anything else. */
  readonly isEmptyHere: boolean;
}

/** What a restore writes in one transaction, if the journal still stands as it was when this was planned. */
export interface RestorePlan {
  /** Places of the entries that the journal had, in order. */
  readonly base: readonly number[];
  readonly entries: readonly RewrittenEntry[];
  readonly sources: readonly SourceBytes[];
  readonly columns: readonly ImportColumns[];
}

/** Tells what restoring a backup into a journal would do. */
export function previewRestore(here: JournalStanding, backup: OpenedBackup): RestorePreview {
  const { entries, sources, columns } = planRestore(here, backup, 'add');
  const changes = (one: RewrittenEntry): boolean => one.seq === undefined && one.kind !== 'backup';
  return {
    made: backup.made,
    comparison: compareJournals(here.entries, inOrder(backup.copy.entries), inOrder(entries)),
    isKnown:
      !entries.some(changes) &&
      entries.length >= here.entries.length &&
      sources.length + columns.length === 0,
    isEmptyHere: here.entries.every(({ kind }) => kind === 'backup'),
  };
}

/** Plans a restore: the same journal and the same backup give the same plan. */
export function planRestore(
  here: JournalStanding,
  { made, copy }: OpenedBackup,
  mode: RestoreMode,
): RestorePlan {
  const base = here.entries.map(({ seq }) => seq);
  if (mode === 'replace') return { base, ...copy, entries: noteBackup(copy.entries, made) };
  const { entries: merged, fromThere } = mergeEntries(here.entries, copy.entries);
  const held = new Set(copy.entries.map(identityOf));
  const isAllThere = merged.every(
    (entry) => entry.kind === 'backup' || held.has(identityOf(entry)),
  );
  const entries = isAllThere ? noteBackup(merged, made) : merged;
  const known = new Set(importsOf(here.entries).map(({ source }) => source.sha256));
  const lost = new Set(here.lost);
  const standing = new Map(importsOf(entries).map((entry) => [entry.importId, entry]));
  const isTaken = (entry: RewrittenEntry): boolean =>
    fromThere.has(entry) || (entry.kind === 'import' && lost.has(entry.importId));
  const wanted = [...standing.values()].filter(
    (entry) => isTaken(entry) && held.has(identityOf(entry)),
  );
  const spoken = new Set(importsOf(entries).map(({ source }) => source.sha256));
  const stored = new Map(copy.columns.map((columns) => [columns.importId, columns]));
  return {
    base,
    entries,
    sources: copy.sources.filter(
      ({ sha256 }) => spoken.has(sha256) && (!known.has(sha256) || lost.has(sha256)),
    ),
    // Columns of another version of the same import must not stay: without any, they are made of the source again.
    columns: wanted.map(
      ({ importId }) => stored.get(importId) ?? { importId, schemaVersion: 0, records: {} },
    ),
  };
}

/** Entries that a backup holds all of are as good as just saved to it. */
function noteBackup(entries: readonly RewrittenEntry[], made: number): readonly RewrittenEntry[] {
  const isNoted = entries.some((entry) => entry.kind === 'backup' && entry.made === made);
  if (isNoted || entries.length === 0) return entries;
  return [...entries, { kind: 'backup', made, at: made }];
}

function importsOf<T extends DatedEntry>(entries: readonly T[]): (T & ImportEntry)[] {
  return entries.filter((entry): entry is T & ImportEntry => entry.kind === 'import');
}

/** Entries with places, as if they stood in a journal. */
function inOrder(entries: readonly RewrittenEntry[]): StoredEntry[] {
  return entries.map((entry, place) => ({ ...entry, seq: place + 1 }));
}
