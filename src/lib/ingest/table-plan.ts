import { foldText } from '#lib/i18n/fold.ts';
import type { Issue } from '#lib/model/issue.ts';
import type { Table } from '#lib/model/table.ts';
import { readContext } from './context.ts';
import { fieldOf, type FieldId } from './fields/catalogue.ts';
import { judgeColumns, matchFields, mostColumns, type FieldMatch } from './fields/match.ts';
import { readMeaning } from './kinds/column-meaning.ts';
import type { TablePlan } from './kinds/kind.ts';
import { kinds } from './kinds/registry.ts';
import type { Lexicon } from './lexicon.ts';
import { applyRecipe, decidedKind, type Recipe } from './recipe.ts';
import { recordKinds, type RecordKind } from './record.ts';
import { stateContext, type Statement } from './repair.ts';

/** How sure a table is of each kind of record, best first. */
export type KindEvidence = readonly { readonly kind: RecordKind; readonly score: number }[];

function fieldSet(matches: readonly FieldMatch[]): ReadonlySet<FieldId> {
  return new Set(matches.flatMap((match) => (match.field === null ? [] : [match.field])));
}

function weigh(plan: TablePlan): { kind: RecordKind; score: number }[] {
  return recordKinds
    .map((kind) => ({ kind, score: kinds[kind].score(plan) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Matches the columns, tells the kind, and matches again in the light of the kind; what a person stated overrules what the texts around say. */
export function planTable(
  table: Table,
  fileName: string,
  lexicon: Lexicon,
  recipe: Recipe | null,
  stated: Statement['values'] = {},
) {
  const read = readContext(
    [
      ...table.title.map((text) => ({ source: 'title' as const, text })),
      { source: 'sheet', text: table.sheet },
      { source: 'file', text: fileName.replace(/\.[a-z0-9]{2,4}$/i, '') },
    ],
    lexicon,
  );
  const context = stateContext(read, stated);
  const holdings = judgeColumns(table, lexicon);
  const fixed = applyRecipe(recipe);
  const meanings = table.columns
    .slice(0, mostColumns)
    .map((column) => readMeaning(column.heading, lexicon));
  const words = foldText([...table.title, table.sheet, fileName].join(' '));
  const planOf = (matches: FieldMatch[]): TablePlan => ({
    table,
    matches,
    holdings,
    meanings,
    fields: fieldSet(matches),
    context,
    words,
    lexicon,
  });
  const first = planOf(matchFields(table, holdings, null, fixed));
  const guesses = weigh(first).slice(0, 3);
  const decided = decidedKind(recipe);
  const tried = (decided ? [decided] : guesses.map(({ kind }) => kind)).map((kind) => {
    const plan = planOf(matchFields(table, holdings, new Set(kinds[kind].fields), fixed));
    return { kind, plan, score: decided ? 1 : kinds[kind].score(plan) };
  });
  const best = tried.sort((a, b) => b.score - a.score)[0];
  const enough = best !== undefined && best.score >= 0.3;
  return {
    plan: enough ? best.plan : first,
    kind: enough ? best.kind : null,
    evidence: tried.map(({ kind, score }) => ({ kind, score })),
  };
}

/** What a person should know of the whole table. */
export function tableIssues(plan: TablePlan, kind: RecordKind | null): Issue[] {
  const { table, matches } = plan;
  const header = table.layout.headerRows.at(-1) ?? table.layout.range.top;
  const at = (column: number) => ({ sheet: table.sheet, row: header, column });
  const found: Issue[] = [];
  if (kind === null)
    found.push({
      code: 'kind-unknown',
      severity: 'error',
      at: at(table.layout.range.left),
      params: {},
    });
  for (const group of kind === null ? [] : kinds[kind].missing(plan)) {
    found.push({
      code: 'field-required',
      severity: 'error',
      at: at(table.layout.range.left),
      params: { field: group[0] ?? '' },
    });
  }
  for (const match of matches) {
    if (match.field !== null && fieldOf(match.field).personal) {
      found.push({
        code: 'identifier-dropped',
        severity: 'note',
        at: at(match.column),
        params: { heading: match.heading, field: match.field },
      });
    }
  }
  const dated: readonly FieldId[] = ['school_year', 'event_date', 'date_start', 'timestamp'];
  const yearKinds: readonly (RecordKind | null)[] = ['roll', 'assessment', 'volunteering'];
  const hasYear =
    plan.context.schoolYear !== null ||
    plan.fields.has('school_year') ||
    (kind !== 'roll' && dated.some((field) => plan.fields.has(field)));
  if (yearKinds.includes(kind) && !hasYear)
    found.push({
      code: 'year-unknown',
      severity: 'error',
      at: at(table.layout.range.left),
      params: {},
    });
  return found;
}

/** The matches with the columns that the kind reads beside its fields. */
export function withClaims(plan: TablePlan, kind: RecordKind | null): readonly FieldMatch[] {
  const claims = kind === null ? undefined : kinds[kind].claims?.(plan);
  if (!claims) return plan.matches;
  return plan.matches.map((match, position) => {
    const field = claims.get(position);
    if (field === undefined || field === match.field || match.confidence === 'recipe') return match;
    return { ...match, field, confidence: 'values', score: Math.max(match.score, 0.5) };
  });
}
