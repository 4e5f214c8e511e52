/** The cell of a pivot that the keyboard stands on: negative rows are heads, column −1 is the head of the rows. */
export interface PivotPlace {
  readonly row: number;
  readonly column: number;
}

/** What the place of the keyboard is within. */
export interface PivotBounds {
  readonly rows: number;
  readonly columns: number;
  readonly headRows: number;
  /** Rows in sight. */
  readonly page: number;
}

/** What a key asks: to stand elsewhere, to open or close, to enter what stands there; null is nothing. */
export type PivotWish =
  | { readonly to: PivotPlace }
  | 'open'
  | 'close'
  | 'parent'
  | 'enter'
  | 'fold-all'
  | 'unfold-all'
  | null;

/**
 * What a key means on a treegrid (WAI-ARIA Authoring Practices): arrows move the cell, and on the head of a row the right one opens it and the
 * left one closes it, or leads to the row that it is within; `open` says whether that row is open, null where it has nothing to open.
 */
export function readPivotKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>,
  place: PivotPlace,
  open: boolean | null,
  { rows, columns, headRows, page }: PivotBounds,
): PivotWish {
  if (event.altKey || event.metaKey) return null;
  const onHead = place.column === -1 && place.row >= 0;
  if (event.key === 'Enter' || event.key === ' ') return 'enter';
  if (event.key === '*') return 'unfold-all';
  if (event.key === '/') return 'fold-all';
  if (onHead && event.key === 'ArrowRight' && open === false) return 'open';
  if (onHead && event.key === 'ArrowLeft' && open === true) return 'close';
  if (onHead && event.key === 'ArrowLeft') return 'parent';
  const far = event.ctrlKey ? Infinity : 0;
  const moves: Record<string, readonly [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [-far || 0, -Infinity],
    End: [far || 0, Infinity],
    PageUp: [-page, 0],
    PageDown: [page, 0],
  };
  const move = moves[event.key];
  if (!move) return null;
  const least = place.row >= 0 && move[0] < -1 ? 0 : -headRows;
  const row = Math.max(least, Math.min(rows - 1, place.row + move[0]));
  const column = Math.max(-1, Math.min(columns - 1, place.column + move[1]));
  return { to: { row, column } };
}
