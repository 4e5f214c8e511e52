import type { Locale } from '#lib/i18n/locale.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';

/** The sums of an import over its tables. */
export interface LedgerSums {
  readonly accepted: number;
  readonly quarantined: number;
  readonly setAside: number;
}

/** Adds the counts of an import's tables up. */
export function sumImport({ entry }: LedgerImport): LedgerSums {
  const counts = entry.tables.map((table) => table.counts);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    accepted: sum(counts.map(({ accepted }) => accepted)),
    quarantined: sum(counts.map(({ quarantined }) => quarantined)),
    setAside: sum(counts.flatMap(({ setAside }) => Object.values(setAside))),
  };
}

/** Where an import stands, in words, with what it still counts or leaves out. */
export function sayStanding(
  one: LedgerImport,
  imports: readonly LedgerImport[],
  { t, format }: Locale,
): { readonly state: string; readonly details: readonly string[] } {
  const { states } = t.importing.ledger;
  const words = t.matching.ledger;
  const { entry, state, partial, supersededBy, importId } = one;
  const sourceOf = (id: string | null) =>
    imports.find((other) => other.importId === id)?.entry.source.sha256;
  const isOwn = (id: string | null) => sourceOf(id) === entry.source.sha256;
  const details: string[] = [];
  if (state !== 'superseded' && entry.supersedes.some((id) => id !== importId && isOwn(id)))
    details.push(words.amended);
  const kept = partial.kept?.size ?? 0;
  if (state === 'superseded' && kept > 0) details.push(words.kept(kept, format.number(kept)));
  const withheld = partial.withheld.size;
  if (state === 'active' && withheld > 0)
    details.push(words.withheld(withheld, format.number(withheld)));
  return {
    state: state === 'superseded' && isOwn(supersededBy) ? words.replacedByAmended : states[state],
    details,
  };
}
