import type { CellValue } from '#lib/model/sheet.ts';
import type { Table, TableRow } from '#lib/model/table.ts';
import type { TablePlan } from './kinds/kind.ts';
import type { RecordKind } from './record.ts';

/** The texts by which a heading would be repeated among the rows, by position: the whole and its last floor, lower case. */
export function headingTexts(table: Table): readonly (readonly string[])[] {
  return table.columns.map(({ heading }) => {
    const whole = heading.trim().toLowerCase();
    return [whole, whole.split(' / ').at(-1) ?? whole];
  });
}

/** Whether a row among the data repeats the headings. */
export function isRepeatedHeader(row: TableRow, headings: readonly (readonly string[])[]): boolean {
  let same = 0;
  let filled = 0;
  for (const [position, cell] of row.cells.entries()) {
    if (cell === null || cell === '') continue;
    filled += 1;
    if (typeof cell === 'string' && headings[position]?.includes(cell.trim().toLowerCase()))
      same += 1;
    else if (filled - same > 2) return false;
  }
  return filled >= 2 && same >= Math.max(2, filled * 0.7);
}

/** Whether no cell of a row holds anything. */
export function isBlankRow(row: TableRow): boolean {
  return row.cells.every(
    (cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''),
  );
}

function printCell(cell: CellValue): string {
  return cell === null || typeof cell !== 'object'
    ? String(cell ?? '')
    : 'date' in cell
      ? cell.date
      : cell.error;
}

/** A key under which equal rows meet, all cells but the running number and the time of sending; null for kinds in which equal rows are different facts. */
export function duplicateKey(
  row: TableRow,
  kind: RecordKind,
  plan: TablePlan,
  passed: ReadonlySet<number>,
): string | null {
  if (kind === 'survey' && !plan.fields.has('timestamp')) return null;
  if (kind === 'roll' && !plan.fields.has('birth_date')) return null;
  return `${row.section ?? ''}\u0001${row.cells.map((cell, at) => (passed.has(at) ? '' : printCell(cell))).join('\u0001')}`;
}
