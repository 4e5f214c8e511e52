import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Absence } from '#lib/model/result.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { ExprNode, Query } from '@uwdata/mosaic-sql';
import type { CellCounts } from './counts.ts';

/** What a value is counted in; «percent» values are shares of one, «pp» values differences of such shares. */
export type Unit =
  | 'percent'
  | 'pp'
  | 'coefficient'
  | 'count'
  | 'participations'
  | 'hours'
  | 'directions'
  | 'points'
  | 'score'
  | 'partners'
  | 'events'
  | 'cells'
  | 'index';

/** Which way is good; «zero» says that neither side is, «context» that nothing is. */
export type Goodness = 'up' | 'down' | 'zero' | 'context';

/**
 * How the counts of parts become the counts of the whole: «sums» add up; «moments» add up as n, Σv and Σv² where the
 * parts share no pupil; «distinct» needs the union of sets of pupils or partners; «recount» needs the records.
 */
export type Merging = 'sums' | 'moments' | 'distinct' | 'recount';

/** One instrument, version and scale of assessment; a null scale is the total over the instrument's scales. */
export interface Score {
  readonly instrument: string;
  readonly version: string | null;
  readonly scale: string | null;
}

/** What one query speaks of: the length of time, the dimensions it is broken by, and the conditions that hold. */
export interface Slice {
  readonly grain: Grain;
  /** Terms that are taken together as one time, which has the number of the last of them; only where the grain is a term. */
  readonly span?: readonly number[];
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
  /** Lengths of time it can speak of. */
  readonly grains: readonly Grain[];
  readonly merging: Merging;
  /** Every reason for which there can be no number. */
  readonly undefinedWhen: readonly Absence[];
  /** Where formula and interval come from: short citations. */
  readonly source: string;
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

/** Names of what a tally counts: see `CellCounts`. */
export type Aggregate = 'x' | 'n' | 'total' | 'squares' | 'x2' | 'n2' | 'line';

/**
 * How the counts over some terms, members and pupils are put together from what is counted once by term and member: «deeds»
 * add up as long as pupils are not told apart, «people» are the pupils of the roll with a deed that meets a condition, and
 * «pupils» add a value up over the deeds of each of them, of whom n, Σ and Σ² are counted.
 */
export type Assembly =
  | { readonly kind: 'deeds' }
  | { readonly kind: 'people'; readonly condition: ExprNode }
  | {
      readonly kind: 'pupils';
      readonly value: ExprNode;
      /** Whether a time without any value is one without records. */
      readonly knownByValue: boolean;
    };

/**
 * What is counted by time and by the slice's dimensions over the rows of a source, each an aggregate in SQL: `x` (what
 * is counted), `n` (its own denominator), `total` and `squares` (Σv and Σv² of a mean), `x2` and `n2` (of the second
 * group), `line` (what may be compared only with its like, such as a version of an instrument).
 */
export interface Tally {
  /** A query with the slice's keys or the name of a table of facts: see `facts`. */
  readonly rows: Query | 'counted' | 'participants';
  /** For «participants»: what is aggregated over the deeds of each, by the names that the counts use. */
  readonly each?: Readonly<Record<string, ExprNode>>;
  /** Absent where only the records themselves can tell what several terms or members come to. */
  readonly assembly?: Assembly;
  readonly counts: Readonly<Partial<Record<Aggregate, ExprNode>>>;
}

/** How a measure is counted in SQL. */
interface Counted extends Described {
  /** The denominator: the pupils on the roll, or the `n` of the tally itself. */
  readonly over: 'roll' | 'own';
  /** Whether it says nothing without a roll although its denominator is its own. */
  readonly needsRoll: boolean;
  /** Times for which a 0 is a fact and not a want of records: rows of `time`. */
  recorded(slice: Slice): Query;
  /** The table in which the members of events' dimensions occur. */
  readonly members: 'deeds' | 'tally';
  tally(slice: Slice): Tally;
  /** The records that make the numerator. */
  traces(slice: Slice): readonly Trace[];
  /** Why there is no number when the denominator is 0 although something is recorded. */
  readonly nothing: Absence | ((counts: CellCounts) => Absence);
}

/**
 * What a measure says of each pupil: rows of `time`, the slice's dimensions, `person`, `value` (1 or 0 for a share) and
 * `line`. Over the roll, a pupil without a row counts as 0; else only pupils with a value are spoken of.
 */
interface OfPupils {
  each(slice: Slice): Query;
}

/** A share: `x` of `n`, or `n − x` of `n` for the `complement`. */
export interface Proportion extends Counted, Partial<OfPupils> {
  readonly kind: 'proportion';
  readonly complement?: true;
  /** What is counted is judged by a limit that each time takes anew from the pupils: two times differ by more than chance among them. */
  readonly shifting?: true;
}

/** A number of things; `n` is shown beside it where the tally has one. */
export interface CountMeasure extends Counted {
  readonly kind: 'count';
}

/** A mean of one value a person (or a pair, or an answer). */
export interface Mean extends Counted, Partial<OfPupils> {
  readonly kind: 'mean';
}

/** `x` per `n`, without an interval. */
export interface Ratio extends Counted {
  readonly kind: 'ratio';
}

/** The share of a first group, `x` of `n`, minus that of a second, `x2` of `n2`. */
export interface Difference extends Counted {
  readonly kind: 'difference';
}

/** A number that a formula makes of what was counted, without an interval. */
export interface Statistic extends Counted {
  readonly kind: 'statistic';
  /** The number, or why there is none; called only where the denominator reaches the minimum. */
  value(counts: CellCounts): number | Absence;
}

/** A weighted mean of other measures on the programme's goalposts, 0 to 100. */
export interface Composite extends Described {
  readonly kind: 'composite';
  readonly index: keyof Programme['indices'];
}

/** A measure that one query counts. */
export type CountedMeasure = Proportion | CountMeasure | Mean | Ratio | Difference | Statistic;

/** A measure that speaks of each pupil, so that the same pupils can be followed from one time to another. */
export type CohortMeasure = (Proportion | Mean) & OfPupils;

/** One measure of the catalogue. */
export type Measure = CountedMeasure | Composite;

/** Says whether the same pupils can be followed from one time to another by a measure. */
export function hasCohort(measure: Measure): measure is CohortMeasure {
  return 'each' in measure && measure.each !== undefined;
}
