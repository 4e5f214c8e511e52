import { TooLargeError } from './refusal.ts';

/** Most cells that a workbook may fill, the gaps before filled cells counted. */
export const mostCells = 16_000_000;
const mostMerges = 500_000;
const mostRows = 10_000_000;
const mostColumns = 16_384;

/** Throws when a cell lies where no spreadsheet has cells, so that nobody fills the way to it. */
export function assertPlace(row: number, column: number): void {
  if (!(row < mostRows && column < mostColumns)) {
    throw new TooLargeError(`a cell in row ${row + 1}, column ${column + 1}`);
  }
}

/** Throws when more cells are filled than can be held. */
export function assertCells(cells: number): void {
  if (cells > mostCells) throw new TooLargeError(`more than ${mostCells} cells`);
}

/** Throws when a sheet merges more ranges than can be held. */
export function assertMerges(merges: number): void {
  if (merges > mostMerges) throw new TooLargeError(`more than ${mostMerges} merged ranges`);
}
