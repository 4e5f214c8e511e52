import type { StoredEntry } from '../entry.ts';
import type { RewrittenEntry } from '../journal.ts';
import { identityOf } from './entry-identity.ts';
import type { DatedEntry } from './journal-copy.ts';

/** Entries of two journals as one; `fromThere` are those that the first one did not have. */
export interface MergedEntries {
  readonly entries: readonly RewrittenEntry[];
  readonly fromThere: ReadonlySet<RewrittenEntry>;
}

interface Placed {
  readonly entry: RewrittenEntry;
  /** The latest moment (ms) up to it in its own journal: a clock that was set back changes no order. */
  readonly moment: number;
}

/**
 * Adds to a journal what another has more. Both keep their own order, beside each other by their moments; what is in both
 * stands once. Of a draft only the later version stays, for a draft leaves no earlier ones. Doing it again adds nothing.
 */
export function mergeEntries(
  here: readonly StoredEntry[],
  there: readonly DatedEntry[],
): MergedEntries {
  const known = new Map<string, number>();
  for (const entry of here) {
    const identity = identityOf(entry);
    known.set(identity, (known.get(identity) ?? 0) + 1);
  }
  const added = place(there).filter(({ entry }) => {
    const identity = identityOf(entry);
    const left = known.get(identity) ?? 0;
    known.set(identity, left - 1);
    return left <= 0;
  });
  const standing = place(here);
  const isMore = standing.length > 0 && !isWithin(here, there);
  // That one journal was saved says nothing of what only the other holds.
  const wanted = added.filter(({ entry }) => !(isMore && entry.kind === 'backup'));
  const outdated = olderDrafts(standing, wanted);
  const [first, second] = [standing, wanted].map((list) =>
    list.filter(({ entry }) => !outdated.has(entry)),
  ) as [Placed[], Placed[]];
  const entries: RewrittenEntry[] = [];
  let next = 0;
  for (const { entry, moment } of first) {
    for (; next < second.length && (second[next]?.moment ?? 0) < moment; next += 1)
      entries.push(...entryAt(second, next));
    entries.push(entry);
  }
  for (; next < second.length; next += 1) entries.push(...entryAt(second, next));
  return { entries, fromThere: new Set(second.map(({ entry }) => entry)) };
}

const entryAt = (list: readonly Placed[], at: number): RewrittenEntry[] =>
  list.slice(at, at + 1).map(({ entry }) => entry);

function place(entries: readonly RewrittenEntry[]): Placed[] {
  let moment = -Infinity;
  return entries.map((entry) => ({ entry, moment: (moment = Math.max(moment, entry.at)) }));
}

/** Whether another journal holds all that this one does, but for the notes on its backups. */
function isWithin(here: readonly StoredEntry[], there: readonly DatedEntry[]): boolean {
  const held = new Set(there.map(identityOf));
  return here.every((entry) => entry.kind === 'backup' || held.has(identityOf(entry)));
}

/** The versions of drafts, in either list, that the other list has a later one of; of two of one moment the first list's stays. */
function olderDrafts(
  first: readonly Placed[],
  second: readonly Placed[],
): ReadonlySet<RewrittenEntry> {
  const [here, there] = [lastDrafts(first), lastDrafts(second)];
  const older = new Set<RewrittenEntry>();
  for (const [list, own, other, wins] of [
    [first, here, there, (a: number, b: number) => a >= b],
    [second, there, here, (a: number, b: number) => a > b],
  ] as const) {
    for (const { entry } of list) {
      if (entry.kind !== 'draft') continue;
      const [ours, theirs] = [own.get(entry.id), other.get(entry.id)];
      if (ours !== undefined && theirs !== undefined && !wins(ours, theirs)) older.add(entry);
    }
  }
  return older;
}

function lastDrafts(list: readonly Placed[]): ReadonlyMap<string, number> {
  return new Map(
    list.flatMap(({ entry, moment }) => (entry.kind === 'draft' ? [[entry.id, moment]] : [])),
  );
}
