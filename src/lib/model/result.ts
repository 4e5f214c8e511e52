/** Why there is no number. */
export type Absence =
  | 'no-roll'
  | 'too-few'
  | 'no-records'
  | 'no-pairs'
  | 'no-contracts'
  | 'no-plan'
  | 'no-before'
  | 'no-spread'
  | 'no-split'
  | 'all-zero'
  | 'other-pupils'
  | 'incomplete-index'
  | 'no-weights'
  | 'no-scale'
  | 'not-divisible'
  | 'withheld';

/** A number with what it rests on. `x` of `n` for proportions, `n` alone for means; the interval is 95 %. */
export interface Estimate {
  readonly value: number;
  readonly x: number | null;
  readonly n: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A measure's outcome in one cell: an estimate, or the reason why there is none. */
export type Outcome =
  | ({ readonly kind: 'estimate' } & Estimate)
  | { readonly kind: 'absent'; readonly reason: Absence; readonly n: number | null };

/** Difference between two outcomes of one measure, later minus earlier, in the measure's unit; the interval is 95 %. */
export interface Difference {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A difference with what it takes to tell it from chance; null where the statistic has none. */
export interface Change extends Difference {
  /** Two-sided p value of «nothing changed»; of many at once, read their q. */
  readonly p: number | null;
  /** The smallest change that groups of these sizes could have shown. */
  readonly detectable: number | null;
}

/** One cell of a result: the time it speaks of, the members of its dimensions, its outcome and that of a year ago. */
export interface ResultCell {
  readonly time: number;
  readonly members: readonly (string | number | null)[];
  readonly outcome: Outcome;
  readonly before: Outcome | null;
  readonly change: Change | null;
}
