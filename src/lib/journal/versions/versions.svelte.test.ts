import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { JournalError } from '../journal-error.ts';
import { Journal, journalVersion } from '../journal.ts';
import { migrations } from './migrations.ts';

/** A journal as the app of one version wrote it; bytes in base 64. */
interface Kept {
  readonly version: number;
  readonly entries: readonly Record<string, unknown>[];
  readonly sources: readonly { readonly sha256: string; readonly bytes: string }[];
  readonly columns: readonly {
    readonly importId: string;
    readonly records: Readonly<Record<string, string>>;
  }[];
  readonly chain?: readonly Record<string, unknown>[];
}

const kept = Object.values(
  import.meta.glob<Kept>('./version-*.json', { eager: true, import: 'default' }),
);
const name = 'dinamika-versions';
const blobOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);

/** Makes the database as the browser of that time had it: of that version, without what came later. */
async function layDown({ version, entries, sources, columns, chain = [] }: Kept): Promise<void> {
  const db = await openDB(name, version, {
    async upgrade(fresh, from, _to, transaction) {
      for (const migrate of migrations.slice(from, version))
        await migrate(fresh as never, transaction as never);
    },
  });
  for (const entry of entries) await db.put('entries', entry);
  for (const { sha256, bytes } of sources)
    await db.put('sources', { sha256, bytes: blobOf(bytes) });
  for (const { records, ...one } of columns) {
    const blobs = Object.entries(records).map(([kind, bytes]) => [kind, blobOf(bytes)]);
    await db.put('columns', { ...one, records: Object.fromEntries(blobs) });
  }
  for (const end of chain) await db.put('chain', end, 'end');
  db.close();
}

afterEach(() => deleteDB(name));

describe('the versions of the journal', () => {
  it('are each kept as a small journal', () => {
    expect(kept.map(({ version }) => version).sort()).toEqual(migrations.map((_, at) => at + 1));
  });

  it.each(kept)('open from version $version with everything in it', async (journal) => {
    await layDown(journal);
    for (const time of ['first', 'again']) {
      const opened = await Journal.open(name);
      const entries = await opened.entries();
      expect(entries, time).toEqual(
        journal.entries.map(({ before: _before, sum: _sum, ...entry }) => entry),
      );
      for (const { sha256 } of journal.sources)
        expect(await opened.source(sha256)).toBeInstanceOf(Blob);
      const ids = journal.columns.map(({ importId }) => importId);
      expect((await opened.columns(ids)).map(({ importId }) => importId)).toEqual(ids);
      expect(opened.damage).toEqual([]);
      opened.close();
    }
  });

  it('that are newer than the app are not opened', async () => {
    (await openDB(name, journalVersion + 1)).close();
    await expect(Journal.open(name)).rejects.toEqual(
      expect.objectContaining({ fault: 'blocked' }) satisfies Partial<JournalError>,
    );
  });
});
