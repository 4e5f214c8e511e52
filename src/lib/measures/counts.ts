/** What a measure's query counted in one cell: see `measuresQuery`. */
export interface CellCounts {
  readonly x: number | null;
  readonly n: number | null;
  readonly total: number | null;
  readonly squares: number | null;
  /** The second group's `x` of a difference. */
  readonly x2: number | null;
  /** The second group's `n` of a difference. */
  readonly n2: number | null;
  /** What was measured with; numbers of two lines are never compared. */
  readonly line: string | null;
  readonly roll: number;
  readonly known: boolean;
}
