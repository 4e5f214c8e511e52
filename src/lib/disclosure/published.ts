import type { Outcome, ResultCell } from '#lib/model/result.ts';
import type { Passed } from './passed.ts';

declare const published: unique symbol;

/** Something that may leave the school: only this room makes it, from what its audit let pass. */
export type Published<T> = T & { readonly [published]: true };

/** A cell with the numbers of the audit that it and its earlier time are; null where it has none. */
export interface NumberedCell<C extends ResultCell> {
  readonly cell: C;
  readonly now: number | null;
  readonly before: number | null;
}

const withheld: Outcome = { kind: 'absent', reason: 'withheld', n: null };

/** Cells as they may be said: without what was withheld, and without any change from or to it. */
export function publishCells<C extends ResultCell>(
  cells: readonly NumberedCell<C>[],
  { hidden }: Passed,
): Published<readonly C[]> {
  const said = cells.map(({ cell, now, before }): C => {
    const isHidden = now !== null && hidden.has(now);
    const wasHidden = before !== null && hidden.has(before);
    return {
      ...cell,
      outcome: isHidden ? withheld : cell.outcome,
      before: wasHidden && cell.before ? withheld : cell.before,
      change: isHidden || wasHidden ? null : cell.change,
    };
  });
  return said as readonly C[] as Published<readonly C[]>;
}

/** What is made of published things alone is published, too. */
export function publishedOf<T, U>(
  content: Published<T>,
  make: (content: Published<T>) => U,
): Published<U> {
  return make(content) as Published<U>;
}
