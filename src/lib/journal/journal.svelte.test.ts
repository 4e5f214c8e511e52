import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { JournalError } from './journal-error.ts';
import { Journal } from './journal.ts';

const name = 'dinamika-test';
const opened: Journal[] = [];
const open = async (): Promise<Journal> => {
  const journal = await Journal.open(name);
  opened.push(journal);
  return journal;
};
/** SHA-256 of the bytes 1, 2, 3. */
const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
const importEntry: Entry = {
  kind: 'import',
  importId: 'a',
  source: { name: 'a.csv', size: 3, sha256, modified: 0 },
  tables: [],
  recipes: [],
  supersedes: [],
};

afterEach(async () => {
  for (const journal of opened.splice(0)) journal.close();
  await deleteDB(name);
});

describe('Journal', () => {
  it('gives back what was written, in order, after it was closed and opened again', async () => {
    const first = await open();
    await first.write({
      entries: [importEntry],
      sources: [{ sha256, bytes: new Blob([new Uint8Array([1, 2, 3])]) }],
      columns: [{ importId: 'a', schemaVersion: 1, records: {} }],
    });
    await first.write({ entries: [{ kind: 'undo', importId: 'a' }] });
    first.close();
    const second = await open();
    expect((await second.entries()).map((entry) => entry.kind)).toEqual(['import', 'undo']);
    const bytes = await (await second.source(sha256))?.arrayBuffer();
    expect(new Uint8Array(bytes ?? new ArrayBuffer(0))).toEqual(new Uint8Array([1, 2, 3]));
    expect(await second.columns(['missing', 'a'])).toHaveLength(1);
  });

  it('writes nothing of a transaction of which one part cannot be stored', async () => {
    const journal = await open();
    const unstorable = { ...importEntry, recipes: [() => 1] } as unknown as Entry;
    await expect(
      journal.write({
        entries: [importEntry, unstorable],
        sources: [{ sha256: 'a', bytes: new Blob(['a']) }],
      }),
    ).rejects.toBeInstanceOf(JournalError);
    expect(await journal.entries()).toEqual([]);
    expect(await journal.source('a')).toBeNull();
  });

  it('puts an entry in the place of a former one, once', async () => {
    const journal = await open();
    const entry = (name: string): Entry => ({
      kind: 'draft',
      id: 'd',
      draft: { id: 'd', name, form: 'slides', period: null, pages: [] },
    });
    const first = await journal.replace(null, entry('A'));
    const second = await journal.replace(first, entry('B'));
    expect(await journal.replace(first, entry('C'))).toBeNull();
    const entries = await journal.entries();
    expect(entries.map(({ seq }) => seq)).toEqual([second]);
    expect(entries[0]).toMatchObject(entry('B'));
  });

  it('tells another tab that it has written, and not itself', async () => {
    const here = await open();
    const there = await open();
    let own = 0;
    here.onWritten(() => (own += 1));
    const heard = new Promise<void>((resolve) => there.onWritten(resolve));
    await here.write({ entries: [{ kind: 'programme', programme: null }] });
    await heard;
    expect(own).toBe(0);
  });
});
