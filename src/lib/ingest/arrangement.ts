import type { Sheet } from '#lib/model/sheet.ts';
import type { Table } from '#lib/model/table.ts';
import { findTables } from '#lib/sheets/layout.ts';
import { findRecipe, fingerprintOf, type Recipe } from './recipe.ts';

/** A table as its recipe arranged it, and what it is known by: its place and its headings as they were found before that. */
export interface ArrangedTable {
  readonly table: Table;
  /** Unique within the file; a decision about the table's own boundaries does not change it. */
  readonly id: string;
  readonly fingerprint: string;
  readonly headings: readonly string[];
}

const idOf = ({ sheetIndex, layout: { range } }: Table) =>
  `${sheetIndex}:${range.top}:${range.left}`;

/** The found table that an arranged one was made of. */
function originOf(table: Table, offered: readonly Table[], place: number, of: number): Table {
  if (offered.length === of) return offered[place] ?? table;
  const distance = ({ layout: { range } }: Table) =>
    Math.abs(range.top - table.layout.range.top) + Math.abs(range.left - table.layout.range.left);
  return offered.reduce(
    (best, found) => (distance(found) < distance(best) ? found : best),
    offered[0] ?? table,
  );
}

/** The tables of a sheet, each arranged as the recipe for its layout decides. */
export function arrangeTables(
  sheet: Sheet,
  sheetIndex: number,
  recipes: readonly Recipe[],
): ArrangedTable[] {
  // The finder may look at one found table twice.
  const offered = new Map<string, Table>();
  const tables = findTables(sheet, sheetIndex, (found) => {
    offered.set(idOf(found), offered.get(idOf(found)) ?? found);
    return findRecipe(recipes, fingerprintOf(found))?.layout ?? null;
  });
  const found = [...offered.values()];
  return tables.map((table, place) => {
    const origin = originOf(table, found, place, tables.length);
    return {
      table,
      id: idOf(origin),
      fingerprint: fingerprintOf(origin),
      headings: origin.columns.map(({ heading }) => heading),
    };
  });
}
