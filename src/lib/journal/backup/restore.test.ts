import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportEntry, StoredEntry } from '../entry.ts';
import { addUp } from '../ledger.ts';
import type { RewrittenEntry } from '../journal.ts';
import { identityOf } from './entry-identity.ts';
import type { DatedEntry, JournalCopy } from './journal-copy.ts';
import { smallCopy } from './made-journal.fixture.ts';
import { planRestore, previewRestore } from './plan-restore.ts';

const hex = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length });
const hash = hex(64).map((letters) => letters.join(''));
const id = fc.constantFrom('a', 'b', 'c', 'd');
const text = fc.string({ unit: 'grapheme', maxLength: 12 });

const importEntry = fc
  .record({ sha256: hash, name: text, importId: id, modified: fc.nat() })
  .map(({ sha256, name, importId, modified }): ImportEntry => ({
    kind: 'import',
    importId,
    source: { name, size: 3, sha256, modified },
    tables: [
      {
        sheet: 'Лист 1',
        kind: 'roll',
        counts: { read: 3, accepted: 2, quarantined: 0, setAside: {} },
      },
    ],
    recipes: [],
    supersedes: [],
  }));

const entry = fc.oneof(
  importEntry,
  id.map((importId) => ({ kind: 'undo', importId }) as const),
  id.map((importId) => ({ kind: 'redo', importId }) as const),
  fc.constant({ kind: 'programme', programme: null } as const),
  fc.record({ a: id, b: id }).map(
    ({ a, b }) =>
      ({
        kind: 'decision',
        decision: { about: 'person', a: `${a}0`, b: `${b}1` },
        answer: 'same',
      }) as const,
  ),
  fc
    .record({ id, name: text })
    .map((one) => ({ kind: 'board', id: one.id, board: { ...one, panels: [] } }) as const),
  fc.record({ id, name: text }).map(
    (one) =>
      ({
        kind: 'draft',
        id: one.id,
        draft: { ...one, form: 'slides', period: null, pages: [] },
      }) as const,
  ),
  id.map((releaseId) => ({ kind: 'withdrawal', releaseId }) as const),
);

/** Entries of a journal whose clock goes back now and then. */
const datedEntries: fc.Arbitrary<DatedEntry[]> = fc.array(
  fc.record({ entry, at: fc.integer({ min: 1, max: 40 }) }).map(({ entry, at }) => ({
    ...entry,
    at,
  })),
  { maxLength: 16 },
);

/** Two journals that have some entries in common, as when one was made of a backup of the other. */
const twoJournals: fc.Arbitrary<readonly [DatedEntry[], DatedEntry[]]> = datedEntries.chain(
  (entries) =>
    fc
      .array(fc.constantFrom('here', 'there', 'both'), {
        minLength: entries.length,
        maxLength: entries.length,
      })
      .map((owners) => [
        entries.filter((_, at) => owners[at] !== 'there'),
        entries.filter((_, at) => owners[at] !== 'here'),
      ]),
);

/** Entries with the places that a journal gave them. */
function placed(entries: readonly DatedEntry[]): StoredEntry[] {
  return entries.map((one, place) => ({ ...one, seq: 3 + 2 * place }));
}

const made = 100;
const backupOf = (entries: readonly DatedEntry[]) => ({
  made,
  copy: { entries, sources: [], columns: [] } satisfies JournalCopy,
});
const standing = (entries: readonly StoredEntry[], lost: readonly string[] = []) => ({
  entries,
  lost,
});
const settled = (entries: readonly RewrittenEntry[]): StoredEntry[] => placed(entries);
const said = (entries: readonly RewrittenEntry[]): DatedEntry[] =>
  entries.filter(({ kind }) => kind !== 'backup').map(({ seq, ...entry }) => (void seq, entry));
const isIn = (part: readonly DatedEntry[], whole: readonly DatedEntry[]): boolean => {
  let at = 0;
  for (const entry of whole) {
    const wanted = part[at];
    if (wanted && identityOf(wanted) === identityOf(entry)) at += 1;
  }
  return at === part.length;
};

describe('a restore', () => {
  it('makes an empty journal what the saved one was, in either way', () => {
    fc.assert(
      fc.property(datedEntries, fc.constantFrom('add', 'replace'), (entries, mode) => {
        const plan = planRestore(standing([]), backupOf(entries), mode);
        expect(said(plan.entries)).toEqual(entries);
        expect(addUp(settled(plan.entries)).backup).toEqual({
          made: entries.length > 0 ? made : null,
          unsaved: [],
        });
      }),
    );
  });

  it('adds nothing when it is done again, or where nothing is new', () => {
    fc.assert(
      fc.property(twoJournals, ([here, there]) => {
        const once = settled(planRestore(standing(placed(here)), backupOf(there), 'add').entries);
        const again = planRestore(standing(once), backupOf(there), 'add');
        expect(again.entries).toEqual(once);
        expect(previewRestore(standing(once), backupOf(there)).isKnown).toBe(true);
      }),
    );
  });

  it('keeps the order of both journals and loses nothing but former versions of drafts', () => {
    fc.assert(
      fc.property(twoJournals, ([here, there]) => {
        const rest = (entries: readonly DatedEntry[]) =>
          entries.filter(({ kind }) => kind !== 'draft');
        const own = new Set(here.map(identityOf));
        const plan = planRestore(standing(placed(here)), backupOf(there), 'add');
        const merged = said(plan.entries);
        expect(isIn(rest(here), merged)).toBe(true);
        expect(isIn(rest(there.filter((entry) => !own.has(identityOf(entry)))), merged)).toBe(true);
        const drafts = (entries: readonly DatedEntry[]) =>
          new Set(entries.flatMap((entry) => (entry.kind === 'draft' ? [entry.id] : [])));
        expect(drafts(merged)).toEqual(drafts([...here, ...there]));
      }),
    );
  });

  it('lets the later word stand, whichever journal it is in', () => {
    const board = (name: string, at: number): DatedEntry => ({
      kind: 'board',
      id: 'b',
      board: { id: 'b', name, panels: [] },
      at,
    });
    const draft = (name: string, at: number): DatedEntry => ({
      kind: 'draft',
      id: 'd',
      draft: { id: 'd', name, form: 'note', period: null, pages: [] },
      at,
    });
    const here = placed([board('здешняя', 10), draft('здешний', 40)]);
    const there = [board('из копии', 20), draft('из копии', 30)];
    const plan = planRestore(standing(here), backupOf(there), 'add');
    const ledger = addUp(settled(plan.entries));
    expect(ledger.boards.map(({ name }) => name)).toEqual(['из копии']);
    expect(ledger.drafts.map(({ draft: { name } }) => name)).toEqual(['здешний']);
    expect(plan.entries.filter(({ kind }) => kind === 'draft')).toHaveLength(1);
    const { comparison } = previewRestore(standing(here), backupOf(there));
    expect(comparison.boards.differing).toEqual([{ name: 'из копии', stands: 'there' }]);
    expect(comparison.drafts.differing).toEqual([{ name: 'из копии', stands: 'here' }]);
  });

  it('brings the bytes of what it adds, and those that were lost here', async () => {
    const copy = await smallCopy();
    const backup = { made, copy };
    const { sha256 } = copy.sources[0] ?? { sha256: '' };
    const importId = sha256.slice(0, 16);
    const full = planRestore(standing([]), backup, 'add');
    expect([full.sources, full.columns]).toEqual([copy.sources, copy.columns]);
    const here = settled(full.entries);
    const known = planRestore(standing(here), backup, 'add');
    expect([known.sources, known.columns]).toEqual([[], []]);
    const healing = planRestore(standing(here, [sha256, importId]), backup, 'add');
    expect([healing.sources, healing.columns]).toEqual([copy.sources, copy.columns]);
    expect(previewRestore(standing(here, [sha256]), backup).isKnown).toBe(false);
  });

  it('takes the columns of the import that stands, and none of another reading of the same file', async () => {
    const copy = await smallCopy();
    const [first] = copy.entries;
    if (first?.kind !== 'import') throw new Error('no import');
    const reread: DatedEntry = { ...first, withheld: ['x'], at: 1500 };
    const newerHere = standing(placed([first, reread]));
    expect(planRestore(newerHere, { made, copy }, 'add').columns).toEqual([]);
    const newerThere = { made, copy: { ...copy, entries: [first, reread] } };
    const here = standing(placed([first]));
    expect(planRestore(here, newerThere, 'add').columns).toEqual(copy.columns);
    // A backup that had lost the columns leads to none, rather than to those of the former reading.
    const without = { made, copy: { ...newerThere.copy, columns: [] } };
    expect(planRestore(here, without, 'add').columns).toEqual([
      { importId: first.importId, schemaVersion: 0, records: {} },
    ]);
  });

  it('tells what is new, the same, different and only here', async () => {
    const copy = await smallCopy();
    const here: DatedEntry[] = [
      { kind: 'programme', programme: null, at: 3 },
      { kind: 'board', id: 'x', board: { id: 'x', name: 'Своя', panels: [] }, at: 4 },
    ];
    const { comparison, isKnown, isEmptyHere } = previewRestore(standing(placed(here)), {
      made,
      copy,
    });
    expect([isKnown, isEmptyHere]).toEqual([false, false]);
    expect(comparison.files).toEqual({
      added: ['Список.csv'],
      same: 0,
      differing: [],
      onlyHere: [],
    });
    expect(comparison.boards).toMatchObject({ added: ['Доска'], onlyHere: ['Своя'] });
    expect(comparison.programme.onlyHere).toHaveLength(1);
  });

  it('does not count as a backup of what only this journal holds', () => {
    const here = placed([{ kind: 'undo', importId: 'a', at: 5 }]);
    const there: DatedEntry[] = [
      { kind: 'undo', importId: 'b', at: 6 },
      { kind: 'backup', made: 7, at: 8 },
    ];
    const plan = planRestore(standing(here), backupOf(there), 'add');
    expect(addUp(settled(plan.entries)).backup).toEqual({ made: null, unsaved: [5, 6] });
    const replaced = planRestore(standing(here), backupOf(there), 'replace');
    expect(addUp(settled(replaced.entries)).backup).toEqual({ made, unsaved: [] });
  });
});
