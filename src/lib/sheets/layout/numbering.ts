import type { Grid } from './grid.ts';

const letters = /^[а-гa-dА-ГA-D]$/;

/** True when a row numbers the columns below a header: «1 2 3 …», perhaps «А Б 1 2 …», at least three in an unbroken rise. */
export function isNumbering(grid: Grid, row: number): boolean {
  const cells = grid.sheet.rows[row] ?? [];
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
