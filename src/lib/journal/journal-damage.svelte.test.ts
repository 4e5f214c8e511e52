import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashBytes } from '#lib/ingest/digest.ts';
import type { Entry } from './entry.ts';
import { Journal } from './journal.ts';

const name = 'dinamika-damage';
const opened: Journal[] = [];
const open = async (app = '', onloss?: (loss: string) => void): Promise<Journal> => {
  const journal = await Journal.open(name, app, onloss);
  opened.push(journal);
  return journal;
};
const bytes = new Uint8Array([1, 2, 3]);
const sha256 = await hashBytes(bytes);
const importOf = (importId: string): Entry => ({
  kind: 'import',
  importId,
  source: { name: `${importId}.csv`, size: 3, sha256, modified: 0 },
  tables: [],
  recipes: [],
  supersedes: [],
});
const writing = (importId: string) => ({
  entries: [importOf(importId)],
  sources: [{ sha256, bytes: new Blob([bytes]) }],
  columns: [{ importId, schemaVersion: 2, records: { participation: new Blob(['Arrow']) } }],
});
const kinds = async (journal: Journal): Promise<string[]> =>
  (await journal.entries()).map(({ kind }) => kind);

/** Changes what lies in a store behind the journal's back. */
async function alter(store: string, change: (value: Record<string, unknown>) => unknown) {
  const db = await openDB(name);
  const keys = await db.getAllKeys(store);
  const key = keys[0] ?? '';
  const value = (await db.get(store, key)) as Record<string, unknown>;
  await db.put(store, change(value), store === 'chain' ? key : undefined);
  db.close();
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const journal of opened.splice(0)) journal.close();
  await deleteDB(name);
});

describe('a journal of which something is damaged', () => {
  beforeEach(async () => {
    const journal = await open();
    await journal.write(writing('a'));
    await journal.write({ entries: [{ kind: 'undo', importId: 'a' }] });
    journal.close();
  });

  it('leaves out the entry alone, goes on, and lets it be removed for good', async () => {
    await alter('entries', (entry) => ({ ...entry, importId: 'b' }));
    const journal = await open();
    expect(await kinds(journal)).toEqual(['undo']);
    const damage = [
      { what: 'entry', seq: 1, kind: 'import', at: expect.any(Number), name: 'a.csv' },
    ];
    expect(journal.damage).toEqual(damage);
    await journal.write(writing('a'));
    expect(await kinds(journal)).toEqual(['undo', 'import']);
    expect(journal.damage).toEqual(damage);
    await journal.rewrite((standing) => standing);
    expect(await kinds(journal)).toEqual(['undo', 'import']);
    expect(journal.damage).toEqual([]);
    expect(await journal.source(sha256)).not.toBeNull();
  });

  it('goes on behind a damaged end without losing an entry', async () => {
    await alter('chain', (end) => ({ ...end, used: 7 }));
    const journal = await open();
    expect(await kinds(journal)).toEqual(['import', 'undo']);
    expect(journal.damage).toEqual([{ what: 'end' }]);
    await journal.write({ entries: [{ kind: 'redo', importId: 'a' }] });
    expect(await kinds(journal)).toEqual(['import', 'undo', 'redo']);
    expect(journal.damage).toEqual([]);
  });

  it('gives no altered source, until the same bytes come back', async () => {
    await alter('sources', (source) => ({
      ...source,
      bytes: new Blob([bytes.map((one) => one ^ 1)]),
    }));
    const journal = await open();
    expect(await journal.source(sha256)).toBeNull();
    expect(journal.damage).toEqual([{ what: 'source', sha256 }]);
    await journal.mend({ sources: [{ sha256, bytes: new Blob([bytes]) }] });
    expect(await journal.source(sha256)).not.toBeNull();
    expect(journal.damage).toEqual([]);
  });

  it.each([
    ['a stream', { records: { participation: new Blob(['Brrow']) } }],
    ['a sum', { sums: { participation: sha256 } }],
    ['a missing stream', { records: {} }],
  ])('gives no columns with %s altered, and says when they were made again', async (_, change) => {
    await alter('columns', (columns) => ({ ...columns, ...change }));
    const journal = await open();
    expect(await journal.columns(['a'])).toEqual([]);
    expect(journal.damage).toEqual([{ what: 'columns', importId: 'a', mended: false }]);
    await journal.mend({ columns: writing('a').columns });
    expect(await journal.columns(['a'])).toHaveLength(1);
    expect(journal.damage).toEqual([{ what: 'columns', importId: 'a', mended: true }]);
  });
});

describe('a journal that cannot write', () => {
  it('refuses whole, before anything is written, what does not fit', async () => {
    const journal = await open();
    await journal.write(writing('a'));
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 90, quota: 100 });
    await expect(journal.write(writing('b'))).rejects.toMatchObject({
      fault: 'room',
      shortage: { needed: expect.any(Number), left: 10 },
    });
    expect(await kinds(journal)).toEqual(['import']);
    expect(await journal.columns(['b'])).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4])(
    'leaves nothing half-written when the room ends at its put number %i',
    async (number) => {
      const journal = await open();
      await journal.write(writing('a'));
      const put = IDBObjectStore.prototype.put;
      let puts = 0;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...given
      ) {
        if (puts++ === number) throw new DOMException('No room', 'QuotaExceededError');
        return put.apply(this, given);
      });
      const both = { ...writing('b'), entries: [importOf('b'), importOf('c')] };
      await expect(journal.write(both)).rejects.toMatchObject({ fault: 'quota' });
      vi.restoreAllMocks();
      expect(await kinds(journal)).toEqual(['import']);
      expect(await journal.columns(['b'])).toEqual([]);
      await journal.write(both);
      expect(await kinds(journal)).toEqual(['import', 'import', 'import']);
      expect(journal.damage).toEqual([]);
    },
  );

  it('says that a newer version has come, and writes no more', async () => {
    const losses: string[] = [];
    const journal = await open('', (loss) => losses.push(loss));
    await journal.write(writing('a'));
    (await openDB(name, 1000)).close();
    await vi.waitFor(() => expect(losses).toEqual(['newer']));
    await expect(journal.write(writing('b'))).rejects.toMatchObject({ fault: 'blocked' });
  });

  it('heeds that a newer build of the app writes beside it', async () => {
    const losses: string[] = [];
    const older = await open('1000', (loss) => losses.push(loss));
    const newer = await open('2000', (loss) => losses.push(`newer one: ${loss}`));
    await older.write(writing('a'));
    await newer.write(writing('b'));
    await vi.waitFor(() => expect(losses).toEqual(['newer']));
    await expect(older.write(writing('c'))).rejects.toMatchObject({ fault: 'blocked' });
    expect(await kinds(newer)).toEqual(['import', 'import']);
  });
});

it.each([
  [new DOMException('Forbidden', 'SecurityError'), 'unavailable'],
  [
    new DOMException('The user denied permission to access the database.', 'UnknownError'),
    'unavailable',
  ],
  [new DOMException('Internal error opening backing store', 'UnknownError'), 'unopened'],
  [new DOMException('No room', 'QuotaExceededError'), 'quota'],
])('does not open where the browser says: %s', async (thrown, fault) => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw thrown;
  });
  await expect(Journal.open(name)).rejects.toMatchObject({ fault });
  vi.restoreAllMocks();
});

it('stays one chain when two tabs write at the same time', async () => {
  const [here, there] = [await open(), await open()];
  const draft = (text: string): Entry => ({
    kind: 'draft',
    id: 'd',
    draft: { id: 'd', name: text, form: 'slides', period: null, pages: [] },
  });
  const place = await here.replace(null, draft('first'));
  const both = await Promise.all([
    ...Array.from({ length: 8 }, (_, at) => (at % 2 ? here : there).write(writing(`i${at}`))),
    here.replace(place, draft('here')),
    there.replace(place, draft('there')),
  ]);
  expect(both.slice(8).filter((won) => won !== null)).toHaveLength(1);
  expect(await kinds(here)).toHaveLength(9);
  expect(here.damage).toEqual([]);
});

it('without storage works as long as the page, by the same rules', async () => {
  const journal = Journal.inMemory();
  await journal.write(writing('a'));
  const unstorable = { ...importOf('b'), recipes: [() => 1] } as unknown as Entry;
  await expect(journal.write({ entries: [unstorable] })).rejects.toMatchObject({ fault: 'failed' });
  expect(journal.isLasting).toBe(false);
  expect(await kinds(journal)).toEqual(['import']);
  expect(await journal.source(sha256)).not.toBeNull();
  expect(await journal.columns(['a'])).toHaveLength(1);
});
