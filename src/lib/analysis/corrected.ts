import type { ResultCell } from '#lib/model/result.ts';
import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';

/** The p values of the cells' changes after Benjamini and Hochberg's correction for the number of changes shown together. */
export function correctChanges(cells: readonly ResultCell[]): ReadonlyMap<ResultCell, number> {
  const tested = cells.flatMap((cell) => {
    const p = cell.change?.p ?? null;
    return p === null ? [] : [{ cell, p }];
  });
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  return new Map(tested.map(({ cell }, index) => [cell, adjusted[index] ?? 1]));
}
