import type { FieldMatch } from '#lib/ingest/fields/match.ts';
import type { LineRole, TableLayout } from '#lib/model/table.ts';

/** What a row of a sheet is to a table; `outside` is what lies beyond it. */
export type RowRole = LineRole | 'outside';

/** The role of each row of a layout that is not data, by its place on the sheet. */
export function rowRoles(layout: TableLayout): ReadonlyMap<number, LineRole> {
  const lists: readonly [LineRole, readonly number[]][] = [
    ['title', layout.titleRows],
    ['units', layout.unitRows],
    ['header', layout.headerRows],
    ['numbering', layout.numberingRows],
    ['section', layout.sectionRows],
    ['total', layout.totalRows],
    ['note', layout.noteRows],
    ['blank', layout.blankRows],
  ];
  return new Map(lists.flatMap(([role, rows]) => rows.map((row) => [row, role])));
}

/** The role of a row by the roles of `rowRoles`: data between the table's edges, else outside. */
export function roleOf(
  row: number,
  roles: ReadonlyMap<number, LineRole>,
  { range }: TableLayout,
): RowRole {
  return roles.get(row) ?? (row >= range.top && row <= range.bottom ? 'data' : 'outside');
}

/** What each column of a table was taken for, by its place on the sheet. */
export function matchesByColumn({
  matches,
}: {
  readonly matches: readonly FieldMatch[];
}): ReadonlyMap<number, FieldMatch> {
  return new Map(matches.map((match) => [match.column, match]));
}
