import { readText } from '../values/text.ts';
import type { Grid } from './grid.ts';

const letters = /^[а-гa-dА-ГA-D]$/;

/** True when a row numbers the columns below a header: «1 2 3 …», perhaps «А Б 1 2 …», at least three in an unbroken rise. */
export function isNumbering(grid: Grid, row: number): boolean {
  const cells = grid.cells(row);
  let expected = 1;
  let lettered = 0;
  for (const cell of cells) {
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
    const text = String(typeof cell === 'object' ? NaN : cell)
      .trim()
      .replace(/^[([]|[)\].]$/g, '');
    if (expected === 1 && letters.test(text) && lettered < 4) {
      lettered += 1;
      continue;
    }
    if (Number(text) !== expected && !(lettered > 0 && Number(text) === lettered + expected))
      return false;
    expected += 1;
  }
  return expected - 1 + lettered >= 3 && expected > 1;
}

/** True when the filled line above a row names columns by words, not by single letters as «a b c» over «1 2 3» does. */
function standsUnderWords(grid: Grid, row: number): boolean {
  let above = row - 1;
  while (above >= grid.top && grid.count(above) === 0) above -= 1;
  if (above < grid.top) return true;
  const texts = grid
    .cells(above)
    .map(readText)
    .filter((text) => text !== null);
  return texts.some((text) => text.length > 2);
}

/**
 * True when a row that counts up numbers the columns: it stands under words, and the rows below it hold something else than
 * numbers in one column. Where all is numbers, «1 2 3» is a row of data like those below it.
 */
export function numbersColumns(grid: Grid, row: number): boolean {
  if (!isNumbering(grid, row) || !standsUnderWords(grid, row)) return false;
  let below = row;
  for (let looked = 0; looked < 8; looked += 1) {
    below = grid.nextFilled(below + 1);
    if (below < 0) return false;
    if (grid.kinds(below).some((kind) => kind === 'text' || kind === 'date')) return true;
  }
  return false;
}
