import type { Sheet } from '#lib/model/sheet.ts';
import type { LayoutDecision, Table } from '#lib/model/table.ts';
import { bandsOf, type Band } from './layout/bands.ts';
import { bodyOf } from './layout/body.ts';
import { cutOut } from './layout/cut-out.ts';
import { decidedBottom, decidedColumns, decidedLines, decidedStart } from './layout/decision.ts';
import { Grid } from './layout/grid.ts';
import { findTableStart, headerAlone, type TableStart } from './layout/header.ts';
import { otherHeaderBelow, startsTable } from './layout/next-table.ts';
import { tableOf } from './layout/table-of.ts';

export { lineText } from './layout/line-text.ts';

/** What a person decided about a table as it was found; null where nothing was. It may be asked about one table more than once. */
export type Decide = (found: Table) => LayoutDecision | null;

/** A stretch of rows that begins with a table, as the finder sees it. */
interface Found {
  readonly top: number;
  readonly bottom: number;
  readonly start: TableStart;
}

/** A table written out and the last row that it took. */
interface Settled {
  readonly table: Table;
  readonly bottom: number;
  /** Columns that a decision left to it, where it did not take them all. */
  readonly columns: readonly [first: number, last: number] | null;
  /** Whether a person said that nothing below is a table. */
  readonly isLast: boolean;
}

/**
 * The tables of a sheet from top to bottom, and from left to right where they stand side by side. Where they stand below each
 * other, every row of the sheet's filled range has exactly one role in exactly one of them (title, units, header, numbering,
 * section, total, note, blank, or data when it is in `rows`); tables side by side share rows and part the columns, so that no
 * data cell is in two of them. `range` spans the columns from the first header or data row to the last row of data, section or
 * total. Each table is offered to `decide` as it was found; what that returns rearranges it, and the search goes on below its
 * new end. An empty list when nothing on the sheet is a table.
 */
export function findTables(sheet: Sheet, sheetIndex: number, decide: Decide = () => null): Table[] {
  return tablesIn(new Grid(sheet), sheetIndex, decide, null);
}

function tablesIn(grid: Grid, sheetIndex: number, decide: Decide, beside: Band | null): Table[] {
  const tables: Table[] = [];
  let top = grid.top;
  while (top <= grid.bottom) {
    const start = findTableStart(grid, top, grid.bottom);
    if (!start) break;
    const found: Found = { top, bottom: endOf(grid, start), start };
    const headTop = start.headerRows[0] ?? start.dataStart;
    const bands = bandsOf(grid, top, found.bottom, headTop);
    if (bands.length > 1) {
      tables.push(...sideBySide(grid, sheetIndex, decide, found, bands));
      top = found.bottom + 1;
      continue;
    }
    const settled = settle(grid, sheetIndex, decide, found, beside);
    const { columns, bottom } = settled;
    tables.push(settled.table);
    if (columns) {
      const sides = [
        { left: 0, right: columns[0] - 1 },
        { left: columns[1] + 1, right: grid.columnFill.length - 1 },
      ];
      for (const side of sides)
        tables.push(...tablesBeside(grid, sheetIndex, decide, { ...found, bottom }, side));
    }
    top = bottom + 1;
    if (settled.isLast) break;
  }
  const alone = tables.length === 0 && !beside ? headerAlone(grid) : null;
  if (alone) {
    const found = { top: grid.top, bottom: grid.bottom, start: alone };
    return [settle(grid, sheetIndex, decide, found, beside).table];
  }
  const last = tables[tables.length - 1];
  if (last && top <= grid.bottom) tables[tables.length - 1] = withTail(grid, last, top);
  return tables;
}

/** The tables within some columns of a stretch of rows. */
function tablesBeside(
  grid: Grid,
  sheetIndex: number,
  decide: Decide,
  { top, bottom, start }: Found,
  band: Band,
): Table[] {
  if (band.left > band.right) return [];
  const headTop = start.headerRows[0] ?? start.dataStart;
  const own = new Grid(cutOut(grid.sheet, { top, bottom, ...band }, headTop), grid.source);
  return own.bottom < headTop ? [] : tablesIn(own, sheetIndex, decide, band);
}

function sideBySide(
  grid: Grid,
  sheetIndex: number,
  decide: Decide,
  found: Found,
  bands: readonly Band[],
): Table[] {
  const tables: Table[] = [];
  let taken = -1;
  for (const band of bands) {
    if (band.right <= taken) continue;
    const free = { left: Math.max(band.left, taken + 1), right: band.right };
    const [first] = tablesBeside(grid, sheetIndex, () => null, found, free);
    const decision = first ? decide(first) : null;
    const asked = decision && decidedColumns(grid, decision);
    if (!first || !asked || asked[1] <= free.right) {
      tables.push(...tablesBeside(grid, sheetIndex, decide, found, free));
      taken = band.right;
      continue;
    }
    // A person joins what stands side by side: the columns asked for are one table.
    const joined = { left: Math.max(asked[0], taken + 1), right: asked[1] };
    const headTop = found.start.headerRows[0] ?? found.start.dataStart;
    const area = { top: found.top, bottom: found.bottom, ...joined };
    const own = new Grid(cutOut(grid.sheet, area, headTop), grid.source);
    const start = findTableStart(own, own.top, own.bottom) ?? found.start;
    const whole = { top: own.top, bottom: own.bottom, start };
    tables.push(settle(own, sheetIndex, () => decision, whole, joined).table);
    taken = joined.right;
  }
  return tables;
}

/** The last row before the next table of the sheet: a new one begins after a blank row, or with another form of the header. */
function endOf(grid: Grid, start: TableStart): number {
  let from = start.dataStart;
  let end = grid.blockEnd(from);
  for (;;) {
    const other = otherHeaderBelow(grid, from, end, start.headerRows, from > start.dataStart);
    if (other >= 0) return other - 1;
    if (end >= grid.bottom) return grid.bottom;
    const next = grid.nextFilled(end + 1);
    if (startsTable(grid, next, start.dataStart, end, start.headerRows)) return next - 1;
    from = next;
    end = grid.blockEnd(next);
  }
}

/** Writes a found table out, as a person decided it where somebody did. */
function settle(
  grid: Grid,
  sheetIndex: number,
  decide: Decide,
  found: Found,
  beside: Band | null,
): Settled {
  const { top, bottom, start } = found;
  const asFound = tableOf(grid, sheetIndex, {
    top,
    bottom,
    start,
    body: bodyOf(grid, start.dataStart, bottom, start.headerRows.length > 0),
    decided: new Map(),
    headerDecided: false,
    columnsDecided: false,
    beside: beside && [beside.left, beside.right],
  });
  const decision = decide(asFound);
  if (!decision) return { table: asFound, bottom, columns: null, isLast: false };
  const isLast = decision.last === true;
  const columns = decidedColumns(grid, decision);
  const headTop = start.headerRows[0] ?? start.dataStart;
  const own = columns
    ? new Grid(
        cutOut(
          grid.sheet,
          { top, bottom: grid.bottom, left: columns[0], right: columns[1] },
          Math.min(headTop, decision.header?.[0] ?? headTop),
        ),
        grid.source,
      )
    : grid;
  if (own.bottom < own.top) return { table: asFound, bottom, columns: null, isLast };
  const ownStart = decidedStart(own, top, start, decision);
  const ownBottom = decidedBottom(own, ownStart.dataStart, bottom, decision);
  const table = tableOf(own, sheetIndex, {
    top,
    bottom: ownBottom,
    start: ownStart,
    body: bodyOf(own, ownStart.dataStart, ownBottom, ownStart.headerRows.length > 0),
    decided: decidedLines(own, top, ownBottom, decision),
    headerDecided: decision.header !== undefined || decision.from !== undefined,
    columnsDecided: columns !== null,
    beside: columns ?? (beside && [beside.left, beside.right]),
  });
  return { table, bottom: ownBottom, columns, isLast };
}

/** Rows after the last table that are no table themselves become its notes. */
function withTail(grid: Grid, table: Table, from: number): Table {
  const notes: number[] = [];
  const blanks: number[] = [];
  for (let row = from; row <= grid.bottom; row += 1)
    (grid.count(row) > 0 ? notes : blanks).push(row);
  const { layout } = table;
  return {
    ...table,
    layout: {
      ...layout,
      noteRows: [...layout.noteRows, ...notes],
      blankRows: [...layout.blankRows, ...blanks],
      evidence:
        notes.length === 0
          ? layout.evidence
          : [...layout.evidence, { role: 'note', lines: notes, reason: 'note-below', params: {} }],
    },
  };
}
