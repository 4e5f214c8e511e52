import type { IssueCode, SetAsideRule } from '#lib/model/issue.ts';
import type { Dialect } from '#lib/model/sheet.ts';
import type { WideRange } from '#lib/model/table.ts';

/** Rows from first to last, 0-based on the sheet, both inclusive. */
export type RowSpan = readonly [first: number, last: number];

/** What a table holds, in the words of the check. */
export type CheckedKind =
  | 'roll'
  | 'event'
  | 'participation'
  | 'headcount'
  | 'assessment'
  | 'survey'
  | 'partner'
  | 'unknown';

/** One problem with its place, its sentence in both languages and the repair that suggests itself. */
export interface CheckedIssue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning' | 'note';
  /** Address as workbooks show it, such as «B7»; null for an issue about everything. */
  readonly cell: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly value: string | number | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly words: { readonly ru: string; readonly en: string };
  readonly proposal: {
    readonly to: string;
    readonly reason: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
}

/** One column with the field that it was taken for; the field is named as in the list of headings. */
export interface CheckedColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: string | null;
  /** How sure the field is, from 0 to 1. */
  readonly confidence: number;
}

/** One table as it was understood; rows and columns 0-based on the sheet as it lies. */
export interface CheckedTable {
  readonly range: readonly [top: number, left: number, bottom: number, right: number];
  readonly title: readonly number[];
  readonly units: readonly number[];
  readonly header: RowSpan | null;
  readonly numbering: readonly number[];
  /** From the first to the last row of data, section or total; null for a table without any. */
  readonly data: RowSpan | null;
  readonly sections: readonly number[];
  readonly totals: readonly number[];
  readonly notes: readonly number[];
  /** The heading of every column of the range, '' where a column has none. */
  readonly names: readonly string[];
  readonly wide: WideRange | null;
  readonly kind: CheckedKind;
  readonly mapping: readonly CheckedColumn[];
  readonly accepted: number;
  readonly quarantined: number;
  readonly setAside: Readonly<Partial<Record<SetAsideRule, number>>>;
  readonly issues: readonly CheckedIssue[];
  /** The names as they lie, then the rows of data as they lie; a table without a header begins with its first row of data. */
  readonly rows?: Iterable<readonly string[]>;
}

/** One sheet of a file with its tables. */
export interface CheckedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly tables: readonly CheckedTable[];
}

/** One file as it was understood, or why it was refused. */
export interface CheckedFile {
  readonly file: string;
  readonly sha256: string | null;
  readonly status: 'ok' | 'refused';
  readonly refusal: CheckedIssue | null;
  readonly encoding: string | null;
  readonly dialect: Dialect | null;
  readonly sheets: readonly CheckedSheet[];
}
