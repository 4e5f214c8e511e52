import type { TableLayout } from '#lib/model/table.ts';

/** What a row of a sheet is to a table. */
export type RowRole =
  'title' | 'header' | 'numbering' | 'section' | 'total' | 'note' | 'blank' | 'data';

/** The role of each row of a layout that is not data, by its place on the sheet. */
export function rowRoles(layout: TableLayout): ReadonlyMap<number, RowRole> {
  const lists: readonly [RowRole, readonly number[]][] = [
    ['title', layout.titleRows],
    ['header', layout.headerRows],
    ['numbering', layout.numberingRows],
    ['section', layout.sectionRows],
    ['total', layout.totalRows],
    ['note', layout.noteRows],
    ['blank', layout.blankRows],
  ];
  return new Map(lists.flatMap(([role, rows]) => rows.map((row) => [row, role])));
}
