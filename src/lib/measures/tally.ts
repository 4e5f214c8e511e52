import type { Dimension } from '#lib/model/dimension.ts';
import { column, literal, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import type { Assembly, Slice, Tally } from './measure.ts';

/** The keys of a tally: the time and the dimensions. */
export function keys(by: readonly Dimension[]): string[] {
  return ['time', ...by];
}

/** One row a pupil of the roll who took part, time and members, with aggregates over the pupil's counted deeds. */
export function eachPupil(
  by: readonly Dimension[],
  each: Readonly<Record<string, ExprNode>>,
): Query {
  return Query.from('counted')
    .select(...keys(by), 'person', each)
    .where(sql`listed`)
    .groupby(...keys(by), 'person');
}

/** `n`, `total` and `squares` of a value. */
export function momentsOf(value: ExprNode): Tally['counts'] {
  return {
    n: sql`count(${value})`,
    total: sql`sum(${value})`,
    squares: sql`sum((${value})::DOUBLE * ${value})`,
  };
}

/** `x` rows that meet a condition, of `n` rows. */
export function shareOf(condition: ExprNode): Tally['counts'] {
  return { x: sql`count(*) FILTER (WHERE ${condition})`, n: sql`count(*)` };
}

/** How a value of each pupil is counted together and told one by one. */
interface PupilCounting {
  tally(slice: Slice): Tally;
  each(slice: Slice): Query;
}

/** An aggregate over the deeds of one participant, under a name that every measure with the same aggregate uses. */
export interface OfDeeds {
  readonly name: string;
  readonly aggregate: ExprNode;
  /** How it adds up over several cells, where it does. */
  readonly assembly?: Assembly;
}

function counting(
  of: OfDeeds | ((slice: Slice) => OfDeeds),
  counts: (value: ExprNode) => Tally['counts'],
  value: (own: ExprNode) => ExprNode,
): PupilCounting {
  const asked = (slice: Slice) => (typeof of === 'function' ? of(slice) : of);
  return {
    tally(slice) {
      const { name, aggregate, assembly } = asked(slice);
      return {
        rows: 'participants',
        each: { [name]: aggregate },
        counts: counts(column(name)),
        ...(assembly ? { assembly } : {}),
      };
    },
    each(slice) {
      const { name, aggregate } = asked(slice);
      return Query.from({ taking: eachPupil(slice.by, { [name]: aggregate }) }).select(
        ...keys(slice.by),
        'person',
        { value: value(column(name)), line: literal(null) },
      );
    },
  };
}

/** The participants of whom a condition holds, of the participants. */
export function shareOfPupils(
  of: OfDeeds,
  condition: (value: ExprNode) => ExprNode,
): PupilCounting {
  return counting(
    { name: of.name, aggregate: of.aggregate },
    (value) => shareOf(condition(value)),
    (value) => sql`(${condition(value)})::INTEGER`,
  );
}

/** The mean of an aggregate over the participants who have one. */
export function meanOfPupils(of: OfDeeds | ((slice: Slice) => OfDeeds)): PupilCounting {
  return counting(of, momentsOf, (value) => value);
}

/** How many counted deeds a participant has. */
export const deedCount: OfDeeds = {
  name: 'deeds',
  aggregate: sql`count(*)`,
  assembly: { kind: 'pupils', value: sql`1`, knownByValue: false },
};
