import type { Locale } from '#lib/i18n/locale.ts';
import type { Issue } from '#lib/model/issue.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { CellValue } from '#lib/model/sheet.ts';
import type { Table, TableRow } from '#lib/model/table.ts';
import { termsOf } from '#lib/programme/calendar.ts';
import { columnName } from '#lib/sheets/preview.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { writeWorkbook, type WrittenCell, type WrittenSheet } from '#lib/sheets/write-workbook.ts';
import type { Context } from './context.ts';
import { mostColumns } from './fields/match.ts';
import { printCell, writeCheckHeading, writeKey } from './quarantine-key.ts';

/** The rows of one table that are in quarantine, with what is wrong with each. */
export interface QuarantinedTable {
  readonly file: string;
  readonly sha256: string;
  /** The table as it was read, repairs included. */
  readonly table: Table;
  readonly context: Context;
  readonly rows: readonly { readonly row: TableRow; readonly issues: readonly Issue[] }[];
  /** How many rows are in quarantine; `rows` may hold fewer. */
  readonly of: number;
}

interface Shown {
  /** Position among the table's columns. */
  readonly position: number;
  readonly column: number;
  readonly heading: string;
  readonly hasProblems: boolean;
}

/** The columns of the table under headings of which no two are alike, so that they are known again wherever they are moved. */
function shownColumns(
  { table, rows }: QuarantinedTable,
  words: Locale['t']['issues']['workbook'],
): readonly Shown[] {
  const troubled = new Set(
    rows.flatMap(({ issues }) => issues.flatMap(({ at }) => (at === null ? [] : [at.column]))),
  );
  const used = new Set([printCell(words.rowKey)]);
  return table.columns.slice(0, mostColumns).map(({ index, heading }, position) => {
    const name = columnName(index);
    let own = heading.trim() === '' ? name : heading;
    while (used.has(printCell(own))) own = `${own} (${name})`;
    used.add(printCell(own)).add(printCell(words.reason(own)));
    return { position, column: index, heading: own, hasProblems: troubled.has(index) };
  });
}

/** The lines above the headings: where the rows come from and what was known of them all, so that they can be read alone too. */
function linesAbove(
  { file, table, context, rows, of }: QuarantinedTable,
  { t, format }: Locale,
  programme: Programme,
): readonly string[] {
  const words = t.issues.workbook;
  const { schoolYear, term } = context;
  const year = schoolYear === null ? '' : format.schoolYear(schoolYear);
  const when =
    schoolYear === null
      ? []
      : term === null
        ? [t.screens.schoolYear(year)]
        : [
            t.programme.periods.name({
              roman: format.roman(term),
              of: termsOf(programme, schoolYear),
              year,
            }),
          ];
  const read = Object.values(context.evidence).map(({ text }) => text);
  const named = context.class === null ? [] : [context.class.text];
  return [
    words.from(file, table.sheet),
    ...(rows.length < of ? [words.part(format.number(rows.length), format.number(of))] : []),
    ...new Set([...table.title, ...read, ...when, ...named]),
  ];
}

const firstSoundDay = '1900-03-01';

/** What is written of a cell; days that workbooks count differently, and errors, as text. */
function written(cell: CellValue): WrittenCell['value'] {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'date' in cell && cell.date >= firstSoundDay ? cell : readText(cell);
}

/** The cells of one row: its key, each column with the reasons beside it where the column has any, and the prints. */
function cellsOf(
  { row, issues }: QuarantinedTable['rows'][number],
  shown: readonly Shown[],
  key: string,
  sentences: Locale['t']['issues']['sentences'],
): WrittenCell[] {
  const cells = shown.flatMap(({ position, column, hasProblems }): WrittenCell[] => {
    const value = written(row.cells[position] ?? null);
    const own = issues.filter(({ at }) => at?.column === column);
    if (!hasProblems) return [{ value }];
    if (own.length === 0) return [{ value }, { value: null }];
    const reason = own.map(({ code, params }) => sentences[code](params)).join(' ');
    return [
      { value, mark: 'attention' },
      { value: reason, mark: 'reason' },
    ];
  });
  const prints = shown.map(({ position }) => printCell(row.cells[position] ?? null)).join(' ');
  return [{ value: key, mark: 'muted' }, ...cells, { value: prints, mark: 'muted' }];
}

function sheetOf(
  own: QuarantinedTable,
  place: number,
  locale: Locale,
  programme: Programme,
): WrittenSheet {
  const { workbook: words, sentences } = locale.t.issues;
  const { table, sha256 } = own;
  const shown = shownColumns(own, words);
  const above = linesAbove(own, locale, programme);
  const headings: WrittenCell[] = [
    { value: words.rowKey, mark: 'heading' },
    ...shown.flatMap(({ heading, hasProblems }): WrittenCell[] => [
      { value: heading, mark: 'heading' },
      ...(hasProblems ? [{ value: words.reason(heading), mark: 'heading' } as const] : []),
    ]),
    { value: writeCheckHeading(shown), mark: 'muted' },
  ];
  const rows: WrittenCell[][] = [];
  let section: string | null = null;
  for (const one of own.rows) {
    if (one.row.section !== section) {
      ({ section } = one.row);
      if (section !== null) rows.push([{ value: null }, { value: section, mark: 'heading' }]);
    }
    const key = writeKey({ source: sha256, sheetIndex: table.sheetIndex, row: one.row.row });
    rows.push(cellsOf(one, shown, key, sentences));
  }
  return {
    name: `${place + 1}. ${table.sheet === '' ? own.file : table.sheet}`,
    columns: [
      { width: 18 },
      ...shown.flatMap(({ hasProblems }) => [
        { width: 22 },
        ...(hasProblems ? [{ width: 44 }] : []),
      ]),
      { width: 4 },
    ],
    rows: [...above.map((value): WrittenCell[] => [{ value, mark: 'muted' }]), headings, ...rows],
    frozenRows: above.length + 1,
  };
}

/** The sheets of a workbook of rows in quarantine, one a table, each cell that keeps a row out with the reason beside it. */
export function quarantineSheets(
  tables: readonly QuarantinedTable[],
  locale: Locale,
  programme: Programme,
): readonly WrittenSheet[] {
  return tables.map((table, place) => sheetOf(table, place, locale, programme));
}

/** The bytes of that workbook; `readReturned` tells what was mended in it when it comes back. */
export function quarantineWorkbook(
  tables: readonly QuarantinedTable[],
  locale: Locale,
  programme: Programme,
): Uint8Array {
  return writeWorkbook(quarantineSheets(tables, locale, programme));
}
