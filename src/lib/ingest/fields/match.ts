import type { Table } from '#lib/model/table.ts';
import type { Lexicon } from '../lexicon.ts';
import { assignBest } from './assign.ts';
import { fieldIds, fieldOf, type FieldId } from './catalogue.ts';
import { judgeContent, type Holding } from './content.ts';
import type { Content } from './field.ts';
import { foldHeading, scoreHeading } from './heading.ts';

/** How a field was recognised: by its very name, by likeness, by what the column holds, by a person's correction, or not at all. */
export type Confidence = 'exact' | 'likely' | 'values' | 'recipe' | 'none';

/** One column with the field that it was taken for. */
export interface FieldMatch {
  /** Position among the table's columns. */
  readonly position: number;
  /** Column on the sheet, 0-based. */
  readonly column: number;
  readonly heading: string;
  readonly field: FieldId | null;
  readonly confidence: Confidence;
  readonly score: number;
}

/** Beyond so many columns a table is no longer understood column by column: those further right stay without a field. */
export const mostColumns = 400;

/** What each column of a table holds, in the order of its columns. */
export type Holdings = readonly Holding[];

/** Judges the contents of all columns of a table. */
export function judgeColumns(table: Table, lexicon: Lexicon): Holdings {
  const limit = 4000;
  const step = Math.max(1, Math.floor(table.rows.length / limit));
  const rows = step === 1 ? table.rows : table.rows.filter((_row, at) => at % step === 0);
  return table.columns.slice(0, mostColumns).map((_column, position) =>
    judgeContent(
      rows.map((row) => row.cells[position] ?? null),
      lexicon,
    ),
  );
}

/** Contents that speak for a field even under a heading nobody has seen, with how strongly. */
const telling: Partial<Record<FieldId, readonly [Content, number]>> = {
  student_name: ['person', 0.5],
  class: ['class', 0.5],
  event_date: ['date', 0.34],
  timestamp: ['timestamp', 0.45],
  email: ['email', 0.6],
  phone: ['phone', 0.6],
  student_id: ['snils', 0.6],
  sex: ['sex', 0.5],
  event_level: ['level', 0.42],
  result: ['result', 0.4],
  direction: ['direction', 0.45],
  role: ['role', 0.4],
  attendance_mode: ['mode', 0.4],
  wave: ['wave', 0.36],
  term: ['term', 0.4],
  school_year: ['year', 0.3],
  award_doc: ['link', 0.4],
};
/** Contents by chance common among others: a column of 1–3 is also places. */
const numeric: readonly Content[] = ['number', 'count', 'percent', 'grade', 'ordinal', 'year'];

function scoreField(id: FieldId, named: number, holding: Holding): number {
  const { holds } = fieldOf(id);
  const free = holds.length === 0 || holds.includes('text');
  const fit =
    holding.filled === 0
      ? 0.5
      : free
        ? 0.6
        : Math.max(...holds.map((content) => holding.share[content]));
  if (named >= 0.95) {
    if (holding.filled > 2 && fit < 0.15) return 0.35 * named;
    return named * (0.75 + 0.25 * fit);
  }
  const sign = telling[id];
  const numbers = Math.max(...numeric.map((content) => holding.share[content]));
  const repeating = id === 'student_name' && holding.filled > 20 && holding.distinct < 0.15;
  const value =
    sign && !repeating && holding.filled > 0 && !(id === 'result' && numbers > 0.9)
      ? holding.share[sign[0]] * sign[1]
      : 0;
  const unspecific =
    free && holding.filled > 2 && (numbers > 0.9 || holding.share.date > 0.9) ? 0.6 : 1;
  const known =
    named > 0
      ? named * (0.45 + 0.35 * fit) * (holding.filled > 2 && fit < 0.15 ? 0.4 : unspecific)
      : 0;
  return Math.max(
    known,
    value > 0 && holding.share[sign?.[0] ?? 'text'] > 0.6 ? value + 0.2 * named : 0,
  );
}

const threshold = 0.3;

/**
 * Finds the field of every column: names and contents are scored for every pair, then assigned one to one over the
 * whole table; a field that may repeat takes further columns that name it. `favoured` are the fields of the kind of
 * record that the table is believed to be: they win ties.
 */
export function matchFields(
  table: Table,
  holdings: Holdings,
  favoured: ReadonlySet<FieldId> | null = null,
  fixed: ReadonlyMap<string, FieldId | null> = new Map(),
): FieldMatch[] {
  const scored = table.columns.slice(0, mostColumns).map((column, position) => {
    const holding = holdings[position];
    const names = scoreHeading(column.heading);
    const decided = fixed.get(foldHeading(column.heading));
    return fieldIds.map((id) => {
      if (decided !== undefined) return decided === id ? 2 : 0;
      const named = names.get(id) ?? 0;
      if (!holding || (named === 0 && !telling[id])) return 0;
      const score = scoreField(id, named, holding);
      const liked = favoured === null ? 1 : favoured.has(id) ? 1.12 : 0.9;
      return score * liked < threshold ? 0 : score * liked;
    });
  });
  const busy = scored
    .map((scores, position) => ({ scores, position }))
    .filter(({ scores }) => scores.some((score) => score > 0));
  const chosen = assignBest(busy.map(({ scores }) => scores));
  const byPosition = new Map(busy.map(({ position }, place) => [position, chosen[place] ?? null]));

  return table.columns.map((column, position) => {
    const scores = scored[position] ?? [];
    let place = byPosition.get(position) ?? null;
    if (place === null) {
      const best = scores.reduce((top, score, at) => (score > (scores[top] ?? 0) ? at : top), 0);
      const id = fieldIds[best];
      const may =
        id !== undefined && (fieldOf(id).repeatable === true || fieldOf(id).personal === true);
      if (may && (scores[best] ?? 0) > 0.6) place = best;
    }
    const field = place === null ? null : (fieldIds[place] ?? null);
    const score = place === null ? 0 : Math.min(1, scores[place] ?? 0);
    const decided = fixed.has(foldHeading(column.heading));
    const named = field ? (scoreHeading(column.heading).get(field) ?? 0) : 0;
    const confidence: Confidence = decided
      ? 'recipe'
      : field === null
        ? 'none'
        : named >= 0.95
          ? 'exact'
          : named * 0.6 >= threshold || named > 0.45
            ? 'likely'
            : 'values';
    return { position, column: column.index, heading: column.heading, field, confidence, score };
  });
}
