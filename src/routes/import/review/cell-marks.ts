import type { TableReading } from '#lib/ingest/table-reading.ts';
import type { Issue, Proposal } from '#lib/model/issue.ts';

/** What is wrong with one cell. */
export interface CellMark {
  readonly code: Issue['code'];
  readonly severity: Issue['severity'];
  readonly params: Issue['params'];
  readonly proposal: Proposal | null;
}

/** Place of a cell on its sheet, 0-based; column −1 is the row's number. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Name of a cell among the others of its sheet. */
export const keyOf = (row: number, column: number) => `${row}:${column}`;

/** The marks of a table's cells: of the issues that are listed, and of the further rows that its problems name. */
export class CellMarks {
  readonly #marks = new Map<string, CellMark>();

  constructor({ issues, problems }: Pick<TableReading, 'issues' | 'problems'>) {
    for (const { code, severity, params, at, proposal } of issues) {
      if (at && !this.at(at.row, at.column))
        this.#marks.set(keyOf(at.row, at.column), {
          code,
          severity,
          params,
          proposal: proposal ?? null,
        });
    }
    for (const problem of problems) {
      const { column, rows, code, severity, proposal } = problem;
      if (column === null) continue;
      for (const row of rows) {
        if (!this.at(row, column))
          this.#marks.set(keyOf(row, column), {
            code,
            severity,
            params: paramsOf(problem),
            proposal,
          });
      }
    }
  }

  /** What is wrong with a cell of the sheet, if anything. */
  at(row: number, column: number): CellMark | undefined {
    return this.#marks.get(keyOf(row, column));
  }
}

/** The parameters of a problem's sentence. */
export function paramsOf({
  value,
  field,
  heading,
}: Pick<TableReading['problems'][number], 'value' | 'field' | 'heading'>): Issue['params'] {
  return {
    ...(value === null ? {} : { value }),
    ...(field === null ? {} : { field }),
    ...(heading === null ? {} : { heading }),
  };
}
