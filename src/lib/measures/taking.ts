import { eventDimensions, pupilSideDimensions } from '#lib/model/dimension.ts';
import { column, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import type { Slice } from './measure.ts';

/** Aggregates over the counted deeds of one person, by the names that measures use. */
export type EachPerson = Readonly<Record<string, ExprNode>>;

// The roll tells one class, grade and sex of a person and time; those of a person who is not on it are not asked for.
const ofPerson = ['listed', ...pupilSideDimensions].map((name): [string, ExprNode] => [
  name,
  sql`any_value(${column(name)})`,
]);

function taken({ by }: Slice, deeds: 'deeds' | 'counted', each: EachPerson): Query {
  const cell = ['time', 'person', ...by.filter((name) => eventDimensions.includes(name))];
  return Query.from(deeds)
    .select(...cell, { ...Object.fromEntries(ofPerson), deeds: sql`count(*)`, ...each })
    .groupby(...cell);
}

/**
 * Who took part, by name: `taking` has one row a person, time and members of events' dimensions with a counted deed, on the
 * roll (`listed`) or not, with the number of `deeds` and the aggregates given; `participants` are those rows of it that are
 * pupils of the selection on the roll.
 */
export function takingTables(slice: Slice, each: EachPerson): Record<string, Query> {
  const isLimited = slice.selection.some(({ dimension }) =>
    pupilSideDimensions.includes(dimension),
  );
  const limited = isLimited ? { limited: taken(slice, 'counted', each) } : 'taking';
  return {
    taking: taken(slice, 'deeds', each),
    participants: Query.from(limited)
      .select('*')
      .where(sql`listed`),
  };
}
