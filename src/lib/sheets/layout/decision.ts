import type { LayoutDecision, LineRole } from '#lib/model/table.ts';
import type { Grid } from './grid.ts';
import type { TableStart } from './header.ts';
import { lineText } from './line-text.ts';
import { numbersColumns } from './numbering.ts';

/** Columns that a decision asks for, as far as the sheet has them; null where it asks for none or for none that exist. */
export function decidedColumns(
  grid: Grid,
  decision: LayoutDecision,
): readonly [first: number, last: number] | null {
  if (!decision.columns) return null;
  const first = Math.max(0, decision.columns[0]);
  const last = Math.min(grid.columnFill.length - 1, decision.columns[1]);
  return first <= last ? [first, last] : null;
}

/** The header and the first data row that a decision asks for; the found ones where it asks for rows that the sheet lacks. */
export function decidedStart(
  grid: Grid,
  top: number,
  found: TableStart,
  decision: LayoutDecision,
): TableStart {
  let { headerRows, numberingRows, dataStart } = found;
  if (decision.header === null) {
    headerRows = [];
    numberingRows = [];
    dataStart = found.headerRows[0] ?? found.dataStart;
  } else if (decision.header) {
    const [first, last] = decision.header;
    const rows: number[] = [];
    for (let row = Math.max(top, first); row <= Math.min(last, grid.bottom); row += 1)
      if (grid.count(row) > 0) rows.push(row);
    if (rows.length === 0) return found;
    headerRows = rows;
    numberingRows = [];
    dataStart = (rows[rows.length - 1] ?? last) + 1;
    while (
      grid.count(dataStart) > 0 &&
      numbersColumns(grid, dataStart) &&
      numberingRows.length < 2
    ) {
      numberingRows = [...numberingRows, dataStart];
      dataStart += 1;
    }
    dataStart = grid.nextFilled(dataStart);
  }
  const from = decision.from;
  if (from !== undefined && from >= top && from <= grid.bottom) {
    dataStart = from;
    headerRows = headerRows.filter((row) => row < from);
    numberingRows = numberingRows.filter((row) => row < from);
  }
  return dataStart < 0 || dataStart > grid.bottom
    ? found
    : { headerRows, numberingRows, dataStart };
}

/** What a line says, both within the table's columns and over the whole sheet. */
function textsOfLine(grid: Grid, row: number): readonly string[] {
  const own = lineText(grid.cells(row));
  if (grid.source === grid.sheet) return [own];
  return [own, lineText(grid.source.rows.at(row) ?? [])];
}

/** The last row that a decision leaves to a table that begins its data at `dataStart` and was found to end at `bottom`. */
export function decidedBottom(
  grid: Grid,
  dataStart: number,
  bottom: number,
  decision: LayoutDecision,
): number {
  if (decision.until === undefined) return Math.max(bottom, dataStart);
  if (decision.until === null) return grid.bottom;
  for (let row = dataStart + 1; row <= grid.bottom; row += 1) {
    if (grid.count(row) > 0 && textsOfLine(grid, row).includes(decision.until)) return row - 1;
  }
  return Math.max(bottom, dataStart);
}

/** Roles that a decision gives to lines between two rows by what they say. */
export function decidedLines(
  grid: Grid,
  top: number,
  bottom: number,
  decision: LayoutDecision,
): ReadonlyMap<number, LineRole> {
  const roles = new Map<number, LineRole>();
  const lines = new Map(Object.entries(decision.lines ?? {}));
  if (lines.size === 0) return roles;
  for (let row = top; row <= bottom; row += 1) {
    if (grid.count(row) === 0) continue;
    const said = textsOfLine(grid, row).find((text) => lines.has(text));
    const role = said === undefined ? undefined : lines.get(said);
    if (role) roles.set(row, role);
  }
  return roles;
}
