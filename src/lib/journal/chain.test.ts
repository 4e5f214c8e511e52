import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEntries, replaceEntry, rewriteChain } from './chain-changes.ts';
import { checkChain, type Link } from './chain.ts';
import type { Entry } from './entry.ts';
import { MemoryStore } from './memory-store.ts';

const undo = (importId: string): Entry => ({ kind: 'undo', importId });
const draft = (id: string, name: string): Entry => ({
  kind: 'draft',
  id,
  draft: { id, name, form: 'slides', period: null, pages: [] },
});
const imported = (importId: string, name: string): Entry => ({
  kind: 'import',
  importId,
  source: { name, size: 1, sha256: importId, modified: 0 },
  tables: [],
  recipes: [],
  supersedes: [],
});

async function chainOf(entries: readonly Entry[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const [at, entry] of entries.entries())
    await store.change((change) => addEntries(change, [entry], at));
  return store;
}

const entries = fc.array(
  fc.oneof(
    fc.tuple(fc.string(), fc.string()).map(([id, name]) => imported(id, name)),
    fc.string().map(undo),
    fc.tuple(fc.constantFrom('a', 'b'), fc.string()).map(([id, name]) => draft(id, name)),
  ),
  { minLength: 1, maxLength: 8 },
);

/** Every place in a value that holds something: the ways to it by field names. */
function placesOf(value: unknown, way: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...way]];
  return Object.entries(value).flatMap(([name, one]) => placesOf(one, [...way, name]));
}

/** A copy in which one bit of what lies at a place is another; null where there is no bit. */
function flip<T>(value: T, way: readonly string[], at: number): T | null {
  const copy = structuredClone(value);
  const holder = way
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (inside, name) => inside[name] as Record<string, unknown>,
      copy as Record<string, unknown>,
    );
  const name = way.at(-1) ?? '';
  const held = holder[name];
  if (typeof held === 'number') holder[name] = held ^ (1 << (at % 20));
  else if (typeof held === 'string' && held.length > 0) {
    const place = at % held.length;
    const code = held.charCodeAt(place) ^ (1 << (at % 7));
    holder[name] = held.slice(0, place) + String.fromCharCode(code) + held.slice(place + 1);
  } else return null;
  return copy;
}

describe('the chain of the journal', () => {
  it('is whole as it was written, whatever was put in the place of whatever', async () => {
    await fc.assert(
      fc.asyncProperty(
        entries,
        fc.array(fc.tuple(fc.nat(), fc.string()), { maxLength: 5 }),
        async (list, edits) => {
          const store = await chainOf(list);
          for (const [which, name] of edits) {
            const { links } = await store.chain();
            const drafts = links.filter(({ kind }) => kind === 'draft');
            const former = drafts[which % Math.max(1, drafts.length)];
            const id = former?.kind === 'draft' ? former.id : 'new';
            const place = await store.change((change) =>
              replaceEntry(change, former?.seq ?? null, draft(id, name), 7),
            );
            expect(place).not.toBeNull();
          }
          const { links, end } = await store.chain();
          expect(checkChain(links, end).damage).toEqual([]);
          expect(links).toHaveLength(
            list.length + edits.length - Math.min(edits.length, countEdited(list, edits.length)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds any flipped bit of any entry and of its end, and leaves out the flipped entry alone', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.nat(), fc.nat(), fc.nat(), async (list, which, where, bit) => {
        const { links, end } = await (await chainOf(list)).chain();
        const at = which % (links.length + 1);
        const target = at < links.length ? links[at] : end;
        const ways = placesOf(target);
        const flipped = flip(target, ways[where % ways.length] ?? [], bit);
        fc.pre(flipped !== null);
        const found =
          at < links.length
            ? checkChain(links.with(at, flipped as Link), end)
            : checkChain(links, flipped as typeof end);
        expect(found.damage.length).toBeGreaterThan(0);
        const kept = links.filter((_, place) => place !== at).map(({ sum }) => sum);
        expect(found.entries).toHaveLength(kept.length);
      }),
      { numRuns: 300 },
    );
  });

  it('finds that entries are missing, in the middle or at the end', async () => {
    const { links, end } = await (await chainOf([undo('a'), undo('b'), undo('c')])).chain();
    expect(checkChain(links.toSpliced(1, 1), end).damage).toEqual([
      { what: 'gap', after: 1, before: 3 },
    ]);
    expect(checkChain(links.slice(0, 2), end).damage).toEqual([
      { what: 'gap', after: 2, before: null },
    ]);
    expect(checkChain([], end).damage).toEqual([{ what: 'gap', after: 0, before: null }]);
    expect(checkChain(links, null).damage).toEqual([{ what: 'end' }]);
  });

  it('names a damaged entry by what it still says', async () => {
    const { links, end } = await (await chainOf([imported('a', 'Участие.csv')])).chain();
    const [link] = links;
    const altered = { ...link, importId: 'b' } as Link;
    expect(checkChain([altered], end).damage).toEqual([
      { what: 'entry', seq: 1, kind: 'import', at: 0, name: 'Участие.csv' },
    ]);
  });

  it('hides no damage and no loss when a draft behind it is replaced', async () => {
    const store = await chainOf([draft('d', 'A'), undo('a'), undo('b'), undo('c')]);
    await store.change(async (change) => {
      const link = await change.link(2);
      if (link) await change.putLink({ ...link, at: 99 });
      await change.removeLink(3);
    });
    await store.change((change) => replaceEntry(change, 1, draft('d', 'B'), 5));
    const { links, end } = await store.chain();
    const { damage, entries: sound } = checkChain(links, end);
    expect(damage).toEqual([{ what: 'entry', seq: 2, kind: 'undo', at: 99, name: null }]);
    expect(sound.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('puts nothing in the place of an entry that is about something else', async () => {
    const store = await chainOf([draft('a', 'A'), undo('x')]);
    for (const [former, entry] of [
      [1, draft('b', 'B')],
      [2, draft('a', 'B')],
      [9, draft('a', 'B')],
    ] as const)
      expect(await store.change((change) => replaceEntry(change, former, entry, 5))).toBeNull();
    expect((await store.chain()).links).toHaveLength(2);
  });

  it('written anew is whole, without what was damaged, and gives no place twice', async () => {
    const store = await chainOf([undo('a'), undo('b'), undo('c')]);
    await store.change(async (change) => {
      await change.putSource({ sha256: 'gone', bytes: new Blob() });
      await change.putSource({ sha256: 'i', bytes: new Blob() });
      const link = await change.link(2);
      if (link) await change.putLink({ ...link, at: 99 });
    });
    await store.change((change) =>
      rewriteChain(change, (standing) => [{ ...imported('i', 'I'), at: 4 }, ...standing]),
    );
    const { links, end } = await store.chain();
    expect(checkChain(links, end).damage).toEqual([]);
    expect(links.map(({ seq, kind, at }) => [seq, kind, at])).toEqual([
      [4, 'import', 4],
      [5, 'undo', 0],
      [6, 'undo', 2],
    ]);
    expect(end).toMatchObject({ seq: 6, used: 6, rewritings: 1 });
    expect(await store.source('gone')).toBeNull();
    expect(await store.source('i')).not.toBeNull();
  });
});

/** How many of the edits found a draft to take the place of: all, once there is one. */
function countEdited(list: readonly Entry[], edits: number): number {
  return list.some(({ kind }) => kind === 'draft') ? edits : Math.max(0, edits - 1);
}
