import type { Issue, IssueCode, SetAsideRule } from '#lib/model/issue.ts';
import type { Table, TableLayout } from '#lib/model/table.ts';
import type { Context } from './context.ts';
import type { FieldMatch } from './fields/match.ts';
import { kinds } from './kinds/registry.ts';
import { RowReader } from './kinds/row-reader.ts';
import type { Lexicon } from './lexicon.ts';
import { findRecipe, fingerprintOf, type Recipe } from './recipe.ts';
import { addRecord, type RecordKind, type RecordSet } from './record.ts';
import { duplicateKey, headingTexts, isBlankRow, isRepeatedHeader } from './row-rules.ts';
import { liftSharedFloors } from './shared-floors.ts';
import { planTable, tableIssues, withClaims, type KindEvidence } from './table-plan.ts';

/** What became of the rows of a table; `read` is always the sum of the others. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly setAside: Readonly<Record<SetAsideRule, number>>;
}

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
  readonly fingerprint: string;
}

/** How many issues of one table are listed one by one. */
export const issueLimit = 2000;

const noneAside = (): Record<SetAsideRule, number> => ({
  blank: 0,
  total: 0,
  section: 0,
  numbering: 0,
  'repeated-header': 0,
  duplicate: 0,
  'no-value': 0,
  dismissed: 0,
});

/** Reads one table: the kind, the fields, the accepted records and what became of each row. */
export function readTable(
  found: Table,
  id: string,
  fileName: string,
  lexicon: Lexicon,
  recipes: readonly Recipe[],
  into: RecordSet,
  onProgress: (fraction: number) => void = () => undefined,
): TableReading {
  const table = liftSharedFloors(found);
  const fingerprint = fingerprintOf(table);
  const { plan, kind, evidence } = planTable(
    table,
    fileName,
    lexicon,
    findRecipe(recipes, fingerprint),
  );
  const { layout } = table;
  const general = tableIssues(plan, kind);
  const issues: Issue[] = [...general];
  const issueCounts: Partial<Record<IssueCode, number>> = {};
  const count = (issue: Issue) => {
    issueCounts[issue.code] = (issueCounts[issue.code] ?? 0) + 1;
  };
  general.forEach(count);
  const setAside = noneAside();
  setAside.section = layout.sectionRows.length;
  setAside.total = layout.totalRows.length;
  setAside.numbering = layout.numberingRows.length;
  const lastHeader = layout.headerRows.at(-1) ?? layout.range.top;
  setAside.blank = layout.blankRows.filter(
    (row) => row > lastHeader && row <= layout.range.bottom,
  ).length;
  let accepted = 0;
  let quarantined = 0;

  const readable = kind !== null && !general.some((issue) => issue.code === 'field-required');
  const reader = new RowReader(table, plan.matches, lexicon, plan.context);
  const readRow = readable ? kinds[kind].open(plan) : null;
  const headings = headingTexts(table);
  const passed = new Set(
    plan.matches
      .filter(({ field }) => field === 'row_no' || (field === 'timestamp' && kind !== 'survey'))
      .map(({ position }) => position),
  );
  const seen = new Set<string>();
  for (const [place, row] of table.rows.entries()) {
    if (place % 4096 === 0) onProgress(place / table.rows.length);
    if (isBlankRow(row)) setAside.blank += 1;
    else if (isRepeatedHeader(row, headings)) setAside['repeated-header'] += 1;
    else if (readRow === null || kind === null) quarantined += 1;
    else {
      reader.turnTo(row);
      const outcome = readRow(reader);
      for (const issue of reader.issues) {
        count(issue);
        if (issues.length < issueLimit) issues.push(issue);
      }
      if (reader.issues.some((issue) => issue.severity === 'error')) quarantined += 1;
      else if (typeof outcome === 'string') setAside[outcome] += 1;
      else if (outcome.length === 0) setAside['no-value'] += 1;
      else {
        const key = duplicateKey(row, kind, plan, passed);
        if (key !== null && seen.has(key)) setAside.duplicate += 1;
        else {
          if (key !== null) seen.add(key);
          accepted += 1;
          for (const record of outcome) addRecord(into, record);
        }
      }
    }
  }
  const read =
    accepted + quarantined + Object.values(setAside).reduce((sum, number) => sum + number, 0);
  return {
    id,
    sheet: table.sheet,
    sheetIndex: table.sheetIndex,
    layout,
    title: table.title,
    kind: readable ? kind : null,
    kindEvidence: evidence,
    context: plan.context,
    matches: withClaims(plan, readable ? kind : null),
    counts: { read, accepted, quarantined, setAside },
    issues,
    issueCounts,
    fingerprint,
  };
}
