import type { Dimension } from '#lib/model/dimension.ts';
import type { MemberKey } from '../counts.ts';
import type { PersonSet } from './person-set.ts';

/** The members of one dimension, and which of them each cell belongs to. */
export interface CubeDimension {
  readonly keys: readonly MemberKey[];
  readonly codes: Int32Array;
}

/** What single pupils have in each cell: the cell's rows lie from `starts[cell]` to `starts[cell + 1]`. */
export interface PupilValues {
  readonly starts: Int32Array;
  readonly people: Int32Array;
  /** NaN where a pupil has deeds in the cell and no value. */
  readonly values: Float64Array;
}

/**
 * Deeds counted once by term and by the members of some dimensions of events, so that what they come to over any terms and
 * members can be told without asking again.
 */
export interface Cube {
  readonly by: readonly Dimension[];
  /** How many cells there are: the combinations of term and members that occur. */
  readonly length: number;
  readonly periods: Int32Array;
  readonly dimensions: ReadonlyMap<Dimension, CubeDimension>;
  /** People with a deed that meets a condition, by the condition's SQL and by cell. */
  readonly sets: ReadonlyMap<string, readonly PersonSet[]>;
  /** Sums over deeds, by their SQL and by cell. */
  readonly sums: ReadonlyMap<string, Float64Array>;
  /** Values of pupils, by their SQL. */
  readonly pupils: ReadonlyMap<string, PupilValues>;
  /** Memory that it takes, in bytes. */
  readonly size: number;
}
