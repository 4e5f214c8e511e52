import {
  checkChain,
  closeRanks,
  emptyChain,
  endChain,
  isSoundEnd,
  linkEntry,
  type ChainEnd,
} from './chain.ts';
import type { Entry, StoredEntry } from './entry.ts';
import type { StoreChange } from './journal-store.ts';

/**
 * An entry of a chain that is written anew. One that stands already keeps its place as long as the order allows; one without
 * a place gets a new one.
 */
export type RewrittenEntry = Entry & { readonly at: number; readonly seq?: number };

/** Adds entries of one moment (ms) behind the last one. */
export async function addEntries(
  change: StoreChange,
  entries: readonly Entry[],
  at: number,
): Promise<void> {
  const end = await endOf(change);
  let { seq, sum, used } = end;
  const pending: Promise<unknown>[] = [];
  for (const entry of entries) {
    seq = used += 1;
    const link = linkEntry({ ...entry, seq, at }, sum);
    sum = link.sum;
    pending.push(change.putLink(link));
  }
  pending.push(change.putEnd(endChain({ ...end, seq, sum, used })));
  await all(pending);
}

/** Adds an entry and takes a former one out of the chain, or none; its place, or null, with nothing changed, where the former one is gone. */
export async function replaceEntry(
  change: StoreChange,
  former: number | null,
  entry: Entry,
  at: number,
): Promise<number | null> {
  const end = await endOf(change);
  let { sum } = end;
  const pending: Promise<unknown>[] = [];
  if (former !== null) {
    const gone = await change.link(former);
    if (!gone || !isSame(gone, entry)) return null;
    const { links, sums } = closeRanks(gone, await change.links(former));
    sum = sums.get(sum) ?? sum;
    pending.push(change.removeLink(former), ...links.map((link) => change.putLink(link)));
  }
  const seq = end.used + 1;
  const link = linkEntry({ ...entry, seq, at }, sum);
  pending.push(change.putLink(link));
  pending.push(change.putEnd(endChain({ ...end, seq, sum: link.sum, used: seq })));
  await all(pending);
  return seq;
}

/** Puts the entries that `make` gives, of those that are sound, in the place of all; what only the others spoke of goes too. Gives the hashes and ids of the sources and columns that are spoken of. */
export async function rewriteChain(
  change: StoreChange,
  make: (standing: readonly StoredEntry[]) => readonly RewrittenEntry[],
): Promise<ReadonlySet<string>> {
  const end = await endOf(change);
  const entries = make(checkChain(await change.links(0), end).entries);
  const imports = entries.flatMap((entry) => (entry.kind === 'import' ? [entry] : []));
  const sources = new Set(imports.map(({ source }) => source.sha256));
  const ids = new Set(imports.map(({ importId }) => importId));
  await change.clear(sources, ids);
  let { used } = end;
  let [seq, sum] = [0, ''];
  const pending: Promise<unknown>[] = [];
  for (const entry of entries) {
    if (entry.seq !== undefined && entry.seq > seq) seq = entry.seq;
    else seq = used += 1;
    used = Math.max(used, seq);
    const link = linkEntry({ ...entry, seq }, sum);
    sum = link.sum;
    pending.push(change.putLink(link));
  }
  const rewritings = end.rewritings + 1;
  pending.push(change.putEnd(endChain({ seq, sum, used, rewritings })));
  await all(pending);
  return new Set([...sources, ...ids]);
}

/** Whether two entries are about one thing with an id. */
function isSame(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && 'id' in a && 'id' in b && a.id === b.id;
}

/** Where the next entry goes: behind the last one, also where the mark of the end is lost. */
async function endOf(change: StoreChange): Promise<ChainEnd> {
  const [end, last] = await Promise.all([change.end(), change.last()]);
  if (end && isSoundEnd(end)) return end;
  if (!last) return emptyChain;
  const { seq, sum } = last;
  return endChain({ seq, sum, used: seq, rewritings: 0 });
}

/** Waits for every request, so that none fails unheard; rejects as the first that failed. */
export async function all(pending: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(pending);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
