import type { Sheet } from '#lib/model/sheet.ts';
import { readText } from './values/text.ts';

/** Letters of a column, 0-based: 0 → «A», 27 → «AB». */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Address of a cell as workbooks show it, from 0-based numbers: (6, 1) → «B7». */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** Rows `top` to `bottom` (0-based, inclusive) as shown text, the first `columns` cells of each, blank cells as ''. */
export function windowOf(sheet: Sheet, top: number, bottom: number, columns: number): string[][] {
  const window: string[][] = [];
  for (let row = Math.max(0, top); row <= Math.min(bottom, sheet.rows.length - 1); row += 1) {
    const cells = sheet.rows.at(row) ?? [];
    window.push(
      Array.from({ length: columns }, (_, column) => readText(cells[column] ?? null) ?? ''),
    );
  }
  return window;
}
