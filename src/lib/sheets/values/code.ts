import type { CellValue } from '#lib/model/sheet.ts';

/**
 * Whether a text of digits is a name and no quantity: a zero before other digits («007», «0012-3»), or more digits than anybody
 * counts. Cells that a workbook stored as numbers are quantities.
 */
export function isCode(cell: CellValue): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return /^0\d+(?:[-/]\d+)*$/.test(text) || /^\d{10,}$/.test(text);
}
