import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageChange } from '#lib/snapshot/compare/compare-snapshots.ts';
import { movedPages } from './check-moves.ts';

function change(before: number | null, after: number | null): PageChange {
  const title = { before: null, after: null };
  return { state: 'same', before, after, title, texts: [], figures: [] };
}

/** Places before of the pages that moved, given those places in the order of now. */
function moved(befores: readonly (number | null)[]): (number | null)[] {
  return [...movedPages(befores.map((before, at) => change(before, at + 1)))].map(
    ({ before }) => before,
  );
}

describe('movedPages', () => {
  it('moves none where pages came and went', () => {
    const gone = change(2, null);
    expect(movedPages([change(1, 1), change(null, 2), change(3, 3), gone]).size).toBe(0);
  });

  it('names the fewest: the one that was carried to another end', () => {
    expect(moved([2, 3, 4, 1])).toEqual([1]);
    expect(moved([4, 1, 2, 3])).toEqual([4]);
    expect(moved([1, 3, 2, 4])).toEqual([2]);
  });

  it('leaves the rest in the order in which they were, and names as few as any choice does', () => {
    const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 });
    fc.assert(
      fc.property(orders, (order) => {
        const away = new Set(moved(order));
        const rest = order.filter((place) => !away.has(place));
        expect(rest).toEqual([...rest].sort((a, b) => a - b));
        const fewest = Array.from({ length: 64 }, (_, choice) =>
          order.filter((_, at) => choice & (1 << at)),
        )
          .filter((some) => some.every((place, at) => at === 0 || place > (some[at - 1] ?? 0)))
          .reduce((most, some) => Math.max(most, some.length), 0);
        expect(away.size).toBe(order.length - fewest);
      }),
    );
  });
});
