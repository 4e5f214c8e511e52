import type { Table, TableRow } from '#lib/model/table.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { foldHeading } from './fields/heading.ts';
import type { OwnColumn, Recipe } from './recipe.ts';
import { records, type RecordKind } from './record.ts';

/** A column that a person keeps, with its position among the table's columns. */
export interface KeptColumn extends OwnColumn {
  readonly position: number;
}

/** The columns of a table that a recipe keeps beside the fields; headings are compared folded. */
export function keptColumns(table: Table, recipe: Recipe | null): readonly KeptColumn[] {
  const own = new Map(
    Object.entries(recipe?.own ?? {}).map(([heading, column]) => [foldHeading(heading), column]),
  );
  if (own.size === 0) return [];
  return table.columns.flatMap(({ heading }, position) => {
    const column = own.get(foldHeading(heading));
    return column === undefined ? [] : [{ ...column, position }];
  });
}

/** Whether records of a kind can hold columns of a person's own. */
export function holdsOwn(kind: RecordKind): boolean {
  return 'own' in records[kind];
}

/** What the kept columns of a row read, as a JSON object of texts by name; null when they are all empty. */
export function readOwn(row: TableRow, kept: readonly KeptColumn[]): string | null {
  const texts = new Map<string, string>();
  for (const { position, name } of kept) {
    const cell = row.cells[position] ?? null;
    const text = readAbsence(cell) === null ? readText(cell) : null;
    if (text !== null && !texts.has(name)) texts.set(name, text);
  }
  return texts.size === 0 ? null : JSON.stringify(Object.fromEntries(texts));
}
