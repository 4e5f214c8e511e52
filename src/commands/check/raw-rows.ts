import type { CellValue, Sheet } from '#lib/model/sheet.ts';
import type { TableLayout } from '#lib/model/table.ts';
import { readText } from '#lib/sheets/values/text.ts';

/** The rows of a table that are neither above its data nor set apart in the layout, in order. */
export function dataRowsOf(layout: TableLayout): number[] {
  const apart = new Set(
    [
      layout.titleRows,
      layout.unitRows,
      layout.headerRows,
      layout.numberingRows,
      layout.sectionRows,
      layout.totalRows,
      layout.noteRows,
      layout.blankRows,
    ].flat(),
  );
  const rows: number[] = [];
  const { top, bottom } = layout.range;
  for (let row = top; row <= bottom; row += 1) if (!apart.has(row)) rows.push(row);
  return rows;
}

/** A cell as raw text: what a text file holds stays untouched, numbers and dates of a workbook as they are shown. */
export function rawText(cell: CellValue | undefined): string {
  return typeof cell === 'string' ? cell : (readText(cell ?? null) ?? '');
}

/** Which cells of a line belong to a table: from `left` up to, but not including, `end`; short lines stay short unless `isEven`. */
export interface Cutting {
  readonly left: number;
  readonly end: number;
  readonly isEven: boolean;
}

/**
 * How the lines of a table are cut. A workbook's rows are as wide as the table. A line of a text file is left as long as it
 * lies, with its trailing blank cells, as far as no other table stands to the right.
 */
export function cuttingOf(
  layout: TableLayout,
  others: readonly TableLayout[],
  isText: boolean,
): Cutting {
  const { left, right, top, bottom } = layout.range;
  if (!isText) return { left, end: right + 1, isEven: true };
  const beside = others
    .map(({ range }) => range)
    .filter((range) => range.left > right && range.top <= bottom && range.bottom >= top);
  return { left, end: Math.min(Infinity, ...beside.map((range) => range.left)), isEven: false };
}

/**
 * The rows of a table as raw text. A header comes first, its floors joined by one space: a floor without a text of its own
 * takes the name to the left where the column's heading says that this name spans it. A table without a header begins with
 * its first row of data. Sections, totals and blank rows are left out.
 */
export function* rawRows(
  sheet: Sheet,
  layout: TableLayout,
  headings: ReadonlyMap<number, string>,
  cutting: Cutting,
): Generator<string[]> {
  const { left, end, isEven } = cutting;
  const lengthOf = (row: number) =>
    isEven ? end : Math.min(end, Math.max(left, sheet.rows.at(row)?.length ?? 0));
  if (layout.headerRows.length > 0) {
    const width = Math.max(...layout.headerRows.map(lengthOf));
    const names: string[] = [];
    for (let column = left; column < width; column += 1)
      names.push(headerName(sheet, layout, column, headings.get(column) ?? ''));
    yield names;
  }
  for (const row of dataRowsOf(layout)) {
    const cells = sheet.rows.at(row) ?? [];
    const width = lengthOf(row);
    const texts: string[] = [];
    for (let column = left; column < width; column += 1) texts.push(rawText(cells[column]));
    yield texts;
  }
}

function headerName(sheet: Sheet, layout: TableLayout, column: number, heading: string): string {
  const spanning = new Set(heading.split(' / '));
  const floors: string[] = [];
  for (const row of layout.headerRows) {
    const cells = sheet.rows.at(row) ?? [];
    const own = rawText(cells[column]);
    if (own.trim() !== '' || layout.headerRows.length === 1) {
      floors.push(own);
      continue;
    }
    for (let at = column - 1; at >= layout.range.left; at -= 1) {
      const name = rawText(cells[at]);
      if (name.trim() === '') continue;
      if (spanning.has(readText(name) ?? '')) floors.push(name);
      break;
    }
  }
  return floors.join(' ');
}
