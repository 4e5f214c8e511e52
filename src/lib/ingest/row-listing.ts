import type { Issue } from '#lib/model/issue.ts';
import type { Sheet } from '#lib/model/sheet.ts';
import type { TableRow } from '#lib/model/table.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { fates, type Fate } from './fate.ts';
import type { OpenTable } from './table-reading.ts';

/** One row of a table, to be looked at. */
export interface ListedRow {
  /** Row of the sheet, 0-based. */
  readonly row: number;
  readonly section: string | null;
  /** Its cells as text after repairs, in the order of the table's columns. */
  readonly cells: readonly string[];
  readonly issues: readonly Issue[];
}

/** Some of the rows that met one fate, and how many there are in all. */
export interface RowListing {
  readonly total: number;
  readonly rows: readonly ListedRow[];
}

/** The data rows of a table that met one fate, at most so many, in order. */
export function dataRowsOf({ table, rowFates }: OpenTable, fate: Fate, most: number): TableRow[] {
  const code = fates.indexOf(fate);
  const found: TableRow[] = [];
  for (let at = rowFates.indexOf(code); at >= 0 && found.length < most;) {
    const row = table.rows.at(at);
    if (row) found.push(row);
    at = rowFates.indexOf(code, at + 1);
  }
  return found;
}

/** Rows of a table that met one fate, from `offset` in the order of the sheet; what is wrong with them is read anew. */
export function listRows(
  open: OpenTable,
  sheet: Sheet,
  fate: Fate,
  offset: number,
  limit: number,
): RowListing {
  const { table, rowFates, aside, explain } = open;
  const code = fates.indexOf(fate);
  const lines = [...aside].flatMap(([line, rule]) => (rule === fate ? [line] : []));
  const rows: ListedRow[] = [];
  let total = 0;
  let passed = 0;
  const isAsked = () => total >= offset && total < offset + limit;
  const passLines = (until: number) => {
    for (let line = lines[passed]; line !== undefined && line < until; line = lines[passed]) {
      if (isAsked()) {
        const source = sheet.rows.at(line) ?? [];
        const cells = table.columns.map(({ index }) => readText(source[index] ?? null) ?? '');
        rows.push({ row: line, section: null, cells, issues: [] });
      }
      total += 1;
      passed += 1;
    }
  };
  for (let at = rowFates.indexOf(code); at >= 0; at = rowFates.indexOf(code, at + 1)) {
    const row = table.rows.at(at);
    if (!row) break;
    passLines(row.row);
    if (isAsked()) {
      const cells = row.cells.map((cell) => readText(cell) ?? '');
      const issues = fate === 'quarantined' || fate === 'accepted' ? [...explain(row)] : [];
      rows.push({ row: row.row, section: row.section, cells, issues });
    }
    total += 1;
  }
  passLines(Number.POSITIVE_INFINITY);
  return { total, rows };
}
