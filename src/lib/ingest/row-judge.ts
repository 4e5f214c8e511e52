import type { Issue } from '#lib/model/issue.ts';
import type { TableRow } from '#lib/model/table.ts';
import type { Fate } from './fate.ts';
import type { RowOutcome, TablePlan } from './kinds/kind.ts';
import { kinds } from './kinds/registry.ts';
import { RowReader } from './kinds/row-reader.ts';
import type { AnyRecord, RecordKind } from './record.ts';
import { headingTexts, isBlankRow, isRepeatedHeader } from './row-rules.ts';
import { SeenRows } from './seen-rows.ts';

/** What a data row says: its records or the rule that sets it aside, and what is wrong with it. */
export interface RowSaying {
  readonly outcome: RowOutcome;
  readonly issues: readonly Issue[];
}

/** Reads data rows of a table of a kind, in any order; null for a table that is of no kind. */
export function rowReaderOf(
  plan: TablePlan,
  kind: RecordKind | null,
): ((row: TableRow) => RowSaying) | null {
  if (kind === null) return null;
  const reader = new RowReader(plan.table, plan.matches, plan.lexicon, plan.context);
  const readRow = kinds[kind].open(plan);
  return (row) => {
    reader.turnTo(row);
    const outcome = readRow(reader);
    return { outcome, issues: reader.issues };
  };
}

const none: readonly Issue[] = [];

/** Whether equal rows of a table may be different facts: answers and pupils that nothing tells apart. */
function mayRepeat({ fields }: TablePlan, kind: RecordKind): boolean {
  return (
    (kind === 'survey' && !fields.has('timestamp')) ||
    (kind === 'roll' && !fields.has('birth_date'))
  );
}

/** Positions that do not tell rows apart: running numbers and times of sending. */
function passed({ matches }: TablePlan, kind: RecordKind): ReadonlySet<number> {
  return new Set(
    matches
      .filter(({ field }) => field === 'row_no' || (field === 'timestamp' && kind !== 'survey'))
      .map(({ position }) => position),
  );
}

/** Tells what becomes of the data rows of a table, from top to bottom. */
export class RowJudge {
  readonly #kind: RecordKind | null;
  readonly #read: ReturnType<typeof rowReaderOf>;
  readonly #dismissed: ReadonlySet<number>;
  readonly #headings: ReturnType<typeof headingTexts>;
  /** The rows so far, null where equal rows are different facts. */
  readonly #seen: SeenRows | null;
  /** What is wrong with the current row. */
  issues: readonly Issue[] = none;

  constructor(
    plan: TablePlan,
    kind: RecordKind | null,
    read: ReturnType<typeof rowReaderOf>,
    dismissed: ReadonlySet<number>,
  ) {
    this.#kind = kind;
    this.#read = read;
    this.#dismissed = dismissed;
    this.#headings = headingTexts(plan.table);
    this.#seen =
      kind === null || mayRepeat(plan, kind)
        ? null
        : new SeenRows(passed(plan, kind), plan.table.rows.length);
  }

  /** The fate of the next row; the records that it makes stand for «accepted». */
  turnTo(row: TableRow): Fate | readonly AnyRecord[] {
    this.issues = none;
    if (this.#dismissed.has(row.row)) return 'dismissed';
    if (isBlankRow(row)) return 'blank';
    if (isRepeatedHeader(row, this.#headings)) return 'repeated-header';
    if (this.#read === null || this.#kind === null) return 'quarantined';
    const { outcome, issues } = this.#read(row);
    this.issues = issues;
    if (issues.some(({ severity }) => severity === 'error')) return 'quarantined';
    if (typeof outcome === 'string') return outcome;
    if (outcome.length === 0) return 'no-value';
    if (this.#seen?.add(row)) return 'duplicate';
    return outcome;
  }
}
