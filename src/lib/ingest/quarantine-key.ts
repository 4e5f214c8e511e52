import type { CellValue } from '#lib/model/sheet.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { printText } from './digest.ts';

/** Which row of which source a row of a quarantine workbook is; sheet and row 0-based. */
export interface RowKey {
  /** The first letters of the source's SHA-256. */
  readonly source: string;
  readonly sheetIndex: number;
  readonly row: number;
}

const keyForm = /^([0-9a-f]{12}):(\d{1,4}):(\d{1,7})$/;
const checkForm = /^⚙(?: \d{1,5}:[0-9a-z-]{1,7})+$/;
const longestCell = 32_000;

/** The key of a row as text, its numbers counted from one as people count. */
export function writeKey({ source, sheetIndex, row }: RowKey): string {
  return `${source.slice(0, 12)}:${sheetIndex + 1}:${row + 1}`;
}

/** The row that a text is the key of; null when it is none. */
export function readKey(text: string): RowKey | null {
  const [, source, sheet, row] = keyForm.exec(text) ?? [];
  if (source === undefined) return null;
  return { source, sheetIndex: Number(sheet) - 1, row: Number(row) - 1 };
}

/** A print of what a cell reads, by which a changed cell is told; «-» for a text too long for a cell of a workbook. */
export function printCell(cell: CellValue): string {
  const text = (readText(cell) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}]/gu, '');
  return text.length > longestCell ? '-' : printText(text);
}

/** The columns of a quarantine sheet by which their prints in each row stand: of the source's sheet, 0-based, with their heading here. */
export type CheckedColumns = readonly {
  readonly column: number;
  readonly heading: string;
}[];

/** The heading of the column of prints: which columns, known by the prints of their headings. */
export function writeCheckHeading(columns: CheckedColumns): string {
  return `⚙ ${columns.map(({ column, heading }) => `${column}:${printCell(heading)}`).join(' ')}`;
}

/** The columns of the source's sheet with the prints of their headings; null when a text is no heading of prints. */
export function readCheckHeading(
  text: string,
): readonly { readonly column: number; readonly print: string }[] | null {
  if (!checkForm.test(text)) return null;
  return text
    .slice(2)
    .split(' ')
    .map((part) => {
      const [column = '', print = ''] = part.split(':');
      return { column: Number(column), print };
    });
}
