import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { StoredEntry } from '../entry.ts';
import { Journal } from '../journal.ts';
import { BackupWorker } from './client.ts';
import { copyJournal } from './journal-copy.ts';
import { smallCopy } from './made-journal.fixture.ts';
import { JournalChanged, restoreJournal, standingOf } from './restore-journal.ts';

const names = ['dinamika-backup-here', 'dinamika-backup-there'] as const;
const opened: Journal[] = [];
const workers: BackupWorker[] = [];

async function open(name: (typeof names)[number]): Promise<Journal> {
  const journal = await Journal.open(name);
  opened.push(journal);
  return journal;
}

function hire(): BackupWorker {
  const worker = new BackupWorker();
  workers.push(worker);
  return worker;
}

async function save(journal: Journal, passphrase: string | null): Promise<Blob> {
  const parts: Blob[] = [];
  const sink = (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    parts.push(new Blob([bytes]));
    return Promise.resolve();
  };
  await hire().write(await copyJournal(journal), { made: 7, passphrase }, sink, () => undefined);
  return new Blob(parts);
}

const said = (entries: readonly StoredEntry[]) =>
  entries.map(({ seq, ...entry }) => (void seq, entry)).filter(({ kind }) => kind !== 'backup');

afterEach(async () => {
  for (const worker of workers.splice(0)) worker.close();
  for (const journal of opened.splice(0)) journal.close();
  for (const name of names) await deleteDB(name);
});

describe('a backup in a browser', () => {
  it('goes from one journal to another through a file, and the former journal can be had back', async () => {
    const here = await open(names[0]);
    const { entries, sources, columns } = await smallCopy();
    await here.write({ entries, sources, columns });
    const file = await save(here, 'фраза фраза');

    const there = await open(names[1]);
    await there.write({ entries: [{ kind: 'programme', programme: null }] });
    const former = await copyJournal(there);
    const worker = hire();
    const told: number[] = [];
    await worker.open(file, 'фраза фраза', (fraction) => told.push(fraction));
    expect(told.at(-1)).toBe(1);
    await restoreJournal(there, await worker.plan(await standingOf(there), 'replace'));
    expect(said(await there.entries())).toEqual(said(await here.entries()));
    const { sha256 } = sources[0] ?? { sha256: '' };
    expect(await (await there.source(sha256))?.text()).toBe(
      await (await here.source(sha256))?.text(),
    );
    expect((await there.columns([sha256.slice(0, 16)]))[0]?.records.roll?.size).toBe(3000);

    const base = (await there.entries()).map(({ seq }) => seq);
    await restoreJournal(there, { ...former, base });
    expect(said(await there.entries())).toEqual(former.entries);
    expect(await there.source(sha256)).toBeNull();
  });

  it('writes nothing where the journal was changed after the plan', async () => {
    const here = await open(names[0]);
    await here.write({ entries: [{ kind: 'undo', importId: 'a' }] });
    const worker = hire();
    await worker.open(await save(here, null), null, () => undefined);
    const there = await open(names[1]);
    const plan = await worker.plan(await standingOf(there), 'add');
    await there.write({ entries: [{ kind: 'redo', importId: 'b' }] });
    await expect(restoreJournal(there, plan)).rejects.toBeInstanceOf(JournalChanged);
    expect((await there.entries()).map(({ kind }) => kind)).toEqual(['redo']);
  });

  it('says why a file is refused, what a sink threw, and that it was cancelled', async () => {
    const here = await open(names[0]);
    await here.write({ entries: [{ kind: 'undo', importId: 'a' }] });
    const ignore = (): void => undefined;
    await expect(hire().open(new Blob(['?']), null, ignore)).rejects.toMatchObject({
      name: 'BackupRefused',
      refusal: 'no-backup',
    });
    const full = new DOMException('full', 'QuotaExceededError');
    const wish = { made: 7, passphrase: null };
    const writing = hire().write(await copyJournal(here), wish, () => Promise.reject(full), ignore);
    await expect(writing).rejects.toBe(full);
    const worker = hire();
    const reading = worker.open(await save(here, null), null, ignore);
    worker.close();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
