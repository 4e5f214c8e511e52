import type { Issue, Proposal, RowIssueCode } from '#lib/model/issue.ts';
import type { CellValue } from '#lib/model/sheet.ts';
import type { Table } from '#lib/model/table.ts';
import { codedTable, type CodedTable } from '#lib/sheets/coded/coded-table.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import type { FieldId } from '../fields/catalogue.ts';
import type { FieldMatch } from '../fields/match.ts';
import { ColumnCells, type TextReader } from './column-cells.ts';
import { proposeNumber } from './proposals.ts';

const numberOf = (cell: CellValue) => readNumber(cell)?.value ?? null;

/** Reads the cells of one row after another by their fields; what is wrong becomes issues of the current row. */
export class CellReader {
  readonly table: Table;
  readonly #places = new Map<FieldId, number>();
  readonly #rows: CodedTable;
  readonly #cells: readonly ColumnCells[];
  #place = 0;
  #issues: Issue[] = [];

  constructor(table: Table, matches: readonly FieldMatch[]) {
    this.table = table;
    this.#rows = codedTable(table.rows, table.columns.length);
    this.#cells = this.#rows.columns.map((column) => new ColumnCells(column));
    for (const { field, position } of matches) {
      if (field !== null && !this.#places.has(field)) this.#places.set(field, position);
    }
  }

  /** Turns to the row at a place of the table. */
  turnTo(place: number): void {
    this.#place = place;
    this.#issues = [];
  }

  /** Index of the current row on its sheet. */
  get row(): number {
    return this.#rows.line(this.#place);
  }

  /** The section that the current row stands under. */
  get section(): string | null {
    return this.#rows.section(this.#place);
  }

  /** What is wrong with the current row so far. */
  get issues(): readonly Issue[] {
    return this.#issues;
  }

  /** Whether the table has a column of this field. */
  has(field: FieldId): boolean {
    return this.#places.has(field);
  }

  /** Reports a problem of the current row that keeps it out, with the repair that suggests itself. */
  report(
    code: RowIssueCode,
    field: FieldId | null,
    value: string | null,
    proposal: Proposal | null = null,
  ): void {
    const position = field === null ? null : (this.#places.get(field) ?? null);
    this.reportAt(code, position, field, value, proposal);
  }

  /** The same of the cell at a position of the current row. */
  reportAt(
    code: RowIssueCode,
    position: number | null,
    field: FieldId | null,
    value: string | null,
    proposal: Proposal | null = null,
  ): void {
    const column = this.table.columns[position ?? 0]?.index ?? 0;
    this.#issues.push({
      code,
      severity: 'error',
      at: { sheet: this.table.sheet, row: this.row, column },
      params: { ...(value === null ? {} : { value }), ...(field === null ? {} : { field }) },
      ...(proposal === null ? {} : { proposal }),
    });
  }

  /** The raw cell at a position. */
  cellAt(position: number): CellValue {
    return this.#rows.cell(this.#place, position);
  }

  /** The raw cell of a field. */
  cell(field: FieldId): CellValue {
    const position = this.#places.get(field);
    return position === undefined ? null : this.cellAt(position);
  }

  /** The text of a field; null when it is empty or a mark of absence. */
  text(field: FieldId): string | null {
    const position = this.#places.get(field);
    return position === undefined ? null : this.#textAt(position);
  }

  #textAt(position: number): string | null {
    return this.#cells[position]?.of(this.#place).text ?? null;
  }

  /** What a reader makes of the text of a field, found out once for each text; null where there is no text. */
  told<T>(field: FieldId, read: TextReader<T>): T | null {
    const position = this.#places.get(field);
    if (position === undefined) return null;
    return this.#cells[position]?.of(this.#place).told(read) ?? null;
  }

  /** A number that must not be negative, as `read` reads it; anything else that is filled in is reported. */
  amount(field: FieldId, read: (cell: CellValue) => number | null = numberOf): number | null {
    const position = this.#places.get(field);
    return position === undefined ? null : this.amountAt(position, field, read);
  }

  /** The same at a position. */
  amountAt(
    position: number,
    field: FieldId | null,
    read: (cell: CellValue) => number | null = numberOf,
  ): number | null {
    const cell = this.cellAt(position);
    const text = this.#textAt(position);
    if (text === null) return null;
    const value = read(cell);
    if (value === null) this.reportAt('number-unknown', position, field, text, proposeNumber(text));
    else if (value < 0) this.reportAt('number-negative', position, field, text);
    else return value;
    return null;
  }
}
