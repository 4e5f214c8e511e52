import type { Grid } from './grid.svelte.ts';

/**
 * Does what a key asks of a grid, the head's widths included (Alt with left and right). `page` is the rows in sight.
 * Returns what the key meant: 'moved', 'entered', 'sized', or null when it means nothing here.
 */
export function pressGridKey<R extends object, F>(
  grid: Grid<R, F>,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>,
  page: number,
): 'moved' | 'entered' | 'sized' | null {
  if (event.metaKey) return null;
  if (event.altKey) {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (by === undefined || grid.active.row !== -1) return null;
    grid.widen(grid.active.column, by);
    return 'sized';
  }
  if (event.key === 'Enter' || event.key === ' ') {
    if (grid.active.row === -1) grid.toggleSort(grid.active.column, event.shiftKey);
    return 'entered';
  }
  const all = event.ctrlKey ? Infinity : 0;
  const moves: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [-all || 0, -Infinity],
    End: [all || 0, Infinity],
    PageUp: [-page, 0],
    PageDown: [page, 0],
  };
  const move = moves[event.key];
  if (!move) return null;
  grid.move(...move);
  if (event.key === 'Home' && event.ctrlKey && grid.active.row === -1) grid.move(1, 0);
  return 'moved';
}
