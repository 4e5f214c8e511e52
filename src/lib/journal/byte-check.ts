import { hashBlob, hashRecords } from './blob-hash.ts';
import type { CheckedColumns, JournalStore } from './journal-store.ts';

const matches = (
  found: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): boolean =>
  Object.keys(found).length === Object.keys(expected).length &&
  Object.entries(expected).every(([kind, sum]) => found[kind] === sum);

/** Checks the bytes of sources and columns against their sums, each once while the page is open. */
export class ByteCheck {
  readonly #store: JournalStore;
  readonly #sound = new Set<string>();

  constructor(store: JournalStore) {
    this.#store = store;
  }

  /** Whether these are the bytes that were stored under this hash. */
  async isSource(sha256: string, bytes: Blob): Promise<boolean> {
    if (this.#sound.has(sha256)) return true;
    if ((await hashBlob(bytes)) !== sha256) return false;
    this.#sound.add(sha256);
    return true;
  }

  /** Whether columns are as they were stored; those that have no sums yet get them. */
  async areColumns(columns: CheckedColumns): Promise<boolean> {
    const { importId, records, sums } = columns;
    if (this.#sound.has(importId)) return true;
    const found = await hashRecords(records);
    if (!found || (sums && !matches(found, sums))) return false;
    this.#sound.add(importId);
    // Where they cannot be kept now, the next start tries again.
    if (!sums)
      await this.#store
        .change((change) => change.putColumns({ ...columns, sums: found }))
        .catch(() => undefined);
    return true;
  }

  /** Forgets what is known of all bytes. */
  forgetAll(): void {
    this.#sound.clear();
  }

  /** Forgets what is known of bytes that are written anew. */
  forget(keys: readonly string[]): void {
    for (const key of keys) this.#sound.delete(key);
  }
}
