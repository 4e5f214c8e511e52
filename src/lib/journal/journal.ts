import { alone } from './alone.ts';
import { Announcements } from './announcements.ts';
import { ByteCheck } from './byte-check.ts';
import { hashRecords } from './blob-hash.ts';
import {
  addEntries,
  all,
  replaceEntry,
  rewriteChain,
  type RewrittenEntry,
} from './chain-changes.ts';
import { checkChain, isSound, isSoundEnd } from './chain.ts';
import type { Damage } from './damage.ts';
import type { Entry, StoredEntry } from './entry.ts';
import { IndexedStore, type Loss } from './indexed-store.ts';
import { JournalError } from './journal-error.ts';
import type {
  CheckedColumns,
  ImportColumns,
  JournalStore,
  SourceBytes,
  StoreChange,
} from './journal-store.ts';
import { MemoryStore } from './memory-store.ts';
import { requireRoom } from './room.ts';
import { migrations } from './versions/migrations.ts';

export type { ImportColumns, SourceBytes } from './journal-store.ts';
export type { RewrittenEntry } from './chain-changes.ts';

/** The version of the journals that this app writes. */
export const journalVersion = migrations.length;

/** Sources and columns that a transaction stores. */
export interface WrittenBytes {
  readonly sources?: readonly SourceBytes[];
  readonly columns?: readonly ImportColumns[];
}

/** What one transaction writes: entries, and the sources and columns that they speak of. */
export interface Writing extends WrittenBytes {
  readonly entries: readonly Entry[];
}

/** The durable log of everything accepted; one writing is one transaction, on disk before it is said to be done. */
export class Journal {
  /** How often it was written anew, as of the last reading of its entries. */
  rewritings = 0;
  readonly #name: string;
  readonly #store: JournalStore;
  readonly #announcements: Announcements;
  readonly #bytes: ByteCheck;
  /** The sums of links that were found sound, by their places. */
  readonly #sound = new Map<number, string>();
  #chainDamage: readonly Damage[] = [];
  readonly #byteDamage = new Map<string, Damage>();
  #isOutdated = false;
  readonly #onloss: (loss: Loss) => void;

  private constructor(
    name: string,
    store: JournalStore,
    app: string,
    onloss: (loss: Loss) => void,
  ) {
    this.#name = name;
    this.#store = store;
    this.#bytes = new ByteCheck(store);
    this.#onloss = onloss;
    this.#announcements = new Announcements(name, journalVersion, app, () => this.#outdate());
  }

  /**
   * Opens (or makes) the journal of this browser; throws a JournalError where that cannot be. `app` is the build of the app, and
   * `onloss` hears when the journal has to be let go: from then on nothing is written.
   */
  static async open(
    name = 'dinamika',
    app = '',
    onloss: (loss: Loss) => void = () => undefined,
  ): Promise<Journal> {
    if (!hasDatabases()) throw new JournalError('unavailable');
    return new Journal(name, await IndexedStore.open(name, onloss), app, onloss);
  }

  /** A journal that lasts as long as the page, for a browser that keeps nothing. */
  static inMemory(): Journal {
    return new Journal('dinamika-memory', new MemoryStore(), '', () => undefined);
  }

  /** Whether what is written outlives the page. */
  get isLasting(): boolean {
    return this.#store.isLasting;
  }

  /** What was found so far that is not as it was written. */
  get damage(): readonly Damage[] {
    return [...this.#chainDamage, ...this.#byteDamage.values()];
  }

  /** All entries that are as they were written, in their order. */
  async entries(): Promise<StoredEntry[]> {
    const { links, end } = await this.#attempt(() => this.#store.chain());
    const checked = checkChain(links, end, (link) => {
      const known = this.#sound.get(link.seq) === link.sum || isSound(link);
      if (known) this.#sound.set(link.seq, link.sum);
      return known;
    });
    this.#chainDamage = checked.damage;
    this.rewritings = end && isSoundEnd(end) ? end.rewritings : 0;
    return [...checked.entries];
  }

  /** The columns of these imports, in the given order; an import without columns, or with damaged ones, is left out. */
  async columns(importIds: readonly string[]): Promise<ImportColumns[]> {
    const found = await this.#attempt(() => this.#store.columns(importIds));
    const sound: ImportColumns[] = [];
    for (const one of found) {
      const { importId, schemaVersion, records } = one;
      if (await this.#bytes.areColumns(one)) sound.push({ importId, schemaVersion, records });
      else this.#byteDamage.set(importId, { what: 'columns', importId, mended: false });
    }
    return sound;
  }

  /** The bytes of a source file, or null where they are not kept or are damaged. */
  async source(sha256: string): Promise<Blob | null> {
    const bytes = await this.#attempt(() => this.#store.source(sha256));
    if (bytes && (await this.#bytes.isSource(sha256, bytes))) return bytes;
    this.#byteDamage.set(sha256, { what: 'source', sha256 });
    return null;
  }

  /** The bytes of a source file as they lie there, for whoever checks them; null where they are not kept. */
  uncheckedSource(sha256: string): Promise<Blob | null> {
    return this.#attempt(() => this.#store.source(sha256));
  }

  /** Writes all of it or nothing, durably, then tells the other tabs. */
  async write({ entries, sources = [], columns = [] }: Writing): Promise<void> {
    const checked = await withSums(columns);
    await this.#change({ sources, columns }, (change) =>
      all([putBytes(change, sources, checked), addEntries(change, entries, Date.now())]),
    );
  }

  /**
   * Writes an entry in the place of a former one, which goes, or of none; gives its place. Null, with nothing written, where
   * the former one is there no more because something else has taken its place.
   */
  replace(former: number | null, entry: Entry): Promise<number | null> {
    return this.#change({}, (change) => replaceEntry(change, former, entry, Date.now()));
  }

  /**
   * Writes the chain anew in one transaction: what `make` gives, of the entries that are as they were written, is all that
   * stands after it, in that order. Sources and columns that no import speaks of any more go, and what is damaged in the chain.
   */
  async rewrite(
    make: (standing: readonly StoredEntry[]) => readonly RewrittenEntry[],
    { sources = [], columns = [] }: WrittenBytes = {},
  ): Promise<void> {
    const checked = await withSums(columns);
    const kept = await this.#change({ sources, columns }, async (change) => {
      const keys = await rewriteChain(change, make);
      await putBytes(change, sources, checked);
      return keys;
    });
    this.#sound.clear();
    for (const key of [...this.#byteDamage.keys()])
      if (!kept.has(key)) this.#byteDamage.delete(key);
  }

  /** Puts bytes back that were damaged or missing; no entry speaks of it, for it changes nothing that was accepted. */
  async mend({ sources = [], columns = [] }: WrittenBytes): Promise<void> {
    const checked = await withSums(columns);
    const mended = columns.filter(({ importId }) => this.#byteDamage.has(importId));
    await this.#change({ sources, columns }, (change) => putBytes(change, sources, checked));
    for (const { importId } of mended)
      this.#byteDamage.set(importId, { what: 'columns', importId, mended: true });
  }

  /** Has the bytes of sources and columns checked anew when they are read next. */
  forgetChecks(): void {
    this.#bytes.forgetAll();
  }

  /** Says that an import cannot be had: neither its columns nor its source are as they were written. */
  lose(importId: string): void {
    this.#byteDamage.set(importId, { what: 'columns', importId, mended: false });
  }

  /** Calls back when another tab has written; returns how to stop. */
  onWritten(listener: () => void): () => void {
    return this.#announcements.hear(listener);
  }

  /** Lets go of the storage. */
  close(): void {
    this.#announcements.close();
    this.#store.close();
  }

  #outdate(): void {
    if (this.#isOutdated) return;
    this.#isOutdated = true;
    this.#onloss('newer');
  }

  /** Runs a transaction while no other tab runs one, then tells the others, unless it found that nothing was to be done (null). */
  async #change<T>(
    { sources = [], columns = [] }: WrittenBytes,
    act: (change: StoreChange) => Promise<T>,
  ): Promise<T> {
    const result = await this.#attempt(() =>
      alone(`${this.#name}.journal`, async () => {
        if (this.#isOutdated) throw new JournalError('blocked');
        const bytes = sizeOf(sources, columns);
        if (bytes > 0 && this.isLasting) await requireRoom(bytes);
        return this.#store.change(act);
      }),
    );
    const written = [...sources.map(({ sha256 }) => sha256), ...columns.map((one) => one.importId)];
    this.#bytes.forget(written);
    for (const key of written) this.#byteDamage.delete(key);
    if (result !== null && this.isLasting) this.#announcements.tell();
    return result;
  }

  async #attempt<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw JournalError.from(cause);
    }
  }
}

/** Whether there is a place for databases at all; a browser may forbid even to ask. */
function hasDatabases(): boolean {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    return false;
  }
}

function putBytes(
  change: StoreChange,
  sources: readonly SourceBytes[],
  columns: readonly CheckedColumns[],
): Promise<void> {
  return all([
    ...sources.map((source) => change.putSource(source)),
    ...columns.map((one) => change.putColumns(one)),
  ]);
}

function withSums(columns: readonly ImportColumns[]): Promise<CheckedColumns[]> {
  return Promise.all(
    columns.map(async (one) => {
      const sums = await hashRecords(one.records);
      if (!sums) throw new JournalError('failed');
      return { ...one, sums };
    }),
  );
}

function sizeOf(sources: readonly SourceBytes[], columns: readonly ImportColumns[]): number {
  const records = columns.flatMap((one) => Object.values(one.records));
  return [...sources.map(({ bytes }) => bytes), ...records].reduce(
    (sum, { size }) => sum + size,
    0,
  );
}
