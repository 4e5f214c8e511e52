import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ChainEnd, Link } from '../chain.ts';
import type { CheckedColumns, SourceBytes } from '../journal-store.ts';

/** The journal's stores as they are in the newest version. */
export interface JournalSchema extends DBSchema {
  entries: { key: number; value: Link };
  sources: { key: string; value: SourceBytes };
  columns: { key: string; value: CheckedColumns };
  chain: { key: string; value: ChainEnd };
}

/**
 * Brings a journal from the version before to the next one. It runs in the one transaction that opens the journal, so it may
 * wait for the answers of that transaction only: all migrations that a journal needs happen, or none.
 */
export type Migration = (
  db: IDBPDatabase<JournalSchema>,
  transaction: IDBPTransaction<JournalSchema, StoreNames<JournalSchema>[], 'versionchange'>,
) => Promise<void>;
