import { dimensions, type Dimension } from '#lib/model/dimension.ts';
import { from, join, Query, sql, column, and, isNotDistinct } from '@uwdata/mosaic-sql';
import { isEventDimension, participationTimes } from './facts.ts';
import type { Proportion, Slice } from './measure.ts';
import { eachPupil, shareOf, tallyOf } from './tally.ts';

/** M08: participants with two or more participations, of the participants. */
export const repeated: Proportion = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: dimensions,
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: ({ by }) => shareOf(by, eachPupil(by, sql`count(*)`), sql`value >= 2`),
  traces: ({ by }) => [
    {
      table: 'participation',
      with: { often: eachPupil(by, sql`count(*)`) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM often WHERE value >= 2 AND ${cell}))`,
    },
  ],
};

/**
 * One row a pupil who took part while on the roll of the time before and is on the roll at `time`; `again` says that the
 * pupil takes part now, too. Members of pupils' dimensions are those of now, of events' dimensions the same at both.
 */
function former(by: readonly Dimension[]): Query {
  const kinds = by.filter(isEventDimension);
  const took = Query.from('deeds')
    .select('person', 'time', ...kinds)
    .distinct()
    .where(sql`listed`);
  const succession = Query.from({ times: Query.from('clock').select('time').distinct() }).select(
    'time',
    { next: sql`lead(time) OVER (ORDER BY time)` },
  );
  let rows = join(from('took', 'b'), from('succession', 'o'), { on: sql`b.time = o.time` });
  rows = join(rows, from('enrolled', 'e'), { on: sql`e.person = b.person AND e.time = o.next` });
  rows = join(rows, from('took', 'a'), {
    type: 'LEFT',
    on: and(
      sql`a.person = b.person AND a.time = o.next`,
      ...kinds.map((name) => isNotDistinct(column(name, 'a'), column(name, 'b'))),
    ),
  });
  return Query.from(rows)
    .with({ took, succession })
    .select(
      { time: sql`o.next`, person: sql`b.person`, again: sql`a.person IS NOT NULL` },
      ...by.map((name) => column(name, isEventDimension(name) ? 'b' : 'e')),
    );
}

function retentionTally({ by }: Slice): Query {
  return tallyOf(by, former(by), { x: sql`count(*) FILTER (WHERE again)`, n: sql`count(*)` });
}

/** M09: participants of the time before who are still on the roll and take part again, of those still on the roll. */
export const retention: Proportion = {
  ...repeated,
  tasks: ['3', '4'],
  tally: retentionTally,
  traces: ({ by }) => [
    {
      table: 'participation',
      with: { former: former(by) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM former WHERE ${cell}))`,
    },
  ],
};
