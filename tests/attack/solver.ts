/** A whole or real number to be found, within bounds, with what one of it costs. */
export interface SolverColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly whole: boolean;
}

/** A weighted sum of columns that must lie within bounds. */
export interface SolverRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly weights: readonly number[];
}

/** A linear programme: the least or the greatest cost under the rows. */
export interface LinearProgram {
  readonly sense: 'least' | 'greatest';
  readonly columns: readonly SolverColumn[];
  readonly rows: readonly SolverRow[];
}

/**
 * What a solver says: the best values of the columns, that there are none, or that it could not tell in time. Only the
 * first is acted upon, and only after it was checked by adding up.
 */
export type Solution =
  | { readonly kind: 'found'; readonly values: readonly number[]; readonly cost: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'undecided' };

/** Solves linear programmes with whole numbers. */
export interface Solver {
  /** @param seconds After so long it gives up. */
  solve(program: LinearProgram, seconds: number): Solution;
}
