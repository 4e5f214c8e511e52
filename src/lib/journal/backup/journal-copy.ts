import type { Entry, StoredEntry } from '../entry.ts';
import type { ImportColumns, Journal, SourceBytes } from '../journal.ts';

/** An entry with its moment (ms), apart from any place in a journal. */
export type DatedEntry = Entry & { readonly at: number };

/** All that a journal holds: its entries in their order, and the sources and columns that they speak of. */
export interface JournalCopy {
  readonly entries: readonly DatedEntry[];
  readonly sources: readonly SourceBytes[];
  readonly columns: readonly ImportColumns[];
}

/**
 * What a journal holds, its large bytes still in the storage; what is not kept there any more is left out. Sources are not
 * checked: the writer of a backup does that apart from the screen.
 */
export async function copyJournal(
  journal: Pick<Journal, 'entries' | 'uncheckedSource' | 'columns'>,
): Promise<JournalCopy> {
  const entries = await journal.entries();
  const imports = entries.filter((entry) => entry.kind === 'import');
  const hashes = new Set(imports.map(({ source }) => source.sha256));
  const sources: SourceBytes[] = [];
  for (const sha256 of hashes) {
    const bytes = await journal.uncheckedSource(sha256);
    if (bytes) sources.push({ sha256, bytes });
  }
  const columns = await journal.columns([...new Set(imports.map(({ importId }) => importId))]);
  return { entries: entries.map(unplaced), sources, columns };
}

function unplaced(stored: StoredEntry): DatedEntry {
  const { seq, ...entry } = stored;
  void seq;
  return entry;
}
