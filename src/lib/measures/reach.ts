import { dimensions, type Dimension } from '#lib/model/dimension.ts';
import {
  and,
  column,
  cross_join,
  from,
  isNotDistinct,
  join,
  Query,
  sql,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import { isEventDimension, participationTimes } from './facts.ts';
import type { CohortMeasure, Proportion } from './measure.ts';
import { meanOfPupils } from './tally.ts';
import { traceDeeds } from './trace.ts';

/** A share of the roll: pupils with a counted deed that meets a condition, under a name of its own. */
export function shareOfRoll(
  tasks: readonly string[],
  name: string,
  condition: ExprNode,
): Proportion & CohortMeasure {
  const aggregate = sql`max((${condition})::INTEGER)`;
  const { each, tally } = meanOfPupils({ name, aggregate });
  return {
    kind: 'proportion',
    unit: 'percent',
    better: 'up',
    minimum: 10,
    tasks,
    by: dimensions,
    grains: ['term', 'half', 'year'],
    // A pupil may take part in several times, blocks or directions: only pupils of different classes add up.
    merging: 'distinct',
    undefinedWhen: ['no-roll', 'no-records', 'too-few'],
    source: 'Wilson 1927; PISA 2022 III ch. 6',
    over: 'roll',
    needsRoll: true,
    members: 'deeds',
    nothing: 'no-roll',
    recorded: participationTimes,
    each,
    tally: (slice) => ({
      ...tally(slice),
      counts: { x: sql`sum(${column(name)})` },
      assembly: { kind: 'people', condition },
    }),
    traces: () => traceDeeds(sql`listed AND ${condition}`),
  };
}

/** M01: distinct pupils of the roll with a counted deed, of the roll. */
export const reach = shareOfRoll(['2', '3'], 'reached', sql`true`);

/** M02: the same in events of a known block. */
export const blockReach = shareOfRoll(['1', '2'], 'in_block', sql`block IS NOT NULL`);

/** M03: pupils of the roll without a counted deed, of the roll. */
export const unreached: Proportion & CohortMeasure = {
  ...reach,
  tasks: ['2', '5'],
  better: 'down',
  complement: true,
  traces: ({ by }) => [
    {
      table: 'roll',
      with: { absent: countable(by) },
      where: (cell) =>
        sql`(f.person, f.period) IN (SELECT (person, period) FROM absent WHERE ${cell})`,
    },
  ],
};

/** One row a pupil of the selection and period of its time, for each member of events' dimensions without a deed. */
function countable(by: readonly Dimension[]): Query {
  const kinds = by.filter(isEventDimension);
  const members =
    kinds.length === 0
      ? Query.select({ anything: sql`true` })
      : Query.from('deeds')
          .select(...kinds)
          .distinct();
  const took = and(
    sql`listed AND person = e.person AND time = e.time`,
    ...kinds.map((name) => isNotDistinct(column(name), column(name, 'm'))),
  );
  const deed = Query.from('counted')
    .select({ one: sql`1` })
    .where(took);
  const rows = join(cross_join(from('enrolled', 'e'), from('members', 'm')), from('clock', 'c'), {
    on: sql`c.time = e.time`,
  });
  return Query.from(rows)
    .with({ members })
    .select(column('*', 'e'), { period: sql`c.period` }, ...kinds.map((name) => column(name, 'm')))
    .where(sql`NOT EXISTS (${deed})`);
}

/** M29: pupils of the roll in an event of a civic direction or in volunteering, of the roll. */
export const civicReach: Proportion & CohortMeasure = {
  ...shareOfRoll(['4'], 'civic_deed', sql`(civic OR volunteering)`),
  source: 'Wilson 1927; ICCS 2022',
};

/** M19: pupils of the roll with an award, of the roll. */
export const awarded = shareOfRoll(['3'], 'won', sql`award`);
