import { foldText } from '#lib/i18n/fold.ts';
import type { Sheet } from '#lib/model/sheet.ts';
import type { Column, Table } from '#lib/model/table.ts';
import { withCells } from '#lib/sheets/coded/coded-column.ts';
import { codedTable, CodedTable, codeSections } from '#lib/sheets/coded/coded-table.ts';
import { readText } from '#lib/sheets/values/text.ts';
import type { CellRepair } from './repair.ts';

/** Mended cells of one sheet by row, then by column; '' for an empty cell. */
export type MendedCells = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The repairs of one sheet by their cells; a repair of a merged cell counts for all rows and columns that it covers. */
export function mendedCells(
  cells: readonly CellRepair[],
  sheet: Sheet,
  sheetIndex: number,
): MendedCells {
  const own = cells.filter((cell) => cell.sheetIndex === sheetIndex);
  const mended = new Map<number, Map<number, string>>();
  const set = (row: number, column: number, to: string) => {
    const line = mended.get(row) ?? new Map<number, string>();
    mended.set(row, line.set(column, to));
  };
  const merges = new Map(sheet.merges.map((merge) => [`${merge.top}:${merge.left}`, merge]));
  for (const { row, column, to } of own) {
    const merge = merges.get(`${row}:${column}`);
    for (let below = row + 1; merge && below <= merge.bottom; below += 1) set(below, column, to);
  }
  for (const { row, column, to } of own) set(row, column, to);
  return mended;
}

/** The texts of a row of a sheet as it reads after its repairs, blank cells left out. */
function mendedTexts(sheet: Sheet, row: number, cells: MendedCells): string[] {
  const line = cells.get(row);
  const source = sheet.rows.at(row) ?? [];
  const width = Math.max(source.length, ...[...(line?.keys() ?? [])].map((column) => column + 1));
  const texts: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const text = readText(line?.get(column) ?? source[column] ?? null);
    if (text !== null) texts.push(text);
  }
  return texts;
}

/** A heading with one of its floors replaced: the one that read `from`, else the only one, else the floor of that row. */
function mendFloor(
  heading: string,
  from: string,
  to: string,
  floor: number,
  floors: number,
): string {
  const parts = heading === '' ? [] : heading.split(' / ');
  const folded = foldText(from);
  let at = from === '' ? -1 : parts.findIndex((part) => foldText(part) === folded);
  if (at < 0 && floors === 1) return to;
  if (at < 0 && from !== '' && parts.length === floors) at = floor;
  if (at >= 0) parts.splice(at, 1, to);
  else parts.splice(Math.min(floor, parts.length), 0, to);
  return parts.filter((part, place) => part !== '' && part !== parts[place - 1]).join(' / ');
}

function mendColumns(table: Table, sheet: Sheet, cells: MendedCells): readonly Column[] {
  let columns = table.columns;
  for (const [floor, row] of table.layout.headerRows.entries()) {
    for (const [column, to] of cells.get(row) ?? []) {
      const merge = sheet.merges.find(({ top, left }) => top === row && left === column);
      const from = readText(sheet.rows.at(row)?.[column] ?? null) ?? '';
      columns = columns.map((one) =>
        one.index < column || one.index > (merge?.right ?? column)
          ? one
          : {
              ...one,
              heading: mendFloor(
                one.heading,
                from,
                to.trim(),
                floor,
                table.layout.headerRows.length,
              ),
            },
      );
    }
  }
  return columns;
}

function mendTitle(table: Table, sheet: Sheet, cells: MendedCells): readonly string[] {
  const { titleRows } = table.layout;
  if (titleRows.length !== table.title.length) return table.title;
  return table.title.map((line, place) => {
    const row = titleRows[place] ?? -1;
    return cells.has(row) ? mendedTexts(sheet, row, cells).join(' ') : line;
  });
}

/** A table with its cells, headings, titles and sections as a person mended them; the rows and their places stay the same. */
export function mendTable(table: Table, sheet: Sheet, cells: MendedCells): Table {
  if (cells.size === 0) return table;
  return {
    ...table,
    title: mendTitle(table, sheet, cells),
    columns: mendColumns(table, sheet, cells),
    rows: mendRows(table, sheet, cells),
  };
}

function mendRows(table: Table, sheet: Sheet, cells: MendedCells): CodedTable {
  const rows = codedTable(table.rows, table.columns.length);
  const places = [...cells].map(([line, own]) => ({ place: rows.placeOf(line), own }));
  const columns = rows.columns.map((column, position) => {
    const index = table.columns[position]?.index ?? -1;
    const mended = new Map<number, string | null>();
    for (const { place, own } of places) {
      const to = own.get(index);
      if (place >= 0 && to !== undefined) mended.set(place, to === '' ? null : to);
    }
    return withCells(column, mended);
  });
  return new CodedTable(columns, rows.lines, mendSections(rows, table, sheet, cells));
}

/** The sections of rows as their lines read after their repairs. */
function mendSections(
  rows: CodedTable,
  table: Table,
  sheet: Sheet,
  cells: MendedCells,
): CodedTable['sections'] {
  const lines = table.layout.sectionRows;
  const mended = new Map(
    lines
      .filter((line) => cells.has(line))
      .map((line) => [line, mendedTexts(sheet, line, cells)[0] ?? null]),
  );
  if (mended.size === 0) return rows.sections;
  let passed = 0;
  return codeSections(rows.length, (place) => {
    while (passed < lines.length && (lines[passed] ?? 0) < rows.line(place)) passed += 1;
    const own = mended.get(lines[passed - 1] ?? -1);
    return own === undefined ? rows.section(place) : own;
  });
}
