import type { Dimension } from './dimension.ts';

/** One condition of a selection: the dimension's value is (or is not) among these. */
export interface Clause {
  readonly dimension: Dimension;
  readonly values: readonly (string | number)[];
  readonly excluded: boolean;
}

/** What is looked at: every clause holds. */
export type Selection = readonly Clause[];
