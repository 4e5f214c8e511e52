import { dimensions } from '#lib/model/dimension.ts';
import { column, Query, sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { CohortMeasure, CountMeasure, Mean, Slice, Statistic } from './measure.ts';
import { deedCount, keys, meanOfPupils } from './tally.ts';
import { traceDeeds } from './trace.ts';

const described = {
  by: dimensions,
  grains: ['term', 'half', 'year'],
  members: 'deeds',
  recorded: participationTimes,
} as const;

/** M04: participations by name. */
export const participationCount: CountMeasure = {
  ...described,
  kind: 'count',
  unit: 'participations',
  better: 'context',
  minimum: 0,
  tasks: ['1'],
  // Each participation belongs to one time and one member of each dimension.
  merging: 'sums',
  undefinedWhen: ['no-records'],
  source: 'measures.md M04',
  over: 'own',
  needsRoll: false,
  nothing: 'no-records',
  tally: () => ({ rows: 'counted', counts: { x: sql`count(*)` }, assembly: { kind: 'deeds' } }),
  traces: () => traceDeeds(),
};

/** M05: participations by name per participant. */
export const intensity: Mean & CohortMeasure = {
  ...described,
  kind: 'mean',
  unit: 'participations',
  better: 'context',
  minimum: 5,
  tasks: ['3'],
  // Pupils of different classes add up; one pupil of two blocks does not.
  merging: 'moments',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Student 1908',
  over: 'own',
  needsRoll: true,
  nothing: 'no-records',
  ...meanOfPupils(deedCount),
  traces: () => traceDeeds(sql`listed`),
};

/** M07: participations by name per pupil on the roll. */
export const load: Mean & CohortMeasure = {
  ...intensity,
  minimum: 10,
  tasks: ['5'],
  over: 'roll',
  nothing: 'no-roll',
};

/**
 * One row a number of deeds, time and members: `pupils` have so many and `fewer` have fewer, of the participants on the
 * roll. In the order of deeds they stand at the places from `fewer` + 1 to `fewer` + `pupils`.
 */
function ranks({ by }: Slice): Query {
  const cell = keys(by);
  const alike = Query.from('participants')
    .select(...cell, 'deeds', { pupils: sql`count(*)` })
    .groupby(...cell, 'deeds');
  const upTo = cell.map((name) => String(column(name))).join(', ');
  return Query.from({ alike }).select(...cell, 'deeds', 'pupils', {
    fewer: sql`sum(pupils) OVER (PARTITION BY ${upTo} ORDER BY deeds) - pupils`,
  });
}

/**
 * M37: Gini coefficient of participations over the pupils on the roll, with those who took no part:
 * 2 Σ i·vᵢ / (N Σ v) − (N + 1) / N over the values in order.
 */
export const inequality: Statistic = {
  ...described,
  kind: 'statistic',
  over: 'roll',
  needsRoll: true,
  nothing: 'no-roll',
  unit: 'coefficient',
  better: 'down',
  minimum: 20,
  tasks: ['2'],
  // The order of all pupils decides.
  merging: 'recount',
  undefinedWhen: ['no-roll', 'no-records', 'too-few', 'all-zero'],
  source: 'Gini 1912; Dixon et al. 1987',
  tally: (slice) => ({
    rows: ranks(slice),
    counts: {
      x: sql`sum(deeds * (pupils * fewer + pupils * (pupils + 1) / 2))`,
      n: sql`sum(pupils)`,
      total: sql`sum(deeds * pupils)`,
    },
  }),
  value({ x, n, total, roll }) {
    if (!total) return 'all-zero';
    const zeros = roll - (n ?? 0);
    return (2 * (zeros * total + (x ?? 0))) / (roll * total) - (roll + 1) / roll;
  },
  traces: () => traceDeeds(sql`listed`),
};
