import { dimensions, pupilSideDimensions } from '#lib/model/dimension.ts';
import { from, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { CohortMeasure, Mean, Slice } from './measure.ts';
import { meanOfPupils, momentsOf } from './tally.ts';
import { traceDeeds } from './trace.ts';

/** M06: hours of participations per participant; a participant without recorded hours counts with 0. */
export const hoursPerParticipant: Mean & CohortMeasure = {
  kind: 'mean',
  unit: 'hours',
  better: 'up',
  minimum: 5,
  tasks: ['3'],
  by: dimensions,
  grains: ['term', 'half', 'year'],
  // Pupils of different classes add up; one pupil of two blocks does not.
  merging: 'moments',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Student 1908; Ingenuity Creative Schools 2016',
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: () =>
    Query.from({ times: participationTimes() })
      .select('time')
      .where(sql`time IN (SELECT time FROM deeds WHERE hours IS NOT NULL)`),
  ...meanOfPupils({
    name: 'hours_taken',
    aggregate: sql`coalesce(sum(hours), 0)`,
    assembly: { kind: 'pupils', value: sql`hours`, knownByValue: true },
  }),
  traces: () => traceDeeds(sql`listed AND hours IS NOT NULL`),
};

/** One row a person, time and piece of volunteering with its hours, over all events. */
function volunteered(): Query {
  const loose = Query.from(
    join(from('volunteering', 'v'), from('clock', 'c'), { on: sql`v.period = c.period` }),
  ).select({ time: sql`c.time`, person: sql`v.person`, hours: sql`v.hours` });
  const atEvents = Query.from('deeds')
    .select('time', 'person', 'hours')
    .where(sql`volunteering`);
  return Query.from({ all: Query.unionAll(loose, atEvents) })
    .select('*')
    .where(sql`hours IS NOT NULL`);
}

/** One row a pupil of the roll, time and members with the hours of volunteering. */
function volunteers({ by }: Slice): Query {
  const rows = join(from('volunteered', 'v'), from('enrolled', 'e'), {
    on: sql`v.person = e.person AND v.time = e.time`,
  });
  return Query.from(rows)
    .with({ volunteered: volunteered() })
    .select({ time: sql`v.time`, person: sql`v.person` }, ...by.map((name) => ({ [name]: name })), {
      value: sql`sum(v.hours)`,
      line: literal(null),
    })
    .groupby(sql`v.time`, sql`v.person`, ...by);
}

/** M30: hours of volunteering, at events and beside them, per pupil on the roll. */
export const volunteerHours: Mean & CohortMeasure = {
  kind: 'mean',
  unit: 'hours',
  better: 'up',
  minimum: 10,
  tasks: ['4'],
  by: pupilSideDimensions,
  grains: ['term', 'half', 'year'],
  merging: 'moments',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Student 1908; ICCS 2022',
  over: 'roll',
  needsRoll: true,
  members: 'tally',
  nothing: 'no-roll',
  recorded: () => Query.from({ all: volunteered() }).select('time').distinct(),
  each: volunteers,
  tally: (slice) => ({ rows: volunteers(slice), counts: momentsOf(sql`value`) }),
  traces: () => [
    ...traceDeeds(sql`listed AND volunteering AND hours IS NOT NULL`),
    {
      table: 'volunteering',
      with: {},
      where: (cell) => sql`f.hours IS NOT NULL AND (f.person, f.period) IN
        (SELECT (e.person, c.period) FROM (SELECT * FROM enrolled WHERE ${cell}) e JOIN clock c ON e.time = c.time)`,
    },
  ],
};
