import type { CellValue, Sheet } from '#lib/model/sheet.ts';
import type { Column, Table, TableRow } from '#lib/model/table.ts';
import { rolesOf, startsTable, type BodyRole } from './layout/body.ts';
import { Grid } from './layout/grid.ts';
import { findTableStart, type TableStart } from './layout/header.ts';
import { headingsOf } from './layout/headings.ts';
import { textsOf } from './layout/words.ts';
import { readText } from './values/text.ts';

/**
 * The tables of a sheet from top to bottom. Every row of the sheet's filled range has exactly one role in exactly one of them
 * (title, header, numbering, section, total, note, blank, or data when it is in `rows`); `range` spans the columns from the
 * first header or data row to the last row of data, section or total. An empty list when nothing on the sheet is a table.
 */
export function findTables(sheet: Sheet, sheetIndex: number): Table[] {
  const grid = new Grid(sheet);
  const tables: Table[] = [];
  let top = grid.top;
  while (top <= grid.bottom) {
    const start = findTableStart(grid, top, grid.bottom);
    if (!start) break;
    const bottom = endOf(grid, start);
    tables.push(tableOf(grid, sheetIndex, top, bottom, start));
    top = bottom + 1;
  }
  const last = tables[tables.length - 1];
  if (last && top <= grid.bottom) tables[tables.length - 1] = withTail(grid, last, top);
  return tables;
}

/** The last row before the next table of the sheet: a new one begins only after a blank row. */
function endOf(grid: Grid, start: TableStart): number {
  let end = grid.blockEnd(start.dataStart);
  while (end < grid.bottom) {
    const next = grid.nextFilled(end + 1);
    if (startsTable(grid, next, start.dataStart, end, start.headerRows)) return next - 1;
    end = grid.blockEnd(next);
  }
  return grid.bottom;
}

/** Rows after the last table that are no table themselves become its notes. */
function withTail(grid: Grid, table: Table, from: number): Table {
  const noteRows = [...table.layout.noteRows];
  const blankRows = [...table.layout.blankRows];
  for (let row = from; row <= grid.bottom; row += 1)
    (grid.count(row) > 0 ? noteRows : blankRows).push(row);
  return { ...table, layout: { ...table.layout, noteRows, blankRows } };
}

function rowsOfRole(roles: readonly BodyRole[], from: number, role: BodyRole): number[] {
  const rows: number[] = [];
  for (let index = 0; index < roles.length; index += 1)
    if (roles[index] === role) rows.push(from + index);
  return rows;
}

function tableOf(
  grid: Grid,
  sheetIndex: number,
  top: number,
  bottom: number,
  start: TableStart,
): Table {
  const { headerRows, numberingRows, dataStart } = start;
  const firstRow = headerRows[0] ?? dataStart;
  const titleRows: number[] = [];
  const blankRows: number[] = [];
  const taken = new Set([...headerRows, ...numberingRows]);
  for (let row = top; row < dataStart; row += 1) {
    if (taken.has(row)) continue;
    if (grid.count(row) === 0) blankRows.push(row);
    else titleRows.push(row);
  }
  const roles = rolesOf(grid, dataStart, bottom, headerRows.length > 0);
  const columns = columnsOf(grid, headerRows, roles, dataStart);
  let lastRow = dataStart;
  roles.forEach((role, index) => {
    if (role !== 'note' && role !== 'blank') lastRow = dataStart + index;
  });
  return {
    sheet: grid.sheet.name,
    sheetIndex,
    layout: {
      range: {
        top: firstRow,
        left: columns[0]?.index ?? 0,
        bottom: lastRow,
        right: columns[columns.length - 1]?.index ?? 0,
      },
      titleRows,
      unitRows: [],
      headerRows,
      numberingRows,
      sectionRows: rowsOfRole(roles, dataStart, 'section'),
      totalRows: rowsOfRole(roles, dataStart, 'total'),
      noteRows: rowsOfRole(roles, dataStart, 'note'),
      blankRows: [...blankRows, ...rowsOfRole(roles, dataStart, 'blank')],
      wide: null,
      evidence: [],
    },
    title: titleRows.map((row) => textsOf(grid.sheet.rows[row] ?? []).join(' ')),
    columns,
    rows: dataRows(grid, columns, roles, dataStart),
  };
}

/** The columns that have a heading or hold data, in the order of the sheet. */
function columnsOf(
  grid: Grid,
  headerRows: readonly number[],
  roles: readonly BodyRole[],
  dataStart: number,
): Column[] {
  const used = new Set<number>();
  for (const row of headerRows) {
    for (const [column, cell] of (grid.sheet.rows[row] ?? []).entries()) {
      if (readText(cell) === null) continue;
      const right = grid.mergeAt(row, column)?.right ?? column;
      // A merged title may reach far beyond the table: only columns that data fill count then.
      if (right - column < 64) for (let at = column; at <= right; at += 1) used.add(at);
      else used.add(column);
    }
  }
  for (let index = 0; index < roles.length; index += 1) {
    if (roles[index] !== 'data' && roles[index] !== 'total') continue;
    const cells = grid.sheet.rows[dataStart + index] ?? [];
    if (used.size >= cells.length && index > 50) {
      // Every column of this row may be known already; a look at its ends is enough.
      if (
        used.has(grid.last[dataStart + index] ?? 0) &&
        used.size > (grid.last[dataStart + index] ?? 0)
      )
        continue;
    }
    for (let column = 0; column < cells.length; column += 1) {
      if (cells[column] !== null && !used.has(column) && readText(cells[column] ?? null) !== null)
        used.add(column);
    }
  }
  const indexes = [...used].sort((a, b) => a - b);
  const headings = headingsOf(grid, headerRows, indexes);
  return indexes.map((index, position) => ({ index, heading: headings[position] ?? '' }));
}

function dataRows(
  grid: Grid,
  columns: readonly Column[],
  roles: readonly BodyRole[],
  dataStart: number,
): TableRow[] {
  const rows: TableRow[] = [];
  const isWhole = columns.every((column, position) => column.index === position);
  let section: string | null = null;
  for (let index = 0; index < roles.length; index += 1) {
    const row = dataStart + index;
    const source = grid.sheet.rows[row] ?? [];
    if (roles[index] === 'section') section = textsOf(source)[0] ?? null;
    if (roles[index] !== 'data') continue;
    const merged = grid.mergesAt(row);
    const cells: readonly CellValue[] =
      isWhole && source.length === columns.length && merged.length === 0
        ? source
        : columns.map((column) => cellAt(grid, row, column.index, dataStart));
    rows.push({ row, section, cells });
  }
  return rows;
}

/** A cell of the body: a merged area is filled downwards in its first column, never sideways and never out of the header. */
function cellAt(grid: Grid, row: number, column: number, dataStart: number): CellValue {
  const own = grid.cell(row, column);
  if (own !== null) return own;
  const merge = grid.mergeAt(row, column);
  return merge && merge.left === column && merge.top >= dataStart
    ? grid.cell(merge.top, merge.left)
    : null;
}
