import { pupilSideDimensions } from '#lib/model/dimension.ts';
import { column, from, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { CohortMeasure, Proportion, Slice } from './measure.ts';
import { keys } from './tally.ts';

/**
 * One row a time with the number of participations above which a participant has too many: a percentile (with linear
 * interpolation) of all participants of a year ago, or the programme's number a week over the weeks of the time.
 */
function limits({ programme: { overload } }: Slice): Query {
  if (overload.rule === 'weekly') {
    return Query.from('clock')
      .select('time', {
        most: sql`${literal(overload.weekly)} * sum(((ends - starts) + 1) / 7.0)`,
      })
      .groupby('time');
  }
  return Query.from(join(from('times', 'o'), from('taking', 't'), { on: sql`t.time = o.year_ago` }))
    .where(sql`t.listed`)
    .select({
      time: sql`o.time`,
      most: sql`quantile_cont(t.deeds, ${literal(overload.percentile)})`,
    })
    .groupby(sql`o.time`);
}

/** One row a participant of the roll, time and members; `value` says that it has too many, null where there is no limit. */
function overloads(slice: Slice): Query {
  const { by } = slice;
  const rows = join(from('participants', 't'), from('limits', 'l'), {
    type: 'LEFT',
    on: sql`t.time = l.time`,
  });
  return Query.from(rows)
    .with({ limits: limits(slice) })
    .select(...keys(by).map((name) => column(name, 't')), {
      person: sql`t.person`,
      value: sql`(t.deeds > l.most)::INTEGER`,
      line: literal(null),
    });
}

/** M34: participants with more participations than the programme's rule allows, of the participants. */
export const overload: Proportion & CohortMeasure = {
  kind: 'proportion',
  shifting: true,
  unit: 'percent',
  better: 'down',
  minimum: 10,
  tasks: ['5'],
  by: pupilSideDimensions,
  grains: ['term', 'half', 'year'],
  // A pupil belongs to one class at a time; a year has a limit of its own.
  merging: 'sums',
  undefinedWhen: ['no-roll', 'no-records', 'no-before', 'too-few'],
  source: 'Wilson 1927; Hyndman & Fan 1996, type 7',
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: ({ total }) => (total ? 'no-before' : 'no-records'),
  recorded: participationTimes,
  each: overloads,
  tally: (slice) => ({
    rows: overloads(slice),
    counts: {
      x: sql`count(*) FILTER (WHERE value = 1)`,
      n: sql`count(value)`,
      total: sql`count(*)`,
    },
  }),
  traces: (slice) => [
    {
      table: 'participation',
      with: { overloads: overloads(slice) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM overloads WHERE value = 1 AND ${cell}))`,
    },
  ],
};
