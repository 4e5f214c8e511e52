import type { FileReading } from '#lib/ingest/reading.ts';
import type { Revision } from '#lib/ingest/revision.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';

/** One file under review: how it was read, its import-to-be, the same file's earlier import, and the import that it repeats or renews. */
export interface ReviewFile {
  readonly reading: FileReading;
  /** The journal's name for what accepting it makes. */
  readonly importId: string;
  /** The last import of a file with this very content. */
  readonly known: LedgerImport | null;
  /** Whether a person decided something since that import. */
  readonly amended: boolean;
  readonly revision: Revision | null;
}

/** Where a file under review stands. */
export type ReviewStatus =
  | 'understood'
  | 'questions'
  | 'refused'
  | 'unknown'
  | 'known'
  | 'undone'
  | 'revision'
  | 'amended'
  | 'returned';

/** Records that accepting this reading would store. */
export function acceptedCount(reading: FileReading): number {
  return reading.tables.reduce((sum, table) => sum + (table.kind ? table.counts.accepted : 0), 0);
}

/** Rows of this reading that wait in quarantine. */
export function quarantinedCount(reading: FileReading): number {
  return reading.tables.reduce((sum, table) => sum + table.counts.quarantined, 0);
}

/** Whether accepting this file would change anything. */
export function isAcceptable({ reading, known, amended }: ReviewFile): boolean {
  if (reading.returned || reading.refusal !== null || known?.state === 'superseded') return false;
  if (known && known.state !== 'undone' && !amended) return false;
  return acceptedCount(reading) > 0;
}

/** The one word that the list of files shows. */
export function statusOf(file: ReviewFile): ReviewStatus {
  const { reading, known, amended, revision } = file;
  if (reading.returned) return 'returned';
  if (reading.refusal) return 'refused';
  if (known?.state === 'superseded') return 'known';
  if (known && !amended) return known.state === 'undone' ? 'undone' : 'known';
  if (acceptedCount(reading) === 0) return 'unknown';
  if (quarantinedCount(reading) > 0 || reading.tables.some(({ kind }) => !kind)) return 'questions';
  if (known) return 'amended';
  return revision?.mode === 'version' ? 'revision' : 'understood';
}
