import { pairKey } from '#lib/ingest/decision.ts';
import type { StoredEntry } from '../entry.ts';
import { addUp, type Ledger } from '../ledger.ts';
import { textOf } from './entry-identity.ts';

/** What two journals are compared by, in the order in which it is told. */
export const comparedSubjects = [
  'files',
  'programme',
  'decisions',
  'forms',
  'boards',
  'annotations',
  'drafts',
  'releases',
] as const;

/** Something that two journals are compared by. */
export type ComparedSubject = (typeof comparedSubjects)[number];

/** Something that both journals have in two versions, and whose version stands after the one was added to the other. */
export interface Difference {
  readonly name: string;
  readonly stands: 'here' | 'there';
}

/** One subject of two journals: the names of what only one of them has, how much is the same, and what differs. */
export interface SubjectComparison {
  readonly added: readonly string[];
  readonly same: number;
  readonly differing: readonly Difference[];
  readonly onlyHere: readonly string[];
}

/** The journal here beside another one. */
export type JournalComparison = Readonly<Record<ComparedSubject, SubjectComparison>>;

interface Thing {
  readonly name: string;
  readonly text: string;
}

/** Compares what journals add up to: the one here, another one, and both as one. */
export function compareJournals(
  here: readonly StoredEntry[],
  there: readonly StoredEntry[],
  merged: readonly StoredEntry[],
): JournalComparison {
  const [own, other, both] = [here, there, merged].map((entries) => thingsOf(addUp(entries))) as [
    Things,
    Things,
    Things,
  ];
  const compared = comparedSubjects.map((subject) => [
    subject,
    compareThings(own[subject], other[subject], both[subject]),
  ]);
  return Object.fromEntries(compared) as JournalComparison;
}

function compareThings(
  here: ReadonlyMap<string, Thing>,
  there: ReadonlyMap<string, Thing>,
  merged: ReadonlyMap<string, Thing>,
): SubjectComparison {
  const added: string[] = [];
  const differing: Difference[] = [];
  let same = 0;
  for (const [id, { name, text }] of there) {
    const own = here.get(id);
    if (!own) added.push(name);
    else if (own.text === text) same += 1;
    else differing.push({ name, stands: merged.get(id)?.text === text ? 'there' : 'here' });
  }
  const onlyHere = [...here].flatMap(([id, { name }]) => (there.has(id) ? [] : [name]));
  return { added, same, differing, onlyHere };
}

type Things = Readonly<Record<ComparedSubject, ReadonlyMap<string, Thing>>>;

function thingsOf(ledger: Ledger): Things {
  const { imports, programmes, programme, decisions, recipes } = ledger;
  const { boards, annotations, drafts, releases } = ledger;
  return {
    files: listed(imports, ({ importId, entry, state }) => [
      importId,
      entry.source.name,
      { entry, state },
    ]),
    // A school that never saved one has none of its own.
    programme: listed(programmes.length > 0 ? [programme] : [], (one) => [
      'programme',
      one?.school ?? '',
      one,
    ]),
    decisions: listed(decisions, (one) => [pairKey(one), '', one.answer]),
    forms: listed([...recipes.values()], (one) => [one.fingerprint, one.name ?? '', one]),
    boards: listed(boards, (one) => [one.id, one.name, one]),
    annotations: listed(annotations, (one) => [one.id, one.text, one]),
    drafts: listed(drafts, ({ draft }) => [draft.id, draft.name, draft]),
    releases: listed(releases, ({ release, withdrawnAt }) => [
      release.id,
      release.title,
      { release, withdrawnAt },
    ]),
  };
}

function listed<T>(
  things: readonly T[],
  tell: (thing: T) => readonly [id: string, name: string, value: unknown],
): ReadonlyMap<string, Thing> {
  return new Map(
    things.map((thing) => {
      const [id, name, value] = tell(thing);
      return [id, { name, text: textOf(value) }];
    }),
  );
}
