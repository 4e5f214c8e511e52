import { foldText } from '#lib/i18n/fold.ts';
import type { Issue, IssueCode, Proposal } from '#lib/model/issue.ts';
import type { Column } from '#lib/model/table.ts';
import { isFieldId, type FieldId } from './fields/catalogue.ts';

/** Issues alike, as one thing to decide: same code, same column, same value, same proposal. */
export interface Problem {
  /** Unique within its table and the same whenever the table is read again. */
  readonly id: string;
  readonly code: IssueCode;
  readonly severity: Issue['severity'];
  readonly field: FieldId | null;
  /** Column on the sheet, 0-based; null where the problem is the whole table's. */
  readonly column: number | null;
  readonly heading: string | null;
  /** What the cells read; null where they are empty, differ, or the problem is the whole table's. */
  readonly value: string | null;
  /** How many cells, complete; 1 for a problem of the whole table. */
  readonly count: number;
  /** Rows of the sheet, 0-based, the first `mostRows`. */
  readonly rows: readonly number[];
  readonly proposal: Proposal | null;
}

const mostRows = 200;
const mostProblems = 3000;
const weight: Readonly<Record<Issue['severity'], number>> = { error: 0, warning: 1, note: 2 };

type Growing = { -readonly [K in keyof Problem]: Problem[K] } & { rows: number[] };

/** Gathers the issues of one table into problems; beyond so many different values a column's further ones are one problem. */
export class Problems {
  readonly #found = new Map<string, Growing>();
  readonly #headings: ReadonlyMap<number, string>;

  constructor(columns: readonly Column[]) {
    this.#headings = new Map(columns.map(({ index, heading }) => [index, heading]));
  }

  /** Adds an issue of one row, or of the whole table. */
  add(issue: Issue, scope: 'row' | 'table'): void {
    const { code, severity, at, params, proposal } = issue;
    const stated = params['value'];
    const column = at?.column ?? null;
    const value = scope === 'table' || stated === undefined ? null : String(stated);
    const key = [
      code,
      column ?? '',
      value === null ? '' : `=${foldText(value)}`,
      proposal === undefined ? '' : `>${proposal.to}`,
    ].join('\u0001');
    let problem = this.#found.get(key);
    if (!problem && this.#found.size >= mostProblems)
      problem = this.#make(`${code}\u0001${column ?? ''}\u0001`, {
        code,
        severity,
        params,
        column,
      });
    problem ??= this.#make(key, { code, severity, params, column, value, proposal });
    problem.count += 1;
    if (scope === 'row' && at !== null && problem.rows.length < mostRows) problem.rows.push(at.row);
  }

  #make(
    key: string,
    given: Pick<Issue, 'code' | 'severity' | 'params'> & {
      column: number | null;
      value?: string | null;
      proposal?: Proposal | undefined;
    },
  ): Growing {
    const known = this.#found.get(key);
    if (known) return known;
    const { code, severity, params, column } = given;
    const field = String(params['field'] ?? '');
    const problem: Growing = {
      id: key.replaceAll('\u0001', ':'),
      code,
      severity,
      field: isFieldId(field) ? field : null,
      column,
      heading: column === null ? null : (this.#headings.get(column) ?? null),
      value: given.value ?? null,
      count: 0,
      rows: [],
      proposal: given.proposal ?? null,
    };
    this.#found.set(key, problem);
    return problem;
  }

  /** The problems, errors first, the most frequent first. */
  list(): readonly Problem[] {
    return [...this.#found.values()].sort(
      (a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count,
    );
  }
}
