import type { FileReading } from '#lib/ingest/reading.ts';
import type { Revision } from '#lib/ingest/revision.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';

/** One file under review: how it was read, the same file's earlier import, and the import whose newer version it is. */
export interface ReviewFile {
  readonly reading: FileReading;
  readonly known: LedgerImport | null;
  readonly revision: Revision | null;
}

/** Where a file under review stands. */
export type ReviewStatus =
  'understood' | 'questions' | 'refused' | 'unknown' | 'known' | 'undone' | 'revision';

/** The journal's name for the import of a file with this content. */
export function importIdOf(sha256: string): string {
  return sha256.slice(0, 16);
}

/** Records that accepting this reading would store. */
export function acceptedCount(reading: FileReading): number {
  return reading.tables.reduce((sum, table) => sum + (table.kind ? table.counts.accepted : 0), 0);
}

/** Rows of this reading that wait in quarantine. */
export function quarantinedCount(reading: FileReading): number {
  return reading.tables.reduce((sum, table) => sum + table.counts.quarantined, 0);
}

/** Whether accepting this file would change anything. */
export function isAcceptable({ reading, known }: ReviewFile): boolean {
  if (known && known.state !== 'undone') return false;
  return reading.refusal === null && acceptedCount(reading) > 0;
}

/** The one word that the list of files shows. */
export function statusOf(file: ReviewFile): ReviewStatus {
  if (file.reading.refusal) return 'refused';
  if (file.known) return file.known.state === 'undone' ? 'undone' : 'known';
  if (acceptedCount(file.reading) === 0) return 'unknown';
  if (file.revision) return 'revision';
  return quarantinedCount(file.reading) > 0 || file.reading.tables.some(({ kind }) => !kind)
    ? 'questions'
    : 'understood';
}
