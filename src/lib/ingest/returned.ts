import type { CellValue, Sheet } from '#lib/model/sheet.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { printCell, readCheckHeading, readKey } from './quarantine-key.ts';
import type { CellRepair } from './repair.ts';

/** What was mended in a workbook of quarantined rows, by the first letters of the sources' SHA-256. */
export interface ReturnedQuarantine {
  readonly sources: readonly {
    readonly source: string;
    /** The cells that read otherwise than when the workbook was written. */
    readonly cells: readonly CellRepair[];
    /** Rows of the source that the workbook still holds. */
    readonly rows: number;
  }[];
  /** Filled rows that are none of a source's, or no longer tell what was changed in them. */
  readonly unknown: number;
}

interface Checked {
  /** Where the column stands on the source's sheet. */
  readonly column: number;
  /** Where it stands here; null when it is gone. */
  readonly here: number | null;
}

interface Header {
  readonly row: number;
  readonly checkColumn: number;
  readonly columns: readonly Checked[];
}

const deepestHeader = 100;

/** The line of headings, told by the heading of the column of prints. */
function findHeader(sheet: Sheet): Header | null {
  for (const [row, cells] of sheet.rows.slice(0, deepestHeader).entries()) {
    for (const [checkColumn, cell] of cells.entries()) {
      if (typeof cell !== 'string' || !cell.startsWith('⚙')) continue;
      const marked = readCheckHeading(readText(cell) ?? '');
      if (!marked) continue;
      const prints = cells.map((heading) => (heading === null ? null : printCell(heading)));
      const columns = marked.map(({ column, print }) => {
        const here = prints.indexOf(print);
        return { column, here: here < 0 ? null : here };
      });
      return { row, checkColumn, columns };
    }
  }
  return null;
}

const textOf = (cell: CellValue | undefined) => readText(cell ?? null) ?? '';

function changesOf(
  cells: readonly CellValue[],
  { columns, checkColumn }: Header,
): { column: number; to: string }[] | null {
  const prints = textOf(cells[checkColumn]).split(' ');
  if (prints.length !== columns.length) return null;
  return columns.flatMap(({ column, here }, place) => {
    if (here === null || prints[place] === '-') return [];
    const cell = cells[here] ?? null;
    return printCell(cell) === prints[place] ? [] : [{ column, to: textOf(cell) }];
  });
}

/**
 * What was mended in a workbook that `quarantineWorkbook` wrote, also after another program saved it, with rows deleted or
 * sorted and columns moved or removed; null when the sheets are no such workbook.
 */
export function readReturned(sheets: readonly Sheet[]): ReturnedQuarantine | null {
  const found = new Map<string, { cells: CellRepair[]; rows: number }>();
  let unknown = 0;
  let isReturned = false;
  for (const sheet of sheets) {
    const header = findHeader(sheet);
    if (!header) continue;
    isReturned = true;
    // Tables side by side share the rows of their sheet: a key stands once on each of their sheets here.
    const seen = new Set<string>();
    for (const cells of sheet.rows.slice(header.row + 1)) {
      const keyText = cells.map(textOf).find((text) => readKey(text) !== null);
      const key = keyText === undefined ? null : readKey(keyText);
      const changes = key === null ? null : changesOf(cells, header);
      if (keyText === undefined || key === null || changes === null || seen.has(keyText)) {
        // A line with one text alone is a section, or something that a person jotted down.
        if (cells.filter((cell) => textOf(cell) !== '').length > 1) unknown += 1;
        continue;
      }
      seen.add(keyText);
      const { source, sheetIndex, row } = key;
      const own = found.get(source) ?? { cells: [], rows: 0 };
      found.set(source, own);
      own.rows += 1;
      for (const { column, to } of changes) own.cells.push({ sheetIndex, row, column, to });
    }
  }
  if (!isReturned) return null;
  return { sources: [...found].map(([source, own]) => ({ source, ...own })), unknown };
}
