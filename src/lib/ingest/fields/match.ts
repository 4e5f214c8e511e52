import type { Table } from '#lib/model/table.ts';
import type { Lexicon } from '../lexicon.ts';
import { assignBest } from './assign.ts';
import { fieldIds, fieldOf, type FieldId } from './catalogue.ts';
import { judgeContent, mainContent, type Holding } from './content.ts';
import type { Content } from './field.ts';
import { foldHeading } from './heading.ts';
import { scoreHeading } from './likeness.ts';
import { scoreField, speaks } from './score-field.ts';

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
  /** What most of the column's cells hold; null where they are plain or mixed texts. */
  readonly holds?: Content | null;
}

/** Beyond so many columns a table is no longer understood column by column: those further right stay without a field. */
export const mostColumns = 400;

/** What each column of a table holds, in the order of its columns. */
export type Holdings = readonly Holding[];

/** Judges the contents of all columns of a table. */
export function judgeColumns(table: Table, lexicon: Lexicon): Holdings {
  const limit = 4000;
  const step = Math.max(1, Math.floor(table.rows.length / limit));
  const rows = Array.from({ length: Math.ceil(table.rows.length / step) }, (_, at) =>
    table.rows.at(at * step),
  );
  return table.columns.slice(0, mostColumns).map((_column, position) =>
    judgeContent(
      rows.map((row) => row?.cells[position] ?? null),
      lexicon,
    ),
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
      if (!holding || (named === 0 && !speaks(id))) return 0;
      const score = scoreField(id, named, holding);
      const liked = favoured === null ? 1 : favoured.has(id) ? 1.12 : 0.9;
      return score * liked < threshold ? 0 : score * liked;
    });
  });
  const busy = scored
    .map((scores, position) => ({ scores, position }))
    .filter(({ scores }) => scores.some((score) => score > 0));
  // Squares: one sure match is worth more than two doubtful ones.
  const chosen = assignBest(busy.map(({ scores }) => scores.map((score) => score ** 2)));
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
    const holding = holdings[position];
    return {
      position,
      column: column.index,
      heading: column.heading,
      field,
      confidence,
      score,
      holds: holding ? mainContent(holding) : null,
    };
  });
}
