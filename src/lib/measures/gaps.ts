import { dimensions } from '#lib/model/dimension.ts';
import { and, column, from, isNotDistinct, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import { reachedGroups } from './groups.ts';
import type { Difference, Slice, Statistic } from './measure.ts';
import { keys } from './tally.ts';
import { traceDeeds } from './trace.ts';

const described = {
  unit: 'pp',
  grains: ['term', 'half', 'year'],
  needsRoll: true,
  over: 'own',
  members: 'deeds',
  recorded: participationTimes,
} as const;

/** M35: reach of girls minus reach of boys, with Newcombe's interval. */
export const sexGap: Difference = {
  ...described,
  kind: 'difference',
  better: 'zero',
  minimum: 10,
  tasks: ['2', '4'],
  by: dimensions.filter((dimension) => dimension !== 'sex'),
  // A pupil may take part in several times, blocks or directions.
  merging: 'distinct',
  undefinedWhen: ['no-roll', 'no-records', 'no-split', 'too-few'],
  source: 'Newcombe 1998b, method 10',
  nothing: 'no-split',
  tally: ({ by }) => ({
    rows: reachedGroups(by, ['sex']),
    counts: {
      x: sql`sum(y) FILTER (WHERE sex = 'f')`,
      n: sql`sum(n) FILTER (WHERE sex = 'f')`,
      x2: sql`sum(y) FILTER (WHERE sex = 'm')`,
      n2: sql`sum(n) FILTER (WHERE sex = 'm')`,
    },
  }),
  traces: () => traceDeeds(sql`listed AND sex IN ('f', 'm')`),
};

/** A class under this many pupils says nothing about the gap between classes. */
const smallestClass = 5;

/**
 * One row a class with its shrunk rate θ = (y + μM) / (n + M), where μ is the rate of all classes of the cell and M comes
 * from the weighted variance of their rates (beta-binomial moments); equal rates are not told apart (θ = μ).
 */
function shrunkClasses({ by }: Slice): Query {
  const cell = keys(by);
  const classes = Query.from({ groups: reachedGroups(by, ['class']) })
    .select(...cell, 'n', 'y')
    .where(sql`class IS NOT NULL AND n >= ${literal(smallestClass)}`);
  const totals = Query.from('classes')
    .select(...cell, {
      k: sql`count(*)`,
      all_n: sql`sum(n)`,
      mu: sql`sum(y) / sum(n)`,
      squares: sql`sum(y * y / n)`,
      inverse: sql`avg(1 / n)`,
    })
    .groupby(...cell);
  const deviations = Query.from('totals').select(...cell, 'mu', {
    // Σ n (y/n − μ)² is Σ y²/n − N μ².
    spread: sql`CASE WHEN k > 1 THEN k * (squares - all_n * mu * mu) / ((k - 1) * all_n) END`,
    chance: sql`mu * (1 - mu) * inverse`,
  });
  const strengths = Query.from('deviations').select(...cell, 'mu', {
    // No more spread than chance makes is infinite strength, which null stands for.
    strength: sql`CASE WHEN spread > chance + 1e-12
      THEN greatest(0, (mu * (1 - mu) - spread) / (spread - chance)) END`,
  });
  const rows = join(from('classes', 'c'), from('strengths', 's'), {
    on: and(...cell.map((name) => isNotDistinct(column(name, 'c'), column(name, 's')))),
  });
  return Query.from(rows)
    .with({ classes, totals, deviations, strengths })
    .select(...cell.map((name) => column(name, 'c')), {
      theta: sql`CASE WHEN strength IS NULL THEN mu ELSE (y + mu * strength) / (n + strength) END`,
    });
}

/** M36: standard deviation of the classes' reach after empirical-Bayes shrinkage, over classes of at least five pupils. */
export const classGap: Statistic = {
  ...described,
  kind: 'statistic',
  better: 'down',
  minimum: 5,
  tasks: ['2'],
  by: dimensions.filter((dimension) => dimension !== 'class'),
  // The prior is that of all classes together.
  merging: 'recount',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Kleinman 1973; Efron & Morris 1977; Spiegelhalter 2005',
  nothing: 'too-few',
  tally: (slice) => ({
    rows: shrunkClasses(slice),
    counts: { x: sql`stddev_samp(theta)`, n: sql`count(*)` },
  }),
  value: ({ x }) => x ?? 'too-few',
  traces: () => traceDeeds(sql`listed AND class IS NOT NULL`),
};
