import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Absence } from '#lib/model/result.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { ExprNode, Query } from '@uwdata/mosaic-sql';

/** What a value is counted in; «percent» values are shares of one. */
export type Unit =
  | 'percent'
  | 'count'
  | 'participations'
  | 'hours'
  | 'directions'
  | 'points'
  | 'score'
  | 'partners'
  | 'index';

/** Which way is good; «context» says that neither is. */
export type Goodness = 'up' | 'down' | 'context';

/** One instrument, version and scale of assessment; a null scale is the total over the instrument's scales. */
export interface Score {
  readonly instrument: string;
  readonly version: string | null;
  readonly scale: string | null;
}

/** What one query speaks of: the length of time, the dimensions it is broken by, and the conditions that hold. */
export interface Slice {
  readonly grain: Grain;
  readonly by: readonly Dimension[];
  readonly selection: Selection;
  readonly programme: Programme;
  /** The scores that measures of assessment speak of; null chooses what most pupils have. */
  readonly score: Score | null;
}

interface Described {
  readonly unit: Unit;
  readonly better: Goodness;
  /** Under this n there is no number. */
  readonly minimum: number;
  /** Ids of the programme's tasks that the measure speaks of. */
  readonly tasks: readonly string[];
  /** What it may be broken down and filtered by. */
  readonly by: readonly Dimension[];
}

/** Tables of facts that records can be shown of. */
export type FactTable =
  | 'participation'
  | 'headcount'
  | 'roll'
  | 'event'
  | 'partner'
  | 'assessment'
  | 'survey'
  | 'volunteering';

/**
 * Which rows of a table make a measure's numerator: a condition on the table as `f`, given the condition that a cell
 * puts on `time` and the slice's dimensions; `with` are the tables it needs beside the facts.
 */
export interface Trace {
  readonly table: FactTable;
  readonly with: Readonly<Record<string, Query>>;
  readonly where: (cell: ExprNode) => ExprNode;
}

/**
 * How a measure is counted in SQL. `tally` gives rows of `time`, the slice's dimensions, and `x` (what is counted),
 * `n` (its own denominator), `total` and `squares` (Σv and Σv² of a mean), `line` (what may be compared only with its
 * like, such as a version of an instrument), null where the statistic has none.
 */
interface Counted extends Described {
  /** The denominator: the pupils on the roll, or the `n` of the tally itself. */
  readonly over: 'roll' | 'own';
  /** Whether it says nothing without a roll although its denominator is its own. */
  readonly needsRoll: boolean;
  /** Times for which a 0 is a fact and not a want of records: rows of `time`. */
  recorded(slice: Slice): Query;
  /** The table in which the members of events' dimensions occur. */
  readonly members: 'deeds' | 'tally';
  tally(slice: Slice): Query;
  /** The records that make the numerator. */
  traces(slice: Slice): readonly Trace[];
  /** Why there is no number when the denominator is 0 although something is recorded. */
  readonly nothing: Absence;
}

/** A share: `x` of `n`, or `n − x` of `n` for the `complement`. */
export interface Proportion extends Counted {
  readonly kind: 'proportion';
  readonly complement?: true;
}

/** A number of things; `n` is shown beside it where the tally has one. */
export interface CountMeasure extends Counted {
  readonly kind: 'count';
}

/** A mean of one value a person (or a pair, or an answer). */
export interface Mean extends Counted {
  readonly kind: 'mean';
}

/** A weighted mean of other measures on the programme's goalposts, 0 to 100. */
export interface Composite extends Described {
  readonly kind: 'composite';
  readonly index: keyof Programme['indices'];
}

/** A measure that one query counts. */
export type CountedMeasure = Proportion | CountMeasure | Mean;

/** One measure of the catalogue. */
export type Measure = CountedMeasure | Composite;
