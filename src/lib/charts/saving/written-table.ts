import type { Locale } from '#lib/i18n/locale.ts';
import { writeWorkbook, type WrittenCell } from '#lib/sheets/write-workbook.ts';
import type { TableBehind, TableCell, TableColumn } from '../table-behind.ts';
import type { AboutLine } from './picture-words.ts';

/** A cell as another program reads it. */
export type PlainCell = string | number | null;

/** A table with one number or text in each cell. */
export interface PlainTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly PlainCell[])[];
}

function headsOf({ head, parts }: TableColumn): readonly string[] {
  return parts ?? [head];
}

function partsOf(cell: TableCell, column: TableColumn | undefined): PlainCell[] {
  const count = column?.parts?.length ?? 1;
  const parts: readonly PlainCell[] = typeof cell === 'string' ? [cell || null] : cell.numbers;
  return Array.from({ length: count }, (_, index) => parts[index] ?? null);
}

/** A column with one number or text a row. */
export interface PlainColumn {
  readonly head: string;
  /** It holds figures. */
  readonly figure: boolean;
  readonly cells: readonly PlainCell[];
}

/** The columns of the table behind a chart with its numbers apart: an interval in two, so many of so many in two. */
export function plainColumns({ columns, rows }: TableBehind): readonly PlainColumn[] {
  const wide = columns.map((column, index) => ({
    figure: column.figure,
    heads: headsOf(column),
    cells: rows.map(({ cells }) => partsOf(cells[index] ?? '', column)),
  }));
  // A part that no cell has, such as the count behind a mean, is no column.
  return wide.flatMap(({ heads, figure, cells }) =>
    heads.flatMap((head, part) =>
      heads.length === 1 || cells.some((one) => (one[part] ?? null) !== null)
        ? [{ head, figure, cells: cells.map((one) => one[part] ?? null) }]
        : [],
    ),
  );
}

/** The table behind a chart with one number or text in each cell. */
export function plainTable(table: TableBehind): PlainTable {
  const columns = plainColumns(table);
  return {
    heads: columns.map(({ head }) => head),
    rows: table.rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? null)),
  };
}

/** A cell as text that no program takes for a formula; numbers have the decimal sign of the language and no other sign. */
function plainText(cell: PlainCell, { language }: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    return language === 'ru' ? String(cell).replace('.', ',') : String(cell);
  }
  return /^[=+\-@\t\r\n|]/.test(cell) ? `'${cell}` : cell;
}

/** The rows of a table from its heads on, under a row that says something of it. */
function withAbove({ heads, rows }: PlainTable, above: string | null): PlainTable['rows'] {
  return [...(above === null ? [] : [[above], []]), heads, ...rows];
}

function joined(rows: PlainTable['rows'], locale: Locale, separator: string, end: string) {
  // A spreadsheet of another language may cut a line of CSV at the other sign.
  const cut = separator === '\t' ? /["\r\n\t]/ : /["\r\n\t;,]/;
  const quoted = (text: string): string =>
    cut.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows
    .map((cells) => cells.map((cell) => quoted(plainText(cell, locale))).join(separator) + end)
    .join('');
}

/**
 * A table as CSV (RFC 4180) that spreadsheet programs of the language open by a double click: UTF-8 with its mark. What is
 * said `above` it stands in a row of its own.
 */
export function writeCsv(table: PlainTable, locale: Locale, above: string | null = null): string {
  const separator = locale.language === 'ru' ? ';' : ',';
  return `\ufeff${joined(withAbove(table, above), locale, separator, '\r\n')}`;
}

/** A table as the clipboard hands it to a spreadsheet: cells apart by tabs, under what is said `above` it. */
export function writeTabbed(
  table: PlainTable,
  locale: Locale,
  above: string | null = null,
): string {
  return joined(withAbove(table, above), locale, '\t', '\n');
}

const widest = 48;

function widthOf(texts: readonly string[]): number {
  return Math.min(widest, 2 + Math.max(8, ...texts.map(({ length }) => length)));
}

/** A workbook of the table under what is said `above` it, and of what it shows on a second sheet. */
export function writeXlsx(
  { heads, rows }: PlainTable,
  about: readonly AboutLine[],
  { t }: Locale,
  above: string | null = null,
): Uint8Array {
  const heading = (value: string): WrittenCell => ({ value, mark: 'heading' });
  const top: WrittenCell[][] = above === null ? [] : [[{ value: above }], []];
  return writeWorkbook([
    {
      name: t.saving.sheets.table,
      columns: heads.map((_, index) => ({
        width: widthOf(rows.map((row) => String(row[index] ?? ''))),
      })),
      rows: [...top, heads.map(heading), ...rows.map((row) => row.map((value) => ({ value })))],
      frozenRows: top.length + 1,
    },
    {
      name: t.saving.sheets.about,
      columns: [{ width: widthOf(about.map(([head]) => head)) }, { width: 90 }],
      rows: about.map(([head, value]) => [heading(head), { value }]),
      frozenRows: 0,
    },
  ]);
}
