/** @typedef {readonly [x: number, y: number, width: number, height: number]} Box */
/** @typedef {{ box: Box, title: string, phrases: readonly string[] }} Spot */
/** @typedef {{ row: number, column: number }} Position */

/** @type {Readonly<Record<string, readonly [down: number, right: number]>>} */
const steps = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * Where a walk begins: at the latest mark of the first row.
 * @param {readonly (readonly Spot[])[]} spots
 * @returns {Position | null}
 */
export function entrance(spots) {
  const row = spots.findIndex((marks) => marks.length > 0);
  return row < 0 ? null : { row, column: (spots[row]?.length ?? 1) - 1 };
}

/**
 * Where a key leads; the edges hold. Null where the key leads nowhere.
 * @param {readonly (readonly Spot[])[]} spots
 * @param {Position | null} from
 * @param {string} key
 * @returns {Position | null}
 */
export function walk(spots, from, key) {
  const step = steps[key];
  if (!step) return null;
  if (!from) return entrance(spots);
  const rows = spots.flatMap((marks, row) => (marks.length > 0 ? [row] : []));
  const at = Math.max(0, Math.min(rows.length - 1, rows.indexOf(from.row) + step[0]));
  const row = rows[at] ?? from.row;
  const last = (spots[row]?.length ?? 1) - 1;
  return { row, column: Math.max(0, Math.min(last, from.column + step[1])) };
}

/**
 * The mark nearest to a point of the drawing; null where all are farther than `reach`.
 * @param {readonly (readonly Spot[])[]} spots
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {Position | null}
 */
export function nearest(spots, x, y, reach) {
  /** @type {Position | null} */
  let best = null;
  let least = reach;
  spots.forEach((marks, row) =>
    marks.forEach(({ box: [left, top, width, height] }, column) => {
      const away = Math.hypot(
        Math.max(left - x, 0, x - left - width),
        Math.max(top - y, 0, y - top - height),
      );
      if (away < least) {
        least = away;
        best = { row, column };
      }
    }),
  );
  return best;
}
