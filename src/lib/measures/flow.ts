import {
  flowDimensions,
  noBlock,
  pupilSideDimensions,
  type FlowDimension,
} from '#lib/model/dimension.ts';
import {
  and,
  column,
  cross_join,
  from,
  isNotDistinct,
  join,
  literal,
  Query,
  sql,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import { clauseCondition, participationTimes } from './facts.ts';
import type { Proportion, Slice, Trace } from './measure.ts';
import { shareOf } from './tally.ts';
import { traceRoll } from './trace.ts';

/** The condition that a selection puts on one side of the flow; without any, it is that of «any block or an unknown one». */
function sideCondition({ selection }: Slice, side: FlowDimension): ExprNode {
  const clauses = selection.filter(({ dimension }) => dimension === side).map(clauseCondition);
  return clauses.length > 0
    ? and(...clauses)
    : sql`${column(side)} IS DISTINCT FROM ${literal(noBlock)}`;
}

/** The same where the side is asked for: every member that the selection leaves, «no block» included. */
function askedCondition(slice: Slice, side: FlowDimension): ExprNode {
  const isLimited = slice.selection.some(({ dimension }) => dimension === side);
  return isLimited ? sideCondition(slice, side) : literal(true);
}

/** One row a pupil, time and block of that time; «no block» stands for a pupil of the roll who took no part. */
function blocksOf(person: string, side: FlowDimension): Query {
  const rows = join(from(person, 'p'), from('took', 'a'), {
    type: 'LEFT',
    on: sql`a.person = p.person AND a.time = p.time`,
  });
  return Query.from(rows)
    .select(
      { time: sql`p.time`, person: sql`p.person` },
      { [side]: sql`CASE WHEN a.person IS NULL THEN ${literal(noBlock)} ELSE a.block END` },
    )
    .distinct();
}

/** One row a person and time that meet what a selection says of a side of the flow which is not asked for. */
function within(slice: Slice, side: FlowDimension, person: string): Query {
  if (slice.selection.every(({ dimension }) => dimension !== side)) {
    return Query.from('taking')
      .select('person', 'time')
      .where(sql`listed`);
  }
  return Query.from({ sides: blocksOf(person, side) })
    .select('person', 'time')
    .distinct()
    .where(sideCondition(slice, side));
}

/**
 * One row a pupil who is on the roll of `time` and of the time before, for each block of the time before where origins are
 * asked, and for each block that anyone goes to where destinations are; `value` says that the pupil takes part there, or
 * anywhere. Without origins, only participants of the time before. Members of pupils' dimensions are those of `time`.
 */
function flows(slice: Slice): Query {
  const { by } = slice;
  const own = by.filter((name) => pupilSideDimensions.includes(name));
  const asks = (side: FlowDimension) => by.includes(side);
  const took = Query.from('deeds')
    .select('person', 'time', 'block')
    .distinct()
    .where(sql`listed`);
  const former = join(from('enrolled', 'e'), from('times', 'o'), { on: sql`e.time = o.time` });
  const base = Query.from(
    join(former, from('origins', 'b'), {
      on: sql`b.person = e.person AND b.time = o.former`,
    }),
  )
    .select(
      { time: sql`e.time`, person: sql`e.person` },
      ...own.map((name) => column(name, 'e')),
      asks('origin') ? { origin: sql`b.origin` } : {},
    )
    .where(asks('origin') ? askedCondition(slice, 'origin') : literal(true));
  const tables = {
    took,
    origins: asks('origin') ? blocksOf('pupils', 'origin') : within(slice, 'origin', 'pupils'),
    base,
    destinations: asks('destination')
      ? blocksOf('enrolled', 'destination')
      : within(slice, 'destination', 'enrolled'),
  };
  const kept = [
    column('time', 's'),
    column('person', 's'),
    ...own.map((name) => column(name, 's')),
  ];
  const keptOrigin = asks('origin') ? [column('origin', 's')] : [];
  if (!asks('destination')) {
    const rows = join(from('base', 's'), from('destinations', 'd'), {
      type: 'LEFT',
      on: sql`d.person = s.person AND d.time = s.time`,
    });
    return Query.from(rows)
      .with(tables)
      .select(...kept, ...keptOrigin, { value: sql`d.person IS NOT NULL` });
  }
  const ends = Query.from('destinations')
    .select('destination')
    .distinct()
    .where(askedCondition(slice, 'destination'));
  const rows = join(cross_join(from('base', 's'), from('ends', 'w')), from('destinations', 'd'), {
    type: 'LEFT',
    on: and(
      sql`d.person = s.person AND d.time = s.time`,
      isNotDistinct(column('destination', 'd'), column('destination', 'w')),
    ),
  });
  return Query.from(rows)
    .with({ ...tables, ends })
    .select(...kept, ...keptOrigin, {
      destination: sql`w.destination`,
      value: sql`d.person IS NOT NULL`,
    });
}

/**
 * M15: of the pupils who took part in a block of the time before and are on the roll now, those who take part in a block
 * now. Rows need not add up to 100 %: a pupil can be in several blocks.
 */
export const blockFlow: Proportion = {
  kind: 'proportion',
  unit: 'percent',
  better: 'context',
  minimum: 10,
  tasks: ['1', '2'],
  by: [...flowDimensions, ...pupilSideDimensions],
  grains: ['term', 'half', 'year'],
  // A pupil can come from and go to several blocks.
  merging: 'distinct',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Wilson 1927',
  over: 'own',
  needsRoll: true,
  members: 'tally',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: (slice) => ({ rows: flows(slice), counts: shareOf(sql`value`) }),
  traces: traceFlows,
};

/** The participations in the blocks that pupils go to and, where destinations are asked, the roll rows of those who go nowhere. */
function traceFlows(slice: Slice): readonly Trace[] {
  const asked = slice.by.includes('destination');
  const going = Query.from({ flows: flows(slice) })
    .select('*')
    .where(sql`value`);
  const deeds = Query.from('counted')
    .select('event', 'person', 'time', { destination: 'block' })
    .where(sql`listed`);
  const met = asked
    ? sql`d.destination IS NOT DISTINCT FROM g.destination`
    : sideCondition(slice, 'destination');
  const trace: Trace = {
    table: 'participation',
    with: { going, ends_of_deeds: deeds },
    where: (cell) => sql`(f.event, f.person) IN (SELECT (d.event, d.person) FROM ends_of_deeds d
      JOIN (SELECT * FROM going WHERE ${cell}) g ON d.person = g.person AND d.time = g.time AND ${met})`,
  };
  if (!asked) return [trace];
  const staying = Query.from({ going })
    .select('*')
    .where(sql`destination = ${literal(noBlock)}`);
  return [trace, ...traceRoll(staying)];
}
