import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptPartly,
  countedRecords,
  listDifferences,
  type CountedImport,
} from '#lib/ingest/difference.ts';
import { addRecord, type RecordSet } from '#lib/ingest/record.ts';
import type { Recipe } from '#lib/ingest/recipe.ts';
import {
  isCounting,
  type DecisionEntry,
  type Entry,
  type ImportEntry,
  type StoredEntry,
} from './entry.ts';
import { addUp, isCounted } from './ledger.ts';

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
  it('keeps each draft as it was saved last, until it is taken away', () => {
    const draft = (id: string, name: string): Entry => ({
      kind: 'draft',
      id,
      draft: { id, name, form: 'note', period: null, pages: [] },
    });
    const entries: Entry[] = [draft('a', 'A'), draft('b', 'B'), draft('a', 'A2')];
    const told = (list: readonly Entry[]) =>
      addUp(stored(list)).drafts.map(({ seq, draft: one }) => [seq, one.name]);
    expect(told(entries)).toEqual([
      [3, 'A2'],
      [2, 'B'],
    ]);
    expect(told([...entries, { kind: 'draft', id: 'a', draft: null }])).toEqual([[2, 'B']]);
  });

  it('remembers what was shared, also after it was called back', () => {
    const release = { id: 'r', draft: 'a', title: 'A', formats: ['html'], statements: [] };
    const entries: Entry[] = [
      { kind: 'release', release },
      { kind: 'withdrawal', releaseId: 'r' },
      { kind: 'withdrawal', releaseId: 'other' },
    ];
    expect(addUp(stored(entries.slice(0, 1))).releases[0]?.withdrawnAt).toBeNull();
    expect(addUp(stored(entries)).releases).toEqual([{ seq: 1, at: 0, release, withdrawnAt: 1 }]);
    expect(entries.some(isCounting)).toBe(false);
  });

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

describe('decisions', () => {
  const decide = (a: string, b: string, answer: DecisionEntry['answer']): DecisionEntry => ({
    kind: 'decision',
    decision: { about: 'person', a, b },
    answer,
  });

  it('keeps the latest answer of each pair, whatever the order of its keys', () => {
    const { decisions } = addUp(
      stored([decide('a', 'b', 'same'), decide('c', 'd', 'same'), decide('b', 'a', 'different')]),
    );
    expect(decisions).toEqual([
      { about: 'person', a: 'c', b: 'd', answer: 'same' },
      { about: 'person', a: 'a', b: 'b', answer: 'different' },
    ]);
  });

  it('forgets an answer that is taken back', () => {
    expect(addUp(stored([decide('a', 'b', 'same'), decide('a', 'b', null)])).decisions).toEqual([]);
  });
});

it('changes and forgets recipes in the order of the entries', () => {
  const recipe = (name: string): Recipe => ({ fingerprint: 'f', name, fields: {} });
  const first: Entry[] = [{ ...importOf('a'), recipes: [recipe('one')] }];
  const names = (entries: readonly Entry[]) =>
    [...addUp(stored(entries)).recipes.values()].map(({ name }) => name);
  const renamed: Entry = { kind: 'recipe', fingerprint: 'f', recipe: recipe('two') };
  const forgotten: Entry = { kind: 'recipe', fingerprint: 'f', recipe: null };
  expect(names([...first, renamed])).toEqual(['two']);
  expect(names([...first, renamed, forgotten])).toEqual([]);
  expect(names([...first, forgotten, { ...importOf('b'), recipes: [recipe('three')] }])).toEqual([
    'three',
  ]);
});

describe('accepting in part', () => {
  type Pupil = readonly [key: string, sex: string];
  const roll = (rows: readonly Pupil[]): RecordSet => {
    const set: RecordSet = {};
    for (const [row, [key, sex]] of rows.entries()) {
      addRecord(set, {
        kind: 'roll',
        record: {
          name: key,
          key,
          patronymic: null,
          class: '5А',
          grade: 5,
          sex,
          birth: null,
          birth_year: null,
          school_year: 2025,
          entered: null,
          left: null,
          sheet: 0,
          row,
          col: null,
        },
      });
    }
    return set;
  };

  /** Files that supersede one another, each accepted but for what `refuses` picks. */
  class Chain {
    readonly entries: Entry[] = [];
    readonly files = new Map<string, RecordSet>();

    counting(): CountedImport[] {
      return addUp(stored(this.entries))
        .imports.filter(isCounted)
        .map(({ importId, partial }) => ({
          importId,
          records: this.files.get(importId) ?? {},
          partial,
        }));
    }

    counted(): string[] {
      return this.counting()
        .flatMap(({ records, partial }) => {
          const { roll: columns } = partial ? countedRecords(records, partial) : records;
          return (columns?.key ?? []).map((key, at) => `${key} ${columns?.sex[at]}`);
        })
        .toSorted();
    }

    accept(importId: string, records: RecordSet, refuses: (place: number) => boolean): void {
      const before = this.counting();
      const differences = listDifferences(records, before);
      const refused = new Set(differences.flatMap(({ id }, at) => (refuses(at) ? [id] : [])));
      const active = addUp(stored(this.entries)).imports.filter(({ state }) => state === 'active');
      this.files.set(importId, records);
      this.entries.push({
        ...importOf(
          importId,
          active.map((one) => one.importId),
        ),
        ...acceptPartly(differences, refused, before),
      });
    }
  }

  const pupils = fc.array(
    fc.tuple(fc.constantFrom('а', 'б', 'в', 'г'), fc.constantFrom('m', 'f')),
    {
      maxLength: 7,
    },
  );
  const version = fc.record({
    records: pupils.map(roll),
    refuses: fc.infiniteStream(fc.boolean()).map((stream) => [...stream.take(24)]),
  });

  it('refusing everything leaves what counted, accepting everything leaves the file, in any chain', () => {
    fc.assert(
      fc.property(fc.array(version, { maxLength: 3 }), pupils, (versions, last) => {
        const chain = new Chain();
        for (const [at, { records, refuses }] of versions.entries())
          chain.accept(`v${at}`, records, (place) => refuses[place] ?? false);
        const before = chain.counted();
        chain.accept('refused', roll(last), () => true);
        expect(chain.counted()).toEqual(before);
        chain.accept('accepted', roll(last), () => false);
        expect(chain.counted()).toEqual(last.map(([key, sex]) => `${key} ${sex}`).toSorted());
      }),
    );
  });

  it('taking back restores exactly, one by one and in any order', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(
        fc.array(version, { minLength: 4, maxLength: 4 }),
        orders,
        orders,
        (versions, undone, redone) => {
          const chain = new Chain();
          const states = [chain.counted()];
          for (const [at, { records, refuses }] of versions.entries()) {
            chain.accept(`v${at}`, records, (place) => refuses[place] ?? false);
            states.push(chain.counted());
          }
          const told = (kind: 'undo' | 'redo', at: number) =>
            chain.entries.push({ kind, importId: `v${at}` });
          for (let at = 3; at >= 0; at -= 1) {
            told('undo', at);
            expect(chain.counted()).toEqual(states[at]);
          }
          for (let at = 0; at < 4; at += 1) {
            told('redo', at);
            expect(chain.counted()).toEqual(states[at + 1]);
          }
          for (const at of undone) told('undo', at);
          expect(chain.counted()).toEqual([]);
          for (const at of redone) told('redo', at);
          expect(chain.counted()).toEqual(states[4]);
        },
      ),
    );
  });

  it('what was told without these fields counts whole or not at all', () => {
    const { imports } = addUp(stored([importOf('old'), importOf('new', ['old'])]));
    expect(imports.map(({ partial }) => partial)).toEqual([
      { withheld: new Set(), kept: new Set() },
      { withheld: new Set(), kept: null },
    ]);
    expect(imports.map(isCounted)).toEqual([false, true]);
  });
});

describe('saved boards', () => {
  const board = (id: string, name: string) =>
    ({ kind: 'board', id, board: { id, name, panels: [] } }) as const;

  it('are those that were saved last under each id and not taken away', () => {
    const { boards } = addUp(
      stored([
        board('a', 'A'),
        board('b', 'B'),
        board('a', 'A2'),
        { kind: 'board', id: 'b', board: null },
      ]),
    );
    expect(boards.map(({ name }) => name)).toEqual(['A2']);
  });
});

describe('annotations', () => {
  const note = (id: string, text: string) =>
    ({
      kind: 'annotation',
      id,
      annotation: { kind: 'note', id, period: '2025/26-1', text },
    }) as const;

  it('stand as they were pinned last, and count for nothing', () => {
    const entries = [
      note('a', 'A'),
      note('b', 'B'),
      note('a', 'A2'),
      { kind: 'annotation', id: 'b', annotation: null },
    ] as const;
    const { annotations } = addUp(stored(entries));
    expect(annotations).toEqual([{ kind: 'note', id: 'a', period: '2025/26-1', text: 'A2' }]);
    expect(entries.some(isCounting)).toBe(false);
  });
});
