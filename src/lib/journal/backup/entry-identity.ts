import { canonicalBytes } from '../canonical.ts';
import type { DatedEntry } from './journal-copy.ts';

const decoder = new TextDecoder();

/** One text for a value as a backup holds it, whatever the order of its fields. */
export function textOf(value: unknown): string {
  return decoder.decode(canonicalBytes(JSON.parse(JSON.stringify(value ?? null))));
}

/** What makes an entry of one journal and an entry of another the same: what it says, and when. */
export function identityOf(entry: DatedEntry & { readonly seq?: number }): string {
  if (entry.kind === 'backup') return textOf({ kind: entry.kind, made: entry.made });
  return textOf({ ...entry, seq: undefined });
}
