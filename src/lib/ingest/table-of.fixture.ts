import type { CellValue } from '#lib/model/sheet.ts';
import type { Table } from '#lib/model/table.ts';

/** A table made by hand for tests: a header in row 0, data below, titles said to lie above. */
export function tableOf(
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  around: { title?: readonly string[]; sheet?: string; sections?: readonly (string | null)[] } = {},
): Table {
  return {
    sheet: around.sheet ?? 'Лист1',
    sheetIndex: 0,
    layout: {
      range: { top: 0, left: 0, bottom: rows.length, right: headings.length - 1 },
      titleRows: [],
      unitRows: [],
      headerRows: [0],
      numberingRows: [],
      sectionRows: [],
      totalRows: [],
      noteRows: [],
      blankRows: [],
      wide: null,
      evidence: [],
    },
    title: around.title ?? [],
    columns: headings.map((heading, index) => ({ index, heading })),
    rows: rows.map((cells, at) => ({ row: at + 1, section: around.sections?.[at] ?? null, cells })),
  };
}
