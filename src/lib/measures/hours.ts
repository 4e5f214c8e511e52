import { dimensions } from '#lib/model/dimension.ts';
import { from, join, Query, sql } from '@uwdata/mosaic-sql';
import { isEventDimension, participationTimes } from './facts.ts';
import type { Mean, Slice } from './measure.ts';
import { eachPupil, moments } from './tally.ts';
import { traceDeeds } from './trace.ts';

const pupilSide = dimensions.filter((dimension) => !isEventDimension(dimension));

/** M06: hours of participations per participant; a participant without recorded hours counts with 0. */
export const hoursPerParticipant: Mean = {
  kind: 'mean',
  unit: 'hours',
  better: 'up',
  minimum: 5,
  tasks: ['3'],
  by: dimensions,
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: () =>
    Query.from({ times: participationTimes() })
      .select('time')
      .where(sql`time IN (SELECT time FROM deeds WHERE hours IS NOT NULL)`),
  tally: ({ by }) => moments(by, eachPupil(by, sql`coalesce(sum(hours), 0)`)),
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

function volunteerTally({ by }: Slice): Query {
  const rows = join(from('volunteered', 'v'), from('enrolled', 'e'), {
    on: sql`v.person = e.person AND v.time = e.time`,
  });
  const each = Query.from(rows)
    .with({ volunteered: volunteered() })
    .select({ time: sql`v.time`, person: sql`v.person` }, ...by.map((name) => ({ [name]: name })), {
      value: sql`sum(v.hours)`,
    })
    .groupby(sql`v.time`, sql`v.person`, ...by);
  return moments(by, each);
}

/** M30: hours of volunteering, at events and beside them, per pupil on the roll. */
export const volunteerHours: Mean = {
  kind: 'mean',
  unit: 'hours',
  better: 'up',
  minimum: 10,
  tasks: ['4'],
  by: pupilSide,
  over: 'roll',
  needsRoll: true,
  members: 'tally',
  nothing: 'no-roll',
  recorded: () => Query.from({ all: volunteered() }).select('time').distinct(),
  tally: volunteerTally,
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
