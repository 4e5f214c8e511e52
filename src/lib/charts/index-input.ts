import type { Subject } from './chart-input.ts';

/** One part of a composite index at one time or for one slice. */
export interface IndexPart {
  readonly id: string;
  readonly label: string;
  /** Share of the weights, from 0 to 1. */
  readonly weight: number;
  /** The part's score on the scale of the index. */
  readonly score: number;
  /** Weight times score: what the part adds to the index. */
  readonly contribution: number;
  /** The value that was measured, with its unit: «68,4 %». */
  readonly raw: string;
}

/** A part that is not there, and why. */
export interface MissingPart {
  readonly id: string;
  readonly label: string;
  readonly weight: number;
  readonly reason: string;
}

/** One value of the index with what it is made of; the ends hold 90 % of the variants of weights and methods. */
export interface IndexBar {
  readonly label: string;
  readonly total: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly parts: readonly IndexPart[];
  readonly missing: readonly MissingPart[];
}

/** A composite index at some times or for some slices. */
export interface IndexInput extends Subject {
  readonly bars: readonly IndexBar[];
  /** The largest value that the index can have. */
  readonly limit: number;
}

/** A part of a bar, or the bar's total where there is no part. */
export interface IndexMark {
  /** Index of the part among all parts of the input, so that the same part is looked at in every bar; −1 for the total. */
  readonly series: number;
  readonly bar: number;
  readonly part: string | null;
}
