import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalBytes } from './canonical.ts';
import type { Damage } from './damage.ts';
import type { StoredEntry } from './entry.ts';

/**
 * An entry as a link of the chain: `before` is the sum of the entry that stands before it, `sum` the SHA-256 (hexadecimal)
 * of everything else that the entry holds, `before` among it.
 */
export type Link = StoredEntry & { readonly before: string; readonly sum: string };

/**
 * Where the chain ends: the place and the sum of its last entry, the highest place that was ever given, and how often the
 * chain was written anew; `check` is the sum of these.
 */
export interface ChainEnd {
  readonly seq: number;
  readonly sum: string;
  readonly used: number;
  readonly rewritings: number;
  readonly check: string;
}

/** The chain before its first entry. */
export const emptyChain: ChainEnd = endChain({ seq: 0, sum: '', used: 0, rewritings: 0 });

// Sums are made where a transaction is open, which does not wait for the platform's own hashing.
function sumOf(value: unknown): string {
  return bytesToHex(sha256(canonicalBytes(value)));
}

/** An entry made a link of the chain behind the entry of this sum. */
export function linkEntry(entry: StoredEntry, before: string): Link {
  const content = { ...entry, before };
  return { ...content, sum: sumOf(content) };
}

/** An end of the chain with its own sum. */
export function endChain({ seq, sum, used, rewritings }: Omit<ChainEnd, 'check'>): ChainEnd {
  return { seq, sum, used, rewritings, check: sumOf([seq, sum, used, rewritings]) };
}

/** Whether a link holds what it held when it was written. */
export function isSound(link: Link): boolean {
  const { sum, ...content } = link;
  return sum === sumOf(content);
}

/** Whether an end of the chain holds what it held when it was written. */
export function isSoundEnd(end: ChainEnd): boolean {
  return endChain(end).check === end.check;
}

/** An entry without its place in the chain. */
export function unlinkEntry(link: Link): StoredEntry {
  const { before, sum, ...entry } = link;
  void before;
  void sum;
  return entry;
}

/** What a check of the chain finds: the entries that are as they were written, and what is not. */
export interface CheckedChain {
  readonly entries: readonly StoredEntry[];
  readonly damage: readonly Damage[];
}

/** Checks a chain, its links in order; `sound` tells links that need no second look. */
export function checkChain(
  links: readonly Link[],
  end: ChainEnd | null,
  sound: (link: Link) => boolean = isSound,
): CheckedChain {
  const entries: StoredEntry[] = [];
  const damage: Damage[] = [];
  let former: { readonly seq: number; readonly sum: string; readonly isSound: boolean } = {
    seq: 0,
    sum: '',
    isSound: true,
  };
  for (const link of links) {
    const isWhole = sound(link);
    if (isWhole) {
      // Beside a damaged entry a broken link says nothing more.
      if (former.isSound && link.before !== former.sum)
        damage.push({ what: 'gap', after: former.seq, before: link.seq });
      entries.push(unlinkEntry(link));
    } else damage.push(describeEntry(link));
    former = { seq: link.seq, sum: link.sum, isSound: isWhole };
  }
  if (!end || !isSoundEnd(end)) {
    if (links.length > 0 || end) damage.push({ what: 'end' });
  } else if (former.isSound && end.sum !== former.sum) {
    damage.push({ what: 'gap', after: former.seq, before: null });
  }
  return { entries, damage };
}

/** What a damaged entry still says of itself, as far as that can be read. */
function describeEntry(link: Link): Damage {
  const held: Readonly<Record<string, unknown>> = { ...link };
  const source = held['source'];
  const name =
    typeof source === 'object' && source !== null && 'name' in source ? source.name : null;
  return {
    what: 'entry',
    seq: link.seq,
    kind: typeof held['kind'] === 'string' ? held['kind'] : null,
    at: typeof held['at'] === 'number' && Number.isFinite(held['at']) ? held['at'] : null,
    name: typeof name === 'string' ? name : null,
  };
}

/**
 * The links behind an entry that goes, linked to what stood before it, and the sum of the last of them. What is damaged
 * stays as it is, and nothing behind a broken link is touched: a rightful removal hides no loss.
 */
export function closeRanks(
  gone: Link,
  behind: readonly Link[],
): { readonly links: readonly Link[]; readonly sums: ReadonlyMap<string, string> } {
  const sums = new Map<string, string>([[gone.sum, gone.before]]);
  const links: Link[] = [];
  let former = gone.sum;
  for (const link of behind) {
    if (link.before !== former || !isSound(link)) break;
    const before = sums.get(former) ?? former;
    const linked = linkEntry(unlinkEntry(link), before);
    sums.set(link.sum, linked.sum);
    former = link.sum;
    links.push(linked);
  }
  return { links, sums };
}
