import { foldText } from '#lib/i18n/fold.ts';
import type { CellValue } from '#lib/model/sheet.ts';
import type { Table, TableRow } from '#lib/model/table.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { foldHeading } from './fields/heading.ts';
import type { MendedCells } from './mend.ts';
import type { Recipe, Replacement } from './recipe.ts';
import { remember } from './remember.ts';

const longestRemembered = 200;

/** What the cells of each column are taken to read, by position; columns without replacements are absent. */
function columnsReplaced(
  { columns }: Table,
  replacements: readonly Replacement[],
): readonly (readonly [position: number, replace: (cell: CellValue) => CellValue])[] {
  const byHeading = new Map<string, Map<string, string>>();
  for (const { heading, from, to } of replacements) {
    const key = foldHeading(heading);
    const own = byHeading.get(key) ?? new Map<string, string>();
    byHeading.set(key, own.set(foldText(from), to));
  }
  const fold = remember(foldText);
  return columns.flatMap(({ heading }, position) => {
    const own = byHeading.get(foldHeading(heading));
    if (!own) return [];
    const replace = (cell: CellValue): CellValue => {
      const text = readText(cell) ?? '';
      const to = own.get(text.length > longestRemembered ? foldText(text) : fold(text));
      return to === undefined ? cell : to === '' ? null : to;
    };
    return [[position, replace] as const];
  });
}

/** A table in which the values that a recipe replaces are replaced, but for the cells that were mended one by one. */
export function replaceValues(table: Table, recipe: Recipe | null, mended: MendedCells): Table {
  const replacements = recipe?.replacements ?? [];
  const replaced = replacements.length === 0 ? [] : columnsReplaced(table, replacements);
  if (replaced.length === 0) return table;
  const rows = table.rows.map((row): TableRow => {
    const line = mended.get(row.row);
    let own: CellValue[] | null = null;
    for (const [position, replace] of replaced) {
      if (line?.has(table.columns[position]?.index ?? -1)) continue;
      const before = row.cells[position] ?? null;
      const after = replace(before);
      if (after === before) continue;
      own ??= [...row.cells];
      own[position] = after;
    }
    return own === null ? row : { ...row, cells: own };
  });
  return { ...table, rows };
}
