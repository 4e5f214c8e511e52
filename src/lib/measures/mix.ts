import { dimensions, type Dimension } from '#lib/model/dimension.ts';
import type { Absence } from '#lib/model/result.ts';
import { column, from, join, Query, sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import { reachedGroups } from './groups.ts';
import type { CellCounts } from './counts.ts';
import type { Slice, Statistic } from './measure.ts';
import { keys } from './tally.ts';
import { traceDeeds } from './trace.ts';

const split: readonly Dimension[] = ['grade', 'sex'];

/** Above this share of pupils without a known grade or sex, on either side, the composition is not known. */
const mostUnknown = 0.05;

/**
 * One row a time, members and group of grade × sex with its share of the mix effect of the change since the same time a
 * year ago, ½ (w₂ − w₁)(r₁ + r₂) with weights as shares of the roll; a group that is absent from one time has the rate of
 * the other. Also the group's pupils now and then, and those of them whose group is not known.
 */
function groupEffects({ by }: Slice): Query {
  const all = keys([...new Set([...by, ...split])]);
  const cell = keys(by)
    .map((name) => String(column(name)))
    .join(', ');
  const now = Query.from('groups').select(...all, {
    n1: sql`0::DOUBLE`,
    y1: sql`0::DOUBLE`,
    n2: sql`n`,
    y2: sql`y`,
  });
  const then = Query.from(
    join(from('groups', 'g'), from('times', 'o'), { on: sql`o.year_ago = g.time` }),
  )
    .select({ time: sql`o.time` }, ...all.slice(1).map((name) => column(name, 'g')), {
      n1: sql`g.n`,
      y1: sql`g.y`,
      n2: sql`0::DOUBLE`,
      y2: sql`0::DOUBLE`,
    })
    .where(sql`g.time IN (SELECT time FROM told)`);
  const sums = Query.from({ sides: Query.unionAll(now, then) })
    .select(...all, {
      n1: sql`sum(n1)`,
      y1: sql`sum(y1)`,
      n2: sql`sum(n2)`,
      y2: sql`sum(y2)`,
    })
    .groupby(...all);
  const shares = Query.from('sums').select('*', {
    w1: sql`n1 / nullif(sum(n1) OVER (PARTITION BY ${cell}), 0)`,
    w2: sql`n2 / nullif(sum(n2) OVER (PARTITION BY ${cell}), 0)`,
    r1: sql`CASE WHEN n1 > 0 THEN y1 / n1 ELSE y2 / n2 END`,
    r2: sql`CASE WHEN n2 > 0 THEN y2 / n2 ELSE y1 / n1 END`,
  });
  const unknown = sql`grade IS NULL OR sex IS NULL`;
  return Query.from('shares')
    .with({ groups: reachedGroups(by, split), told: participationTimes(), sums, shares })
    .select(...keys(by), 'n1', 'n2', {
      mix: sql`(w2 - w1) * (r1 + r2) / 2`,
      unknown1: sql`CASE WHEN ${unknown} THEN n1 ELSE 0 END`,
      unknown2: sql`CASE WHEN ${unknown} THEN n2 ELSE 0 END`,
    });
}

function mixEffect({ x, n, total, x2, n2 }: CellCounts): number | Absence {
  if (!n || !total || x === null) return 'no-before';
  if ((n2 ?? 0) > mostUnknown * n || (x2 ?? 0) > mostUnknown * total) return 'no-split';
  return x;
}

/**
 * M41: what the change of reach since the same time a year ago owes to the changed composition of the roll by grade and
 * sex: Kitagawa's mix effect. Counts: `n` pupils now and `total` then, `n2` and `x2` of them of no known group.
 */
export const mix: Statistic = {
  kind: 'statistic',
  unit: 'pp',
  better: 'context',
  minimum: 10,
  tasks: ['1', '2', '3', '4', '5'],
  by: dimensions.filter((dimension) => dimension !== 'class'),
  grains: ['term', 'half', 'year'],
  // The weights are shares of the whole.
  merging: 'recount',
  undefinedWhen: ['no-roll', 'no-records', 'no-before', 'no-split', 'too-few'],
  source: 'Kitagawa 1955; Das Gupta 1993',
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-roll',
  recorded: participationTimes,
  tally: (slice) => ({
    rows: groupEffects(slice),
    counts: {
      x: sql`sum(mix)`,
      n: sql`sum(n2)`,
      total: sql`sum(n1)`,
      n2: sql`sum(unknown2)`,
      x2: sql`sum(unknown1)`,
    },
  }),
  value: mixEffect,
  traces: () => traceDeeds(sql`listed`),
};
