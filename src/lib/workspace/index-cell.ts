import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import type { ChartInput, Mark } from '#lib/charts/chart-input.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Measure } from '#lib/measures/measure.ts';
import type { IndexName } from './index-history.ts';

/** One cell of an index as a person chose it in a picture, with the names of what it speaks of. */
export interface ChosenIndex {
  readonly index: IndexName;
  readonly cell: AnsweredCell;
  /** The member that the cell speaks of, or the index where it is not broken down. */
  readonly label: string;
  readonly period: string;
}

/** The index that a result speaks of, or null where its measure is none. */
export function indexOf({ question }: Pick<Result, 'question'>): IndexName | null {
  const measure: Measure = measures[question.measure];
  return measure.kind === 'composite' ? measure.index : null;
}

/** The cell of an index behind a mark; without a mark, that of the first series at the last time. Null where there is none. */
export function chosenIndex(
  result: Result,
  { series, periods }: ChartInput,
  mark: Mark | null,
): ChosenIndex | null {
  const index = indexOf(result);
  const one = series[mark?.series ?? 0];
  const period = periods[mark?.period ?? periods.length - 1];
  if (!index || !one || !period) return null;
  const key: unknown = JSON.parse(one.id)[0];
  const cell = result.cells.find(
    ({ time, members }) =>
      time === period.time && (result.question.by.length === 0 || members[0] === key),
  );
  return cell ? { index, cell, label: one.label, period: period.name } : null;
}
