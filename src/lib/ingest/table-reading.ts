import type { Issue, IssueCode, SetAsideRule } from '#lib/model/issue.ts';
import type { Table, TableLayout, TableRow } from '#lib/model/table.ts';
import { codedTable } from '#lib/sheets/coded/coded-table.ts';
import type { Context } from './context.ts';
import { countFates, fates, layoutFates, type RowCounts } from './fate.ts';
import { foldHeading } from './fields/heading.ts';
import type { FieldMatch } from './fields/match.ts';
import type { TablePlan } from './kinds/kind.ts';
import type { Lexicon } from './lexicon.ts';
import { holdsOwn, keptColumns, readOwn, type KeptColumn } from './own-column.ts';
import { Problems, type Problem } from './problem.ts';
import { findRecipe, type Recipe } from './recipe.ts';
import { nearRecipeOf, type NearRecipe } from './recipe-likeness.ts';
import type { AnyRecord, RecordKind, RecordSet } from './record.ts';
import { RecordWriter } from './record-writer.ts';
import type { Statement } from './repair.ts';
import { RowJudge, rowReaderOf } from './row-judge.ts';
import { planTable, tableIssues, withClaims, type KindEvidence } from './table-plan.ts';

/** One table as it was understood. */
export interface TableReading {
  readonly id: string;
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly layout: TableLayout;
  readonly title: readonly string[];
  readonly kind: RecordKind | null;
  readonly kindEvidence: KindEvidence;
  readonly context: Context;
  readonly matches: readonly FieldMatch[];
  readonly counts: RowCounts;
  /** Issues in the order of rows, at most `issueLimit`; the totals by code are complete. */
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Partial<Record<IssueCode, number>>>;
  /** The issues as a work list: issues alike are one problem, errors first. */
  readonly problems: readonly Problem[];
  /** Fingerprint of the layout as it was found, before anything was decided about it. */
  readonly fingerprint: string;
  /** The headings that the fingerprint is of, in order. */
  readonly headings: readonly string[];
  /** The recipe of a like layout, where there is none of this one. */
  readonly near: NearRecipe | null;
}

/** What a table is read by. */
export interface TableTask {
  /** The table as arranged and mended. */
  readonly table: Table;
  readonly id: string;
  readonly fingerprint: string;
  readonly headings: readonly string[];
  readonly fileName: string;
  readonly recipes: readonly Recipe[];
  readonly stated: Statement['values'];
  /** Rows of the sheet that a person set aside. */
  readonly dismissed: ReadonlySet<number>;
}

/** A table that was read, with what its rows can be looked into by. */
export interface OpenTable {
  readonly reading: TableReading;
  readonly table: Table;
  /** Fate of each data row as its place in `fates`. */
  readonly rowFates: Uint8Array;
  /** Rows below the header that the layout sets aside, in order. */
  readonly aside: ReadonlyMap<number, SetAsideRule>;
  /** What is wrong with a data row. */
  readonly explain: (row: TableRow) => readonly Issue[];
}

/** How many issues of one table are listed one by one. */
export const issueLimit = 2000;

const isError = (issue: Issue) => issue.severity === 'error';

/** Gathers the issues of a table: the first ones, counts by code, and problems. */
class IssueLog {
  readonly listed: Issue[] = [];
  readonly counts: Partial<Record<IssueCode, number>> = {};
  readonly problems: Problems;

  constructor(table: Table) {
    this.problems = new Problems(table.columns);
  }

  add(issue: Issue, scope: 'row' | 'table'): void {
    this.counts[issue.code] = (this.counts[issue.code] ?? 0) + 1;
    if (this.listed.length < issueLimit) this.listed.push(issue);
    this.problems.add(issue, scope);
  }
}

/** Issues of the whole table; columns that a person keeps are not reported as left out. */
function generalIssues(plan: TablePlan, kind: RecordKind | null, recipe: Recipe | null): Issue[] {
  const kept = new Set(Object.keys(recipe?.own ?? {}).map(foldHeading));
  return tableIssues(plan, kind).filter(
    ({ code, params }) =>
      code !== 'identifier-dropped' || !kept.has(foldHeading(String(params['heading']))),
  );
}

/** A record with the own columns of its row. */
function withOwn(
  made: AnyRecord,
  row: TableRow | undefined,
  kept: readonly KeptColumn[],
): AnyRecord {
  const own = row && holdsOwn(made.kind) ? readOwn(row, kept) : null;
  return own === null ? made : ({ kind: made.kind, record: { ...made.record, own } } as AnyRecord);
}

/** Reads one table: the kind, the fields, the accepted records and what became of each row. */
export function openTable(
  task: TableTask,
  lexicon: Lexicon,
  into: RecordSet,
  onProgress: (fraction: number) => void = () => undefined,
): OpenTable {
  const { id, fileName, recipes, stated, dismissed, fingerprint, headings } = task;
  const rows = codedTable(task.table.rows, task.table.columns.length);
  const table = { ...task.table, rows };
  const recipe = findRecipe(recipes, fingerprint);
  const { plan, kind: told, evidence } = planTable(table, fileName, lexicon, recipe, stated);
  const general = generalIssues(plan, told, recipe);
  const kind = general.some(({ code }) => code === 'field-required') ? null : told;
  const log = new IssueLog(table);
  for (const issue of general) log.add(issue, 'table');
  const kept = keptColumns(table, recipe);
  const readRow = rowReaderOf(plan, kind);
  const judge = new RowJudge(plan, kind, readRow, dismissed);
  const rowFates = new Uint8Array(rows.length);
  const aside = layoutFates(table.layout);
  const writer = new RecordWriter(into, rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    if (place % 4096 === 0) onProgress(place / rows.length);
    const outcome = judge.turnTo(place);
    if (judge.issues.length > 0) for (const issue of judge.issues) log.add(issue, 'row');
    if (typeof outcome === 'string') {
      rowFates[place] = fates.indexOf(outcome);
      continue;
    }
    for (const made of outcome)
      writer.add(kept.length === 0 ? made : withOwn(made, rows.at(place), kept));
  }
  writer.finish();
  const matches = withClaims(plan, kind);
  const errors = general.filter(isError);
  return {
    reading: {
      id,
      sheet: table.sheet,
      sheetIndex: table.sheetIndex,
      layout: table.layout,
      title: table.title,
      kind,
      kindEvidence: evidence,
      context: plan.context,
      matches,
      counts: countFates(rowFates, aside),
      issues: log.listed,
      issueCounts: log.counts,
      problems: log.problems.list(),
      fingerprint,
      headings,
      near: recipe === null ? nearRecipeOf(recipes, headings, matches) : null,
    },
    table,
    rowFates,
    aside,
    explain: ({ row }) => readRow?.(rows.placeOf(row)).issues ?? errors,
  };
}
