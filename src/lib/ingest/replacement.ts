import { foldText } from '#lib/i18n/fold.ts';
import type { CellValue } from '#lib/model/sheet.ts';
import type { Table } from '#lib/model/table.ts';
import { withCells, withValues } from '#lib/sheets/coded/coded-column.ts';
import { CodedTable, codedTable } from '#lib/sheets/coded/coded-table.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { foldHeading } from './fields/heading.ts';
import type { MendedCells } from './mend.ts';
import type { Recipe, Replacement } from './recipe.ts';

/** What the cells of each column are taken to read, by position; columns without replacements are absent. */
function columnsReplaced(
  { columns }: Table,
  replacements: readonly Replacement[],
): ReadonlyMap<number, (cell: CellValue) => CellValue> {
  const byHeading = new Map<string, Map<string, string>>();
  for (const { heading, from, to } of replacements) {
    const key = foldHeading(heading);
    const own = byHeading.get(key) ?? new Map<string, string>();
    byHeading.set(key, own.set(foldText(from), to));
  }
  const replaced = new Map<number, (cell: CellValue) => CellValue>();
  for (const [position, { heading }] of columns.entries()) {
    const own = byHeading.get(foldHeading(heading));
    if (!own) continue;
    replaced.set(position, (cell) => {
      const to = own.get(foldText(readText(cell) ?? ''));
      return to === undefined ? cell : to === '' ? null : to;
    });
  }
  return replaced;
}

/** A table in which the values that a recipe replaces are replaced, but for the cells that were mended one by one. */
export function replaceValues(table: Table, recipe: Recipe | null, mended: MendedCells): Table {
  const replaced = columnsReplaced(table, recipe?.replacements ?? []);
  if (replaced.size === 0) return table;
  const rows = codedTable(table.rows, table.columns.length);
  const columns = rows.columns.map((column, position) => {
    const replace = replaced.get(position);
    const index = table.columns[position]?.index ?? -1;
    if (!replace) return column;
    const kept = new Map<number, CellValue>();
    for (const [line, own] of mended) {
      const place = own.has(index) ? rows.placeOf(line) : -1;
      if (place >= 0) kept.set(place, rows.cell(place, position));
    }
    return withCells(withValues(column, replace), kept);
  });
  return { ...table, rows: new CodedTable(columns, rows.lines, rows.sections) };
}
