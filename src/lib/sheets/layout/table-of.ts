import type { CellValue } from '#lib/model/sheet.ts';
import type { Column, Table } from '#lib/model/table.ts';
import { cellsOfRows, type CodedColumn } from '../coded/coded-column.ts';
import { CodedRows } from '../coded/coded-rows.ts';
import { codeCells, CodedTable, codeSections } from '../coded/coded-table.ts';
import { readText } from '../values/text.ts';
import { linesOf, type Draft, type Lines } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import type { Grid } from './grid.ts';
import { headingsOf } from './headings.ts';
import { wideRangeOf } from './wide.ts';
import { textsOf } from './words.ts';

/** Writes a draft out as a table. */
export function tableOf(grid: Grid, sheetIndex: number, draft: Draft): Table {
  const { dataStart } = draft.start;
  const lines = linesOf(grid, draft);
  const columns = columnsOf(grid, lines, evenWidth(grid, draft));
  const rows = dataRows(grid, columns, lines, dataStart);
  const firstRow = lines.header[0] ?? dataStart;
  let lastRow = firstRow;
  for (const role of ['data', 'section', 'total', 'header'] as const)
    lastRow = Math.max(lastRow, lines[role][lines[role].length - 1] ?? 0);
  const wide = wideRangeOf(columns);
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
      titleRows: lines.title,
      unitRows: lines.units,
      headerRows: lines.header,
      numberingRows: lines.numbering,
      sectionRows: lines.section,
      totalRows: lines.total,
      noteRows: lines.note,
      blankRows: lines.blank,
      wide,
      evidence: evidenceOf(grid, draft, lines, wide),
    },
    title: lines.title.map((row) => textsOf(grid.cells(row)).join(' ')),
    columns,
    rows,
  };
}

/** At most this many columns without a heading and without data are kept at the right edge of even lines. */
const mostEmpty = 2;

/**
 * How many cells every line of a sheet has where it is nothing but one table with lines of one length, so that a column of it
 * stays a column even when it is empty; 0 for any other sheet.
 */
function evenWidth(grid: Grid, draft: Draft): number {
  const { rows, merges } = grid.sheet;
  const first = draft.start.headerRows[0] ?? draft.start.dataStart;
  const width = grid.width(first);
  if (first > 0 || draft.beside || merges.length > 0 || draft.bottom < grid.bottom) return 0;
  if (draft.body.roles.some((role) => role !== 'data' && role !== 'total')) return 0;
  const right = grid.columnFill.length;
  if (width < right || width - right > mostEmpty) return 0;
  for (let row = 0; row < rows.length; row += 1) if (grid.width(row) !== width) return 0;
  return width;
}

/** The columns that have a heading, hold data or are columns of even lines, in the order of the sheet. */
function columnsOf(grid: Grid, lines: Lines, width: number): Column[] {
  const used = new Set<number>(Array.from({ length: width }, (_, column) => column));
  for (const row of lines.header) {
    for (const [column, cell] of grid.cells(row).entries()) {
      if (readText(cell) === null) continue;
      const right = grid.mergeAt(row, column)?.right ?? column;
      // A merged title may reach far beyond the table: only columns that data fill count then.
      if (right - column < 64) for (let at = column; at <= right; at += 1) used.add(at);
      else used.add(column);
    }
  }
  for (const rows of [lines.data, lines.total]) {
    for (const row of rows) {
      // Every column of this row may be known already; a look at its end is enough.
      if (used.size > (grid.last[row] ?? 0) && used.has(grid.last[row] ?? 0)) continue;
      const cells = grid.cells(row);
      for (let column = 0; column < cells.length; column += 1) {
        if (cells[column] !== null && !used.has(column) && readText(cells[column] ?? null) !== null)
          used.add(column);
      }
    }
  }
  const indexes = [...used].sort((a, b) => a - b);
  const headings = headingsOf(grid, lines.header, indexes);
  const hidden = new Set(grid.sheet.hiddenColumns);
  return indexes.map((index, position) => ({
    index,
    heading: headings[position] ?? '',
    ...(hidden.has(index) ? { hidden: true as const } : {}),
  }));
}

function dataRows(
  grid: Grid,
  columns: readonly Column[],
  { data, section }: Lines,
  dataStart: number,
): CodedTable {
  let name: string | null = null;
  let next = 0;
  const sectionAt = (place: number): string | null => {
    const row = data[place] ?? 0;
    for (let at = section[next]; at !== undefined && at < row; at = section[next]) {
      name = textsOf(grid.cells(at))[0] ?? null;
      next += 1;
    }
    return name;
  };
  const sections = section.length === 0 ? null : codeSections(data.length, sectionAt);
  return new CodedTable(cellsOfData(grid, columns, data, dataStart), data, sections);
}

/** The cells of the data rows, column by column. */
function cellsOfData(
  grid: Grid,
  columns: readonly Column[],
  data: readonly number[],
  dataStart: number,
): readonly CodedColumn[] {
  const { rows, merges } = grid.sheet;
  if (rows instanceof CodedRows && merges.length === 0)
    return columns.map(({ index }) => cellsOfRows(rows.columns[index] ?? null, data));
  return codeCells(data.length, columns.length, (place, position) =>
    cellAt(grid, data[place] ?? 0, columns[position]?.index ?? 0, dataStart),
  );
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
