import type { Dimension } from '#lib/model/dimension.ts';
import { cross_join, from, Query, sql, type SelectQuery } from '@uwdata/mosaic-sql';
import { otherDimensions, pupilDimensions } from './facts.ts';
import { keys } from './tally.ts';

/** The number of pupils on the roll by time and by the dimensions that belong to pupils. */
export function rollSizes(by: readonly Dimension[]): Query {
  const groups = keys(pupilDimensions(by));
  return Query.from('enrolled')
    .select(...groups, { n: sql`count(*)` })
    .groupby(...groups);
}

const dated = [
  'roll',
  'participation',
  'headcount',
  'volunteering',
  'assessment',
  'survey',
  'event',
];

/** Every time between the first and the last period of which anything is recorded. */
export function span(): Query {
  const ends = dated.map((table) =>
    Query.from(table).select({ first: sql`min(period)`, last: sql`max(period)` }),
  );
  const outer = Query.from({ all_ends: Query.unionAll(ends) }).select({
    first: sql`min(first)`,
    last: sql`max(last)`,
  });
  return Query.from(cross_join(from('clock', 'c'), from('ends')))
    .with({ ends: outer })
    .select({ time: sql`c.time` })
    .distinct()
    .where(sql`c.period BETWEEN ends.first AND ends.last`);
}

/** Times with the members of pupils' dimensions that occur then: on the roll, or anywhere that something is counted. */
function pupilCells(by: readonly Dimension[], counted: SelectQuery | null): Query {
  const groups = pupilDimensions(by);
  if (groups.length === 0) return Query.from('span').select('time');
  const sizes = Query.from('sizes').select(...keys(groups));
  if (counted === null) return sizes;
  const met = counted
    .clone()
    .select(...keys(groups))
    .where(sql`time IN (SELECT time FROM span)`);
  return Query.union(sizes, met);
}

/**
 * The cells of what is counted, with the members of events' dimensions that occur at any time among some rows; the times
 * and pupils are those of the roll where nothing else is counted.
 */
export function cellsOf(
  by: readonly Dimension[],
  counted: SelectQuery | null,
  members: SelectQuery,
): Query {
  const groups = otherDimensions(by);
  const pupils = Query.from({ pupil_cells: pupilCells(by, counted) });
  if (groups.length === 0) return pupils.select(...keys(by));
  return Query.from(cross_join(from('pupil_cells'), from('event_cells')))
    .with({
      pupil_cells: pupilCells(by, counted),
      event_cells: members
        .clone()
        .select(...groups)
        .distinct(),
    })
    .select(...keys(by));
}
