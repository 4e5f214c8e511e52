import type { Dimension } from '#lib/model/dimension.ts';
import { from, join, Query, sql } from '@uwdata/mosaic-sql';
import { eventCondition } from './facts.ts';
import type { CountMeasure, Proportion, Ratio, Slice, Statistic, Trace } from './measure.ts';
import { keys, shareOf } from './tally.ts';

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
function activePartnerRows(slice: Slice): Query {
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
  return Query.unionAllByName(sides);
}

const described = {
  grains: ['term', 'half', 'year'],
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-records',
  tasks: ['1'],
} as const;

/** M21: partners with an event that was held; `n` is the number of partners with a contract in force. */
export const activePartners: CountMeasure = {
  ...described,
  kind: 'count',
  unit: 'partners',
  better: 'up',
  minimum: 0,
  by: ['block', 'direction', 'level'],
  // One partner may be active in several times and directions.
  merging: 'distinct',
  undefinedWhen: ['no-records'],
  source: 'NYC Arts in Schools; Ingenuity Creative Schools 2016',
  recorded,
  tally: (slice) => ({
    rows: activePartnerRows(slice),
    counts: { x: sql`count(DISTINCT active)`, n: sql`nullif(count(DISTINCT contracted), 0)` },
  }),
  traces: traceOccurrences,
};

/** The events with a known partner that were held. */
function traceOccurrences(slice: Slice): readonly Trace[] {
  return [
    {
      table: 'event',
      with: { occurrences: occurrences(slice) },
      where: (cell) =>
        sql`f.event IN (SELECT event FROM occurrences WHERE partner IS NOT NULL AND ${cell})`,
    },
  ];
}

/** One row an active partner, time and members with the number of its events. */
function eventsOfPartners(slice: Slice): Query {
  return Query.from({ o: occurrences(slice) })
    .select(...keys(slice.by), 'partner', { events: sql`count(*)::DOUBLE` })
    .where(sql`partner IS NOT NULL`)
    .groupby(...keys(slice.by), 'partner');
}

/** M22: events held with a known partner, per active partner. */
export const eventsPerPartner: Ratio = {
  ...described,
  kind: 'ratio',
  unit: 'events',
  better: 'up',
  minimum: 3,
  by: ['block', 'direction', 'level'],
  // Events add up, the partners of two parts may be the same.
  merging: 'distinct',
  undefinedWhen: ['no-records', 'too-few'],
  source: 'measures.md M22',
  recorded,
  tally: (slice) => ({
    rows: eventsOfPartners(slice),
    counts: { x: sql`sum(events)`, n: sql`count(*)` },
  }),
  traces: traceOccurrences,
};

/** M23: Herfindahl–Hirschman index of partners by events held, Σ (eᵢ / E)²; its inverse is the effective number of partners. */
export const partnerConcentration: Statistic = {
  ...described,
  kind: 'statistic',
  unit: 'coefficient',
  better: 'down',
  minimum: 5,
  by: ['block', 'direction', 'level'],
  // Needs each partner's events over the whole.
  merging: 'recount',
  undefinedWhen: ['no-records', 'too-few'],
  source: 'Herfindahl 1950; Hirschman 1964',
  recorded,
  tally: (slice) => ({
    rows: eventsOfPartners(slice),
    counts: { n: sql`sum(events)`, squares: sql`sum(events * events)` },
  }),
  value: ({ n, squares }) => (n && squares !== null ? squares / n ** 2 : 'no-records'),
  traces: traceOccurrences,
};

/** One row a partner and time with a contract in force; `silent` says that no event was held with this partner. */
function silence(slice: Slice): Query {
  return Query.from(from('contracts', 'k'))
    .with({ contracts: contracts(slice), occurrences: occurrences({ ...slice, selection: [] }) })
    .select(...keys(slice.by), 'partner', {
      silent: sql`NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.partner = k.partner AND o.time = k.time)`,
    });
}

/** M24: partners with a contract in force and no event held, of the partners with a contract in force. */
export const silentContracts: Proportion = {
  ...described,
  kind: 'proportion',
  unit: 'percent',
  better: 'down',
  minimum: 1,
  by: ['block'],
  // A partner silent in one term may be active in another.
  merging: 'recount',
  undefinedWhen: ['no-records', 'no-contracts'],
  source: 'Wilson 1927; NYC Arts in Schools',
  nothing: 'no-contracts',
  recorded: (slice) => recorded({ ...slice, selection: [] }),
  tally: (slice) => ({ rows: silence(slice), counts: shareOf(sql`silent`) }),
  traces: (slice) => [
    {
      table: 'partner',
      with: { silence: silence(slice) },
      where: (cell) => sql`f.partner IN (SELECT partner FROM silence WHERE silent AND ${cell})`,
    },
  ],
};

/** One row an event of the plan at its time, of the selection; `done` says that it is known to have been held. */
function planned({ selection }: Slice): Query {
  const all = Query.from(
    join(from('occasions', 'o'), from('clock', 'c'), { on: sql`o.period = c.period` }),
  )
    .select('time', 'event', 'block', 'direction', 'partner', 'level', { done: sql`o.held` })
    .where(sql`o.planned`);
  return Query.from({ all }).select('*').where(eventCondition(selection));
}

/** M25: events of the plan that are known to have been held, of the events of the plan. */
export const planFulfilment: Proportion = {
  ...described,
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 5,
  by: ['block', 'direction', 'partner', 'level'],
  // An event is planned for one time and one member of each dimension.
  merging: 'sums',
  undefinedWhen: ['no-records', 'no-plan', 'too-few'],
  source: 'Wilson 1927',
  nothing: 'no-plan',
  recorded: (slice) =>
    Query.from({ all: planned({ ...slice, selection: [] }) })
      .select('time')
      .distinct(),
  tally: (slice) => ({ rows: planned(slice), counts: shareOf(sql`done`) }),
  traces: (slice) => [
    {
      table: 'event',
      with: { plan: planned(slice) },
      where: (cell) => sql`f.event IN (SELECT event FROM plan WHERE done AND ${cell})`,
    },
  ],
};
