import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { JournalError, type JournalFault } from './journal-error.ts';
import type { CheckedColumns, JournalStore, StoreChange, StoredChain } from './journal-store.ts';
import { migrations } from './versions/migrations.ts';
import type { JournalSchema } from './versions/stores.ts';

const stores = ['entries', 'sources', 'columns', 'chain'] as const;
const end = 'end';

/** How long another tab of an older version may take to let go of the journal (ms). */
const patience = 5000;

/** Why a journal that was open is not any more: a newer version has come, or the browser has let go of it. */
export type Loss = 'newer' | 'closed';

/** The store of a browser that keeps things: IndexedDB. */
export class IndexedStore implements JournalStore {
  readonly isLasting = true;
  readonly #db: IDBPDatabase<JournalSchema>;
  #isOpen = true;
  #lost: Loss | null = null;

  private constructor(db: IDBPDatabase<JournalSchema>) {
    this.#db = db;
  }

  /**
   * Opens (or makes) a journal and brings it to the newest version; `onloss` hears when it has to be let go. Throws a
   * JournalError where there is no storage, where the journal is of a newer version, or where a tab of an older one holds it.
   */
  static async open(name: string, onloss: (loss: Loss) => void): Promise<IndexedStore> {
    let opened: IndexedStore | null = null;
    let early: Loss | null = null;
    const lose = (loss: Loss): void => {
      if (opened) opened.#lose(loss, onloss);
      else early = loss;
    };
    let held: (reason: unknown) => void = () => undefined;
    const refused = new Promise<never>((_resolve, reject) => (held = reject));
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // Where storage is forbidden, already to ask for it throws.
    const opening = Promise.resolve().then(() =>
      openDB<JournalSchema>(name, migrations.length, {
        async upgrade(db, from, _to, transaction) {
          for (const migrate of migrations.slice(from)) await migrate(db, transaction);
        },
        blocked() {
          waiting = setTimeout(() => held(new JournalError('held')), patience);
        },
        blocking(_current, _blocked, event) {
          (event.target as IDBDatabase).close();
          lose('newer');
        },
        terminated: () => lose('closed'),
      }),
    );
    try {
      const db = await Promise.race([opening, refused]);
      opened = new IndexedStore(db);
      if (early) opened.#lose(early, onloss);
      return opened;
    } catch (cause) {
      void opening.then(
        (late) => late.close(),
        () => undefined,
      );
      if (cause instanceof JournalError) throw cause;
      throw new JournalError(faultOf(cause), cause);
    } finally {
      clearTimeout(waiting);
    }
  }

  async chain(): Promise<StoredChain> {
    this.#check();
    const transaction = this.#db.transaction(['entries', 'chain']);
    const [links, last] = await Promise.all([
      transaction.objectStore('entries').getAll(),
      transaction.objectStore('chain').get(end),
    ]);
    return { links, end: last ?? null };
  }

  async columns(importIds: readonly string[]): Promise<CheckedColumns[]> {
    this.#check();
    const { store } = this.#db.transaction('columns');
    const found = await Promise.all(importIds.map((id) => store.get(id)));
    return found.filter((columns) => columns !== undefined);
  }

  async source(sha256: string): Promise<Blob | null> {
    this.#check();
    return (await this.#db.get('sources', sha256))?.bytes ?? null;
  }

  async change<T>(act: (change: StoreChange) => Promise<T>): Promise<T> {
    this.#check();
    const transaction = this.#db.transaction(stores, 'readwrite', { durability: 'strict' });
    const done = transaction.done.then(
      () => null,
      () => transaction.error,
    );
    try {
      const result = await act(changeOf(transaction));
      const failed = await done;
      if (failed) throw failed;
      await transaction.done;
      return result;
    } catch (cause) {
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      // What ended the transaction says more than that a part of it was given up.
      throw (await done) ?? cause;
    }
  }

  close(): void {
    this.#isOpen = false;
    this.#db.close();
  }

  #check(): void {
    if (this.#lost) throw new JournalError(this.#lost === 'newer' ? 'blocked' : 'closed');
    if (!this.#isOpen) throw new JournalError('closed');
  }

  #lose(loss: Loss, onloss: (loss: Loss) => void): void {
    if (!this.#isOpen || this.#lost) return;
    this.#lost = loss;
    onloss(loss);
  }
}

/** Why a database did not open; where the browser keeps nothing, it says so in one of these ways. */
function faultOf(cause: unknown): JournalFault {
  const { name, message } = cause instanceof Error ? cause : { name: '', message: '' };
  if (name === 'VersionError') return 'blocked';
  if (name === 'QuotaExceededError') return 'quota';
  const isForbidden = name === 'UnknownError' && /denied|permission/i.test(message);
  const isAbsent = ['SecurityError', 'InvalidStateError', 'NotSupportedError'].includes(name);
  return isForbidden || isAbsent ? 'unavailable' : 'unopened';
}

function changeOf(
  transaction: IDBPTransaction<JournalSchema, typeof stores, 'readwrite'>,
): StoreChange {
  const entries = transaction.objectStore('entries');
  const sources = transaction.objectStore('sources');
  const columns = transaction.objectStore('columns');
  const chain = transaction.objectStore('chain');
  return {
    end: async () => (await chain.get(end)) ?? null,
    links: (after) => entries.getAll(IDBKeyRange.lowerBound(after, true)),
    link: async (seq) => (await entries.get(seq)) ?? null,
    last: async () => (await entries.openCursor(null, 'prev'))?.value ?? null,
    // What cannot be stored throws at once: as promises, all of them fail alike.
    putEnd: async (last) => chain.put(last, end),
    putLink: async (link) => entries.put(link),
    removeLink: async (seq) => entries.delete(seq),
    putSource: async (source) => sources.put(source),
    putColumns: async (one) => columns.put(one),
    clear: async (keptSources, keptImports) => {
      const [hashes, ids] = await Promise.all([sources.getAllKeys(), columns.getAllKeys()]);
      await Promise.all([
        entries.clear(),
        ...hashes.filter((key) => !keptSources.has(key)).map((key) => sources.delete(key)),
        ...ids.filter((key) => !keptImports.has(key)).map((key) => columns.delete(key)),
      ]);
    },
  };
}
