import { canonicalField } from '#lib/ingest/fields/canonical.ts';
import type { OpenFile } from '#lib/ingest/reading.ts';
import type { TableReading } from '#lib/ingest/table-reading.ts';
import type { Issue } from '#lib/model/issue.ts';
import type { Sheet } from '#lib/model/sheet.ts';
import type { TableLayout } from '#lib/model/table.ts';
import type { CheckedFile, CheckedKind, CheckedTable, RowSpan } from './checked-file.ts';
import { checkIssue, refusedFile } from './checked-issue.ts';
import { cuttingOf, dataRowsOf, rawRows, rawText } from './raw-rows.ts';

/** An open file in the words of the check; with `withRows` the tables carry their rows as they are asked for. */
export function describeFile(file: string, open: OpenFile, withRows: boolean): CheckedFile {
  const { reading, sheets } = open;
  const { sha256 } = reading.source;
  if (reading.refusal) return refusedFile(file, sha256, reading.refusal);
  // The form has no place for what concerns the whole file: the first table tells it.
  const first = reading.tables[0];
  return {
    file,
    sha256,
    status: 'ok',
    refusal: null,
    encoding: reading.encoding,
    dialect: reading.dialect,
    sheets: sheets.map((sheet, sheetIndex) => {
      const own = reading.tables.filter((table) => table.sheetIndex === sheetIndex);
      const layouts = own.map(({ layout }) => layout);
      return {
        name: sheet.name,
        hidden: sheet.hidden,
        tables: own.map((table) => ({
          ...describeTable(table, sheet, table === first ? reading.issues : []),
          ...(withRows ? { rows: rowsOf(table, sheet, layouts, reading.dialect !== null) } : {}),
        })),
      };
    }),
  };
}

function describeTable(table: TableReading, sheet: Sheet, further: readonly Issue[]): CheckedTable {
  const { layout, counts } = table;
  const { top, left, bottom, right } = layout.range;
  const headings = headingsOf(table);
  const names: string[] = [];
  for (let column = left; column <= right; column += 1) names.push(headings.get(column) ?? '');
  const shown = (row: number, column: number) => rawText(sheet.rows.at(row)?.[column]);
  return {
    range: [top, left, bottom, right],
    title: layout.titleRows,
    units: layout.unitRows,
    header: spanOf(layout.headerRows),
    numbering: layout.numberingRows,
    data: dataSpan(layout),
    sections: layout.sectionRows,
    totals: layout.totalRows,
    notes: layout.noteRows,
    names,
    wide: layout.wide,
    kind: kindOf(table),
    mapping: table.matches.map(({ column, heading, field, score }) => ({
      column,
      heading,
      field: field === null ? null : canonicalField(field),
      confidence: Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000,
    })),
    accepted: counts.accepted,
    quarantined: counts.quarantined,
    setAside: Object.fromEntries(Object.entries(counts.setAside).filter(([, count]) => count > 0)),
    issues: [...further, ...table.issues].map((issue) => checkIssue(issue, shown)),
  };
}

function headingsOf({ matches }: TableReading): ReadonlyMap<number, string> {
  return new Map(matches.map(({ column, heading }) => [column, heading]));
}

/** The rows of a table, made anew each time they are asked for. */
function rowsOf(
  table: TableReading,
  sheet: Sheet,
  layouts: readonly TableLayout[],
  isText: boolean,
): Iterable<readonly string[]> {
  const cutting = cuttingOf(table.layout, layouts, isText);
  return { [Symbol.iterator]: () => rawRows(sheet, table.layout, headingsOf(table), cutting) };
}

/** Hours of volunteers are a kind of our own; seen from outside they are participation. */
function kindOf({ kind }: TableReading): CheckedKind {
  return kind === 'volunteering' ? 'participation' : (kind ?? 'unknown');
}

function spanOf(rows: readonly number[]): RowSpan | null {
  const [first] = rows;
  const last = rows.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}

function dataSpan(layout: TableLayout): RowSpan | null {
  const rows = [...dataRowsOf(layout), ...layout.sectionRows, ...layout.totalRows];
  return spanOf(rows.sort((a, b) => a - b));
}
