import { pupilSideDimensions } from '#lib/model/dimension.ts';
import { column, from, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import type { CohortMeasure, Proportion, Slice } from './measure.ts';
import { keys, shareOf } from './tally.ts';

/** One row a person and period with a counted deed in the programme's block of universities. */
function visits({ programme }: Slice): Query {
  return Query.from('deeds')
    .select('person', 'period')
    .distinct()
    .where(sql`block = ${literal(programme.continuity.block)}`);
}

/**
 * One row a pupil of the roll in the programme's grades; `value` says that a period of the time and the period just before
 * it both have a visit.
 */
function continuing(slice: Slice): Query {
  const { from: lowest, to: highest } = slice.programme.continuity;
  const lasting = Query.from(
    join(
      join(from('visits', 'a'), from('visits', 'b'), {
        on: sql`a.person = b.person AND b.period = a.period - 1`,
      }),
      from('clock', 'c'),
      { on: sql`c.period = a.period` },
    ),
  )
    .select({ person: sql`a.person`, time: sql`c.time` })
    .distinct();
  const rows = join(from('enrolled', 'e'), from('lasting', 'l'), {
    type: 'LEFT',
    on: sql`l.person = e.person AND l.time = e.time`,
  });
  return Query.from(rows)
    .with({ visits: visits(slice), lasting })
    .select(...keys(slice.by).map((name) => column(name, 'e')), {
      person: sql`e.person`,
      value: sql`(l.person IS NOT NULL)::INTEGER`,
      line: literal(null),
    })
    .where(sql`e.grade BETWEEN ${literal(lowest)} AND ${literal(highest)}`);
}

/** Times of which some period and the one just before it have participations. */
function recorded(): Query {
  return Query.from(from('clock', 'c'))
    .select({ time: sql`c.time` })
    .distinct()
    .where(
      sql`c.period IN (SELECT period FROM participation)
        AND c.period - 1 IN (SELECT period FROM participation)`,
    );
}

/** M39: pupils of the upper grades with activities of universities in two successive terms, of these grades' roll. */
export const continuity: Proportion & CohortMeasure = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['1'],
  by: pupilSideDimensions,
  grains: ['term', 'half', 'year'],
  // A pupil may go on in several pairs of terms.
  merging: 'distinct',
  undefinedWhen: ['no-roll', 'no-records', 'other-pupils', 'too-few'],
  source: 'Wilson 1927',
  over: 'own',
  needsRoll: true,
  members: 'tally',
  nothing: 'other-pupils',
  recorded,
  each: continuing,
  tally: (slice) => ({ rows: continuing(slice), counts: shareOf(sql`value = 1`) }),
  traces: (slice) => [
    {
      table: 'participation',
      with: { continuing: continuing(slice) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (d.event, d.person)
        FROM counted d WHERE ${cell} AND d.block = ${literal(slice.programme.continuity.block)}
          AND d.person IN (SELECT person FROM continuing WHERE value = 1 AND ${cell}))`,
    },
  ],
};
