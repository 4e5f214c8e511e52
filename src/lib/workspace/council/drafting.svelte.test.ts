import { expect, test } from 'vitest';
import type { LedgerDraft } from '#lib/journal/ledger.ts';
import type { StoredDraft } from '#lib/model/draft.ts';
import { storeDraft } from './draft.ts';
import { Drafting } from './drafting.svelte.ts';
import { draftFrom } from './templates.ts';

const first = draftFrom('empty-slides', { id: 'one', name: 'Первый', period: null });

/** A journal that keeps one draft for several tabs, and fails when it is told to. */
function shared() {
  let kept: LedgerDraft = { seq: 1, at: 0, draft: storeDraft(first) };
  let isBroken = false;
  const store = {
    saveDraft(draft: StoredDraft, former: number | null): Promise<number | null> {
      if (isBroken) return Promise.reject(new Error('No room'));
      if (former !== kept.seq) return Promise.resolve(null);
      kept = { seq: kept.seq + 1, at: 0, draft };
      return Promise.resolve(kept.seq);
    },
  };
  const open = () => new Drafting(store, 1, first);
  return { open, kept: () => kept, fail: (broken: boolean) => (isBroken = broken) };
}

const named = (name: string) => ({ ...first, name });

test('what is done is written, and a step that is taken back is written too', async () => {
  const { open, kept } = shared();
  const drafting = open();
  drafting.change(named('Второй'));
  expect(drafting.saving).toBe('waiting');
  await drafting.flush();
  expect(drafting.saving).toBe('saved');
  expect(kept().draft.name).toBe('Второй');
  drafting.undo();
  await drafting.flush();
  expect(kept().draft.name).toBe('Первый');
  expect(drafting.canRedo).toBe(true);
});

test('what is done while the former is being written is written after it', async () => {
  const { open, kept } = shared();
  const drafting = open();
  drafting.change(named('Второй'));
  const writing = drafting.flush();
  drafting.undo();
  await writing;
  expect(kept().draft.name).toBe('Второй');
  expect(drafting.saving).toBe('waiting');
  await expect.poll(() => drafting.saving).toBe('saved');
  expect(kept().draft.name).toBe('Первый');
});

test('what is being typed is taken as a step before anything is written', async () => {
  const { open, kept } = shared();
  const drafting = open();
  drafting.typing(() => drafting.change(named('Набрано')));
  expect(drafting.saving).toBe('waiting');
  await drafting.flush();
  expect(kept().draft.name).toBe('Набрано');
});

test('a tab with nothing of its own follows another one, and can take that back', async () => {
  const { open, kept } = shared();
  const [here, there] = [open(), open()];
  here.change(named('Здесь'));
  await here.flush();
  there.heed(kept());
  expect(there.now.name).toBe('Здесь');
  there.undo();
  await there.flush();
  expect(kept().draft.name).toBe('Первый');
});

test('two tabs do not write over each other: the later one is asked', async () => {
  const { open, kept } = shared();
  const [here, there] = [open(), open()];
  here.change(named('Здесь'));
  there.change(named('Там'));
  await here.flush();
  await there.flush();
  expect(kept().draft.name).toBe('Здесь');
  expect(there.saving).toBe('elsewhere');
  there.heed(kept());
  there.change(named('Там ещё'));
  await there.flush();
  expect(kept().draft.name).toBe('Здесь');
  there.takeElsewhere();
  expect(there.now.name).toBe('Здесь');
  expect(there.saving).toBe('saved');
  there.undo();
  expect(there.now.name).toBe('Там ещё');
});

test('a draft that was deleted in another tab is not written anew by itself', () => {
  const { open } = shared();
  const drafting = open();
  drafting.heed(null);
  expect(drafting.saving).toBe('elsewhere');
  expect(drafting.elsewhere).toBeNull();
});

test('a failure is told and what was done is written at the next try', async () => {
  const { open, kept, fail } = shared();
  const drafting = open();
  fail(true);
  drafting.change(named('Второй'));
  await drafting.flush();
  expect(drafting.saving).toBe('failed');
  expect(drafting.fault).toBeInstanceOf(Error);
  fail(false);
  await drafting.flush();
  expect(drafting.saving).toBe('saved');
  expect(kept().draft.name).toBe('Второй');
});
