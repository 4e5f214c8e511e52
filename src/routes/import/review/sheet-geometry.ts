import type { CellRange } from '#lib/model/sheet.ts';

const letter = 7.4;
const padding = 22;
const narrowest = 72;
const widest = 280;
/** Room for the choice of a field above a column of the table. */
const narrowestOfTable = 148;

/** Widths of a sheet's columns in pixels, by what the longest of the given lines hold in them; columns of the table have room for their field. */
export function columnWidths(
  lines: readonly (readonly string[])[],
  count: number,
  { left, right }: CellRange,
): number[] {
  const longest = new Array<number>(count).fill(0);
  for (const cells of lines) {
    const filled = cells.filter((text) => text !== '').length;
    // A lone text in a line is a title: it may run over its neighbours.
    if (filled < 2) continue;
    for (let column = 0; column < Math.min(count, cells.length); column += 1)
      longest[column] = Math.max(longest[column] ?? 0, cells[column]?.length ?? 0);
  }
  return longest.map((length, column) => {
    const least = column >= left && column <= right ? narrowestOfTable : narrowest;
    return Math.round(Math.min(widest, Math.max(least, length * letter + padding)));
  });
}

/** Left edges of columns of these widths, and the right edge of the last. */
export function offsetsOf(widths: readonly number[]): number[] {
  const offsets = [0];
  for (const width of widths) offsets.push((offsets.at(-1) ?? 0) + width);
  return offsets;
}

/** The first and last column that lie at least partly between two places. */
export function visibleRange(
  offsets: readonly number[],
  from: number,
  to: number,
): readonly [first: number, last: number] {
  const last = Math.max(0, offsets.length - 2);
  const at = (place: number) => {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((offsets[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return [at(from), at(Math.max(from, to))];
}
