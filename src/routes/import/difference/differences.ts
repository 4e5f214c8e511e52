import type { Difference } from '#lib/ingest/difference.ts';
import { foldText } from '#lib/i18n/fold.ts';

/** What a record can have become. */
export type Change = Difference['change'];

/** The kinds of change in the order in which they are offered. */
export const changes: readonly Change[] = ['changed', 'added', 'removed'];

/** How many differences there are of each kind, and how many of them are refused. */
export type ChangeCounts = Readonly<
  Record<Change, { readonly all: number; readonly refused: number }>
>;

/** Counts differences by kind. */
export function countChanges(
  differences: readonly Difference[],
  refused: ReadonlySet<string>,
): ChangeCounts {
  const counts = {
    changed: { all: 0, refused: 0 },
    added: { all: 0, refused: 0 },
    removed: { all: 0, refused: 0 },
  };
  for (const { id, change } of differences) {
    counts[change].all += 1;
    if (refused.has(id)) counts[change].refused += 1;
  }
  return counts;
}

/** The differences of a kind, or of all kinds. */
export function ofKind(
  differences: readonly Difference[],
  change: Change | null,
): readonly Difference[] {
  return change === null ? differences : differences.filter((one) => one.change === change);
}

/** The differences of a kind whose labels hold every word that is looked for; `texts` are their folded labels. */
export function selectDifferences(
  differences: readonly Difference[],
  texts: () => readonly string[],
  change: Change | null,
  search: string,
): readonly Difference[] {
  const words = foldText(search).split(' ').filter(Boolean);
  if (change === null && words.length === 0) return differences;
  const folded = words.length === 0 ? [] : texts();
  return differences.filter(
    (one, at) =>
      (change === null || one.change === change) &&
      words.every((word) => folded[at]?.includes(word)),
  );
}
