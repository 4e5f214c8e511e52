import type { Issue } from '#lib/model/issue.ts';
import { codedTable, type CodedTable } from '#lib/sheets/coded/coded-table.ts';
import type { Fate } from './fate.ts';
import type { RowOutcome, TablePlan } from './kinds/kind.ts';
import { kinds } from './kinds/registry.ts';
import { RowReader } from './kinds/row-reader.ts';
import type { AnyRecord, RecordKind } from './record.ts';
import { blankTeller, repetitionTeller } from './row-rules.ts';
import { SeenRows } from './seen-rows.ts';

/** What a data row says: its records or the rule that sets it aside, and what is wrong with it. */
export interface RowSaying {
  readonly outcome: RowOutcome;
  readonly issues: readonly Issue[];
}

/** Reads data rows of a table of a kind by their places, in any order; null for a table that is of no kind. */
export function rowReaderOf(
  plan: TablePlan,
  kind: RecordKind | null,
): ((place: number) => RowSaying) | null {
  if (kind === null) return null;
  const reader = new RowReader(plan.table, plan.matches, plan.lexicon, plan.context);
  const readRow = kinds[kind].open(plan);
  return (place) => {
    reader.turnTo(place);
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
  readonly #rows: CodedTable;
  readonly #isBlank: (place: number) => boolean;
  readonly #isRepeated: (place: number) => boolean;
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
    const { columns, rows } = plan.table;
    this.#rows = codedTable(rows, columns.length);
    this.#isBlank = blankTeller(this.#rows);
    this.#isRepeated = repetitionTeller(this.#rows, columns);
    this.#seen =
      kind === null || mayRepeat(plan, kind) ? null : new SeenRows(this.#rows, passed(plan, kind));
  }

  /** The fate of the row at a place; the records that it makes stand for «accepted». */
  turnTo(place: number): Fate | readonly AnyRecord[] {
    this.issues = none;
    if (this.#dismissed.has(this.#rows.line(place))) return 'dismissed';
    if (this.#isBlank(place)) return 'blank';
    if (this.#isRepeated(place)) return 'repeated-header';
    if (this.#read === null || this.#kind === null) return 'quarantined';
    const { outcome, issues } = this.#read(place);
    this.issues = issues;
    if (issues.some(({ severity }) => severity === 'error')) return 'quarantined';
    if (typeof outcome === 'string') return outcome;
    if (outcome.length === 0) return 'no-value';
    if (this.#seen?.add(place)) return 'duplicate';
    return outcome;
  }
}
