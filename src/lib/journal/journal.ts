import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { RecordBlobs } from '#lib/ingest/packing.ts';
import type { Entry, StoredEntry } from './entry.ts';
import { JournalError } from './journal-error.ts';

/** Accepted records of one import, an Arrow stream a kind, written by one version of the record columns. */
export interface ImportColumns {
  readonly importId: string;
  readonly schemaVersion: number;
  readonly records: RecordBlobs;
}

/** The bytes of a source file under the hash of its content. */
export interface SourceBytes {
  readonly sha256: string;
  readonly bytes: Blob;
}

/** What one transaction writes: entries, and the sources and columns that they speak of. */
export interface Writing {
  readonly entries: readonly Entry[];
  readonly sources?: readonly SourceBytes[];
  readonly columns?: readonly ImportColumns[];
}

interface JournalSchema extends DBSchema {
  entries: { key: number; value: Entry & { at: number; seq?: number } };
  sources: { key: string; value: SourceBytes };
  columns: { key: string; value: ImportColumns };
}

const version = 1;
const stores = ['entries', 'sources', 'columns'] as const;

/** The durable log of everything accepted; one writing is one transaction, on disk before it is said to be done. */
export class Journal {
  readonly #db: IDBPDatabase<JournalSchema>;
  readonly #channel: BroadcastChannel;

  private constructor(db: IDBPDatabase<JournalSchema>, name: string) {
    this.#db = db;
    this.#channel = new BroadcastChannel(`${name}.journal`);
  }

  /** Opens (or makes) the journal of this browser; throws a JournalError where storage is not to be had. */
  static async open(name = 'dinamika'): Promise<Journal> {
    if (typeof indexedDB === 'undefined') throw new JournalError('unavailable');
    try {
      const db = await openDB<JournalSchema>(name, version, {
        upgrade(fresh) {
          fresh.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
          fresh.createObjectStore('sources', { keyPath: 'sha256' });
          fresh.createObjectStore('columns', { keyPath: 'importId' });
        },
        blocking(_current, _blocked, event) {
          (event.target as IDBDatabase).close();
        },
      });
      return new Journal(db, name);
    } catch (cause) {
      const name = cause instanceof DOMException ? cause.name : '';
      throw new JournalError(name === 'VersionError' ? 'blocked' : 'unavailable', cause);
    }
  }

  /** All entries in their order. */
  async entries(): Promise<StoredEntry[]> {
    return (await this.#attempt(() => this.#db.getAll('entries'))) as StoredEntry[];
  }

  /** The columns of these imports, in the given order; an import without columns is left out. */
  async columns(importIds: readonly string[]): Promise<ImportColumns[]> {
    const found = await this.#attempt(() => {
      const store = this.#db.transaction('columns').store;
      return Promise.all(importIds.map((id) => store.get(id)));
    });
    return found.filter((columns) => columns !== undefined);
  }

  /** The bytes of a source file, or null where they are not kept. */
  async source(sha256: string): Promise<Blob | null> {
    const found = await this.#attempt(() => this.#db.get('sources', sha256));
    return found?.bytes ?? null;
  }

  /** Writes all of it or nothing, durably, then tells the other tabs. */
  async write({ entries, sources = [], columns = [] }: Writing): Promise<void> {
    await this.#attempt(async () => {
      const transaction = this.#db.transaction(stores, 'readwrite', { durability: 'strict' });
      const at = Date.now();
      const pending: Promise<unknown>[] = [transaction.done];
      try {
        for (const source of sources) pending.push(transaction.objectStore('sources').put(source));
        for (const one of columns) pending.push(transaction.objectStore('columns').put(one));
        for (const entry of entries)
          pending.push(transaction.objectStore('entries').add({ ...entry, at }));
        await Promise.all(pending);
      } catch (cause) {
        // A value that cannot be stored throws at once and leaves the transaction open.
        if (cause instanceof DOMException && cause.name === 'DataCloneError') transaction.abort();
        await Promise.allSettled(pending);
        throw cause;
      }
    });
    this.#channel.postMessage('written');
  }

  /** Calls back when another tab has written; returns how to stop. */
  onWritten(listener: () => void): () => void {
    const heard = (): void => listener();
    this.#channel.addEventListener('message', heard);
    return () => this.#channel.removeEventListener('message', heard);
  }

  /** Lets go of the storage. */
  close(): void {
    this.#channel.close();
    this.#db.close();
  }

  async #attempt<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw JournalError.from(cause);
    }
  }
}
