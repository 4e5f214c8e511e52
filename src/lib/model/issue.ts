import type { CellAddress } from './sheet.ts';

/** Why a whole file cannot be read. */
export type RefusalCode =
  | 'file-empty'
  | 'file-not-spreadsheet'
  | 'file-picture'
  | 'file-password'
  | 'file-truncated'
  | 'file-one-line'
  | 'file-too-large'
  | 'file-no-table'
  | 'file-unreadable'
  | 'file-changed'
  | 'file-encoding';

/** Why one row cannot be accepted, or deserves a look. */
export type RowIssueCode =
  | 'name-missing'
  | 'class-missing'
  | 'class-unknown'
  | 'event-missing'
  | 'partner-missing'
  | 'date-missing'
  | 'date-impossible'
  | 'date-unknown'
  | 'period-unknown'
  | 'level-unknown'
  | 'result-unknown'
  | 'role-unknown'
  | 'direction-unknown'
  | 'block-unknown'
  | 'number-unknown'
  | 'number-negative'
  | 'answer-unknown';

/** Something about a whole table that a person should know. */
export type TableIssueCode =
  'kind-unknown' | 'field-required' | 'year-unknown' | 'identifier-dropped' | 'encoding-doubtful';

/** Every code that a sentence in the catalogues belongs to. */
export type IssueCode = RefusalCode | RowIssueCode | TableIssueCode;

/** Why a repair is proposed; its sentence lives in the catalogues. */
export type RepairReason =
  | 'day-and-month-swapped'
  | 'day-too-large'
  | 'year-of-the-sheet'
  | 'letters-alike'
  | 'one-letter'
  | 'known-name'
  | 'words-alike'
  | 'digits-in-text'
  | 'class-form'
  | 'decimal-mark'
  | 'taken-from-section'
  | 'same-elsewhere';

/** What a cell probably should read, as text, and why. */
export interface Proposal {
  readonly to: string;
  readonly reason: RepairReason;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Something wrong with what was read, as a value; its sentence lives in the catalogues. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning' | 'note';
  readonly at: CellAddress | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** The repair that suggests itself, where one does. */
  readonly proposal?: Proposal;
}

/** A named reason for which a row of a table is not a record: it is neither accepted nor in quarantine. */
export type SetAsideRule =
  | 'blank'
  | 'total'
  | 'section'
  | 'numbering'
  | 'repeated-header'
  | 'duplicate'
  | 'no-value'
  | 'note'
  | 'dismissed';
