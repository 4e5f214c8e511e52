import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { Score } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';

/** With which earlier time each number is compared. */
export type Comparison = 'year-ago' | 'previous' | 'none';

/** What is asked of the data; times are period numbers, or school years where the grain is a year. */
export interface Question {
  readonly measure: MeasureId;
  /** None, one or two dimensions. */
  readonly by: readonly Dimension[];
  readonly grain: Grain;
  readonly times: 'all' | readonly number[];
  /** Terms that are taken together as one time, which has the number of the last of them; only where the grain is a term. */
  readonly span?: readonly number[];
  readonly selection: Selection;
  readonly compare: Comparison;
  /** For measures of assessment: which scores; without it, the instrument that most pupils have. */
  readonly score?: Score;
}

/** Says whether the measure can be broken down and filtered by all that the question names. */
export function isDivisible({ measure, by, selection }: Question): boolean {
  const allowed = measures[measure].by;
  return [...by, ...selection.map((clause) => clause.dimension)].every((dimension) =>
    allowed.includes(dimension),
  );
}
