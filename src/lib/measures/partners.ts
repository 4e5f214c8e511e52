import type { Dimension } from '#lib/model/dimension.ts';
import { from, join, Query, sql } from '@uwdata/mosaic-sql';
import { eventCondition } from './facts.ts';
import type { CountMeasure, Proportion, Slice } from './measure.ts';
import { keys, tallyOf } from './tally.ts';

/** One row an event that was held, at its time, of the selection. */
function occurrences({ selection }: Slice): Query {
  const all = Query.from(
    join(from('occasions', 'o'), from('clock', 'c'), { on: sql`o.period = c.period` }),
  )
    .select('time', 'event', 'block', 'direction', 'partner', 'level')
    .where(sql`o.held`);
  return Query.from({ all }).select('*').where(eventCondition(selection));
}

/** Times with any held event, as long as the selection meets something at some time. */
function recorded(slice: Slice): Query {
  const rows = join(from('occasions', 'o'), from('clock', 'c'), { on: sql`o.period = c.period` });
  return Query.from(rows)
    .with({ met: occurrences(slice) })
    .select({ time: sql`c.time` })
    .distinct()
    .where(sql`o.held AND EXISTS (SELECT 1 FROM met)`);
}

/** One row a partner and time with a contract in force on some day of it, of the selection; an open end is in force. */
function contracts({ selection }: Slice): Query {
  const rows = join(
    join(from('partner', 'p'), from('clock', 'c'), {
      on: sql`(p.contract IS NOT NULL OR p.starts IS NOT NULL)
        AND coalesce(p.starts <= c.ends, true) AND coalesce(p.ends >= c.starts, true)`,
    }),
    from('block', 'b'),
    { type: 'LEFT', on: sql`p.block = b.block` },
  );
  const all = Query.from(rows)
    .select({ time: sql`c.time`, partner: sql`p.partner`, block: sql`b.id` })
    .distinct();
  const wanted = selection.filter(({ dimension }) => isPartnerSide(dimension));
  return Query.from({ all }).select('*').where(eventCondition(wanted));
}

/** Says whether a dimension tells one partner from another, with or without events. */
function isPartnerSide(dimension: Dimension): boolean {
  return dimension === 'block' || dimension === 'partner';
}

/** Active partners beside contracts in force; where a contract cannot be told apart by a dimension, `n` is unknown. */
function activeTally(slice: Slice): Query {
  const sides = [
    Query.from({ o: occurrences(slice) }).select(...keys(slice.by), { active: 'partner' }),
  ];
  if ([...slice.by, ...slice.selection.map((clause) => clause.dimension)].every(isPartnerSide)) {
    sides.push(
      Query.from({ k: contracts(slice) }).select(...keys(slice.by), { contracted: 'partner' }),
    );
  } else {
    sides.push(Query.select({ contracted: sql`NULL::INTEGER` }).where(sql`false`));
  }
  return tallyOf(slice.by, Query.unionAllByName(sides), {
    x: sql`count(DISTINCT active)`,
    n: sql`nullif(count(DISTINCT contracted), 0)`,
  });
}

/** M21: partners with an event that was held; `n` is the number of partners with a contract in force. */
export const activePartners: CountMeasure = {
  kind: 'count',
  unit: 'partners',
  better: 'up',
  minimum: 0,
  tasks: ['1'],
  by: ['block', 'direction', 'level'],
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-records',
  recorded,
  tally: activeTally,
  traces: (slice) => [
    {
      table: 'event',
      with: { occurrences: occurrences(slice) },
      where: (cell) =>
        sql`f.event IN (SELECT event FROM occurrences WHERE partner IS NOT NULL AND ${cell})`,
    },
  ],
};

/** One row a partner and time with a contract in force; `silent` says that no event was held with this partner. */
function silence(slice: Slice): Query {
  return Query.from(from('contracts', 'k'))
    .with({ contracts: contracts(slice), occurrences: occurrences({ ...slice, selection: [] }) })
    .select(...keys(slice.by), 'partner', {
      silent: sql`NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.partner = k.partner AND o.time = k.time)`,
    });
}

function silentTally(slice: Slice): Query {
  return tallyOf(slice.by, silence(slice), {
    x: sql`count(*) FILTER (WHERE silent)`,
    n: sql`count(*)`,
  });
}

/** M24: partners with a contract in force and no event held, of the partners with a contract in force. */
export const silentContracts: Proportion = {
  kind: 'proportion',
  unit: 'percent',
  better: 'down',
  minimum: 1,
  tasks: ['1'],
  by: ['block'],
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-contracts',
  recorded: (slice) => recorded({ ...slice, selection: [] }),
  tally: silentTally,
  traces: (slice) => [
    {
      table: 'partner',
      with: { silence: silence(slice) },
      where: (cell) => sql`f.partner IN (SELECT partner FROM silence WHERE silent AND ${cell})`,
    },
  ],
};
