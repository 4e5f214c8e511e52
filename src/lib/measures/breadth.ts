import { dimensions } from '#lib/model/dimension.ts';
import { Query, sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { CohortMeasure, Mean, Proportion, Slice, Statistic } from './measure.ts';
import { eachPupil, keys, meanOfPupils, shareOfPupils, type OfDeeds } from './tally.ts';
import { traceDeeds } from './trace.ts';

const directionCount: OfDeeds = {
  name: 'directions',
  aggregate: sql`nullif(count(DISTINCT direction), 0)`,
};

const inManyBlocks: OfDeeds = {
  name: 'in_many_blocks',
  aggregate: sql`coalesce(min(block) <> max(block), false)`,
};

const described = {
  better: 'up',
  grains: ['term', 'half', 'year'],
  over: 'own',
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
} as const;

/** M12: mean number of directions a participant takes part in; participants of events without direction stand aside. */
export const breadth: Mean & CohortMeasure = {
  ...described,
  kind: 'mean',
  unit: 'directions',
  minimum: 10,
  tasks: ['2', '3'],
  by: dimensions.filter((dimension) => dimension !== 'direction'),
  // A pupil's directions of two times or blocks may be the same; only disjoint pupils add up.
  merging: 'moments',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Student 1908; Ingenuity Creative Schools 2016',
  needsRoll: true,
  ...meanOfPupils(directionCount),
  traces: () => traceDeeds(sql`listed AND direction IS NOT NULL`),
};

/** M14: participants in two or more blocks, of the participants. */
export const multipleBlocks: Proportion & CohortMeasure = {
  ...described,
  kind: 'proportion',
  unit: 'percent',
  minimum: 10,
  tasks: ['1', '2'],
  by: dimensions.filter((dimension) => dimension !== 'direction' && dimension !== 'block'),
  // Two blocks of one pupil may lie in two times.
  merging: 'recount',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Wilson 1927',
  needsRoll: true,
  ...shareOfPupils(inManyBlocks, (value) => value),
  traces: ({ by }) => [
    {
      table: 'participation',
      with: { wide: eachPupil(by, { [inManyBlocks.name]: inManyBlocks.aggregate }) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM wide WHERE in_many_blocks AND ${cell}))`,
    },
  ],
};

/** Participations by direction, of those with a known one. */
function byDirection({ by }: Slice): Query {
  const groups = [...new Set([...keys(by), 'direction'])];
  return Query.from('counted')
    .select(...groups, { c: sql`count(*)::DOUBLE` })
    .where(sql`direction IS NOT NULL`)
    .groupby(...groups);
}

/** M13: effective number of directions, exp(−Σ p ln p) over the directions' shares of participations. */
export const diversity: Statistic = {
  ...described,
  kind: 'statistic',
  unit: 'directions',
  minimum: 20,
  tasks: ['2'],
  by: dimensions.filter((dimension) => dimension !== 'direction'),
  // Shares of the whole follow from the counts of each direction, not from the parts' diversities.
  merging: 'recount',
  undefinedWhen: ['no-records', 'too-few'],
  source: 'Shannon 1948; Hill 1973; Jost 2006',
  needsRoll: false,
  tally: (slice) => ({
    rows: byDirection(slice),
    counts: { n: sql`sum(c)`, x: sql`sum(c * ln(c))` },
  }),
  value: ({ x, n }) => (n && x !== null ? Math.exp(Math.log(n) - x / n) : 'no-records'),
  traces: () => traceDeeds(sql`direction IS NOT NULL`),
};
