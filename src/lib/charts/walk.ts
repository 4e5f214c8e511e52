import type { Box } from './hatch.ts';

type Places = readonly (readonly { readonly box: Box; readonly along?: readonly Box[] }[])[];

/** A position among the places of a chart: row and column. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [-Infinity, 0],
  PageDown: [Infinity, 0],
};

/** Whether a key moves along the marks. */
export function isMove(key: string): boolean {
  return key in moves;
}

/** The position that a key leads to; the edges hold. Null where there is nothing to walk on. */
export function walk(places: Places, from: Position | null, key: string): Position | null {
  if (places.length === 0) return null;
  const start = from ?? entrance(places);
  const [down, right] = from === null ? [0, 0] : (moves[key] ?? [0, 0]);
  const row = Math.max(0, Math.min(places.length - 1, start.row + down));
  const last = (places[row]?.length ?? 1) - 1;
  return { row, column: Math.max(0, Math.min(last, start.column + right)) };
}

/** Where a walk begins: the latest mark of the first series. */
export function entrance(places: Places): Position {
  return { row: 0, column: Math.max(0, (places[0]?.length ?? 1) - 1) };
}

function distance(box: Box, x: number, y: number): number {
  return Math.hypot(
    Math.max(box.x - x, 0, x - box.x - box.width),
    Math.max(box.y - y, 0, y - box.y - box.height),
  );
}

/** The place nearest to a point in pixels, none where all are farther than `reach`. */
export function nearest(places: Places, x: number, y: number, reach = 28): Position | null {
  let best: Position | null = null;
  let least = reach;
  places.forEach((row, i) =>
    row.forEach(({ box, along = [] }, j) => {
      const away = Math.min(...[box, ...along].map((one) => distance(one, x, y)));
      if (away < least) {
        least = away;
        best = { row: i, column: j };
      }
    }),
  );
  return best;
}
