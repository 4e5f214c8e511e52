import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, ImportEntry, StoredEntry } from './entry.ts';
import { addUp } from './ledger.ts';

const importOf = (importId: string, supersedes: readonly string[] = []): ImportEntry => ({
  kind: 'import',
  importId,
  source: { name: `${importId}.csv`, size: 1, sha256: importId, modified: 0 },
  tables: [],
  recipes: [],
  supersedes,
});
const stored = (entries: readonly Entry[]): StoredEntry[] =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1, at: index }));
const states = (entries: readonly Entry[]): Record<string, string> =>
  Object.fromEntries(addUp(stored(entries)).imports.map((one) => [one.importId, one.state]));

describe('addUp', () => {
  it('lets an undone import come back by redo', () => {
    expect(states([importOf('a'), { kind: 'undo', importId: 'a' }])).toEqual({ a: 'undone' });
    expect(
      states([importOf('a'), { kind: 'undo', importId: 'a' }, { kind: 'redo', importId: 'a' }]),
    ).toEqual({ a: 'active' });
  });

  it('brings an older version back when the newer one is taken back', () => {
    const both = [importOf('old'), importOf('new', ['old'])];
    expect(states(both)).toEqual({ old: 'superseded', new: 'active' });
    expect(states([...both, { kind: 'undo', importId: 'new' }])).toEqual({
      old: 'active',
      new: 'undone',
    });
  });

  it('keeps the oldest of three versions out while the middle one is out too', () => {
    const three = [importOf('a'), importOf('b', ['a']), importOf('c', ['b'])];
    expect(states(three)).toEqual({ a: 'superseded', b: 'superseded', c: 'active' });
    expect(states([...three, { kind: 'undo', importId: 'c' }])).toEqual({
      a: 'superseded',
      b: 'active',
      c: 'undone',
    });
  });

  it('keeps an old version out when the version between it and the newest is taken back', () => {
    const three = [importOf('a'), importOf('b', ['a']), importOf('c', ['b'])];
    expect(states([...three, { kind: 'undo', importId: 'b' }])).toEqual({
      a: 'superseded',
      b: 'undone',
      c: 'active',
    });
  });

  it('keeps the last programme and null for the default', () => {
    expect(addUp(stored([{ kind: 'programme', programme: null }])).programme).toBeNull();
  });

  it('undo followed by redo changes no state, whatever came before', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const history = fc.array(
      fc.oneof(
        fc
          .record({ id: fc.constantFrom(...ids), old: fc.subarray(ids) })
          .map(({ id, old }): Entry =>
            importOf(
              id,
              old.filter((other) => other < id),
            ),
          ),
        fc.constantFrom(...ids).map((importId): Entry => ({ kind: 'undo', importId })),
        fc.constantFrom(...ids).map((importId): Entry => ({ kind: 'redo', importId })),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(history, fc.constantFrom(...ids), (entries, importId) => {
        const before = states(entries);
        if (before[importId] === undefined || before[importId] === 'undone') return;
        const round: Entry[] = [...entries, { kind: 'undo', importId }, { kind: 'redo', importId }];
        expect(states(round)).toEqual(before);
      }),
    );
  });
});
