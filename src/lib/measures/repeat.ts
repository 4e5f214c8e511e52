import { dimensions } from '#lib/model/dimension.ts';
import { and, column, from, isNotDistinct, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import { isEventDimension, participationTimes } from './facts.ts';
import type { CohortMeasure, Proportion, Slice } from './measure.ts';
import { deedCount, eachPupil, keys, shareOf, shareOfPupils } from './tally.ts';
import { traceRoll } from './trace.ts';

/** M08: participants with two or more participations, of the participants. */
export const repeated: Proportion & CohortMeasure = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: dimensions,
  grains: ['term', 'half', 'year'],
  // Two participations of one pupil may lie in two times, blocks or classes.
  merging: 'recount',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Wilson 1927',
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  ...shareOfPupils(deedCount, (value) => sql`${value} >= 2`),
  traces: ({ by }) => [
    {
      table: 'participation',
      with: { often: eachPupil(by, { deeds: sql`count(*)` }) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM often WHERE deeds >= 2 AND ${cell}))`,
    },
  ],
};

/**
 * One row a pupil who took part while on the roll of the time before and is on the roll at `time`; `value` says whether the
 * pupil takes part now, too. Members of pupils' dimensions are those of now, of events' dimensions the same at both.
 */
function former({ by }: Slice): Query {
  const kinds = by.filter(isEventDimension);
  const took = Query.from('taking')
    .select('person', 'time', ...kinds)
    .where(sql`listed`);
  let rows = join(from('took', 'b'), from('times', 'o'), { on: sql`b.time = o.former` });
  rows = join(rows, from('enrolled', 'e'), { on: sql`e.person = b.person AND e.time = o.time` });
  rows = join(rows, from('took', 'a'), {
    type: 'LEFT',
    on: and(
      sql`a.person = b.person AND a.time = o.time`,
      ...kinds.map((name) => isNotDistinct(column(name, 'a'), column(name, 'b'))),
    ),
  });
  return Query.from(rows)
    .with({ took })
    .select(
      {
        time: sql`o.time`,
        person: sql`b.person`,
        value: sql`(a.person IS NOT NULL)::INTEGER`,
        line: literal(null),
      },
      ...by.map((name) => column(name, isEventDimension(name) ? 'b' : 'e')),
    );
}

/** M09: participants of the time before who are still on the roll and take part again, of those still on the roll. */
export const retention: Proportion & CohortMeasure = {
  ...repeated,
  tasks: ['3', '4'],
  // A pupil belongs to one class at a time, but may be kept in several blocks.
  merging: 'distinct',
  each: former,
  tally: (slice) => ({ rows: former(slice), counts: shareOf(sql`value = 1`) }),
  traces: (slice) => [
    {
      table: 'participation',
      with: { former: former(slice) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM former WHERE ${cell}))`,
    },
  ],
};

/** M11: participants of the time before who are still on the roll and take no part now, of those still on the roll. */
export const dropOut: Proportion & CohortMeasure = {
  ...retention,
  better: 'down',
  tasks: ['5'],
  complement: true,
  traces: (slice) =>
    traceRoll(
      Query.from({ former: former(slice) })
        .select('*')
        .where(sql`value = 0`),
    ),
};

/**
 * One row a participant on the roll, time and members; `value` says that no earlier time has a deed of that person with
 * the same members of events' dimensions.
 */
function entrants({ by }: Slice): Query {
  const kinds = by.filter(isEventDimension);
  const firsts = Query.from('taking')
    .select('person', ...kinds, { first: sql`min(time)` })
    .groupby('person', ...kinds);
  const rows = join(from('participants', 't'), from('firsts', 'f'), {
    on: and(
      sql`t.person = f.person`,
      ...kinds.map((name) => isNotDistinct(column(name, 't'), column(name, 'f'))),
    ),
  });
  return Query.from(rows)
    .with({ firsts })
    .select(...keys(by).map((name) => column(name, 't')), {
      person: sql`t.person`,
      value: sql`(f.first = t.time)::INTEGER`,
      line: literal(null),
    });
}

/** M10: participants without any earlier participation in what is loaded, of the participants. */
export const newEntrants: Proportion & CohortMeasure = {
  ...repeated,
  tasks: ['2'],
  // Who is new to a block may be an old hand elsewhere.
  merging: 'distinct',
  recorded: () =>
    Query.from({ told: participationTimes() })
      .select('time')
      .where(
        sql`time > (SELECT min(c.time) FROM participation a JOIN clock c ON a.period = c.period)`,
      ),
  each: entrants,
  tally: (slice) => ({ rows: entrants(slice), counts: shareOf(sql`value = 1`) }),
  traces: (slice) => [
    {
      table: 'participation',
      with: { entrants: entrants(slice) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM entrants WHERE value = 1 AND ${cell}))`,
    },
  ],
};
