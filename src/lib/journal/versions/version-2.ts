import { emptyChain, endChain, linkEntry, unlinkEntry } from '../chain.ts';
import type { Migration } from './stores.ts';

/**
 * The entries become a chain. Columns get their sums when they are loaded next: their bytes are not to be had within a
 * transaction.
 */
export const version2: Migration = async (db, transaction) => {
  const chain = db.createObjectStore('chain');
  const entries = transaction.objectStore('entries');
  let end = emptyChain;
  for (const stored of await entries.getAll()) {
    const link = linkEntry(unlinkEntry(stored), end.sum);
    end = endChain({ seq: link.seq, sum: link.sum, used: link.seq, rewritings: 0 });
    await entries.put(link);
  }
  await chain.put(end, 'end');
};
