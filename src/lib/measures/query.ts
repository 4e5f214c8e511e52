import type { Dimension } from '#lib/model/dimension.ts';
import {
  column,
  cross_join,
  from,
  join,
  literal,
  Query,
  sql,
  and,
  isNotDistinct,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import { facts, isEventDimension, pupilDimensions } from './facts.ts';
import type { CountedMeasure, Slice } from './measure.ts';
import { keys } from './tally.ts';

/** Equality of the named columns of two tables in which unknown equals unknown. */
function same(left: string, right: string, names: readonly string[]): ExprNode {
  return and(...names.map((name) => isNotDistinct(column(name, left), column(name, right))));
}

/** The number of pupils on the roll by time and by the dimensions that belong to pupils. */
function rollSizes(by: readonly Dimension[]): Query {
  const groups = keys(pupilDimensions(by));
  return Query.from('enrolled')
    .select(...groups, { n: sql`count(*)` })
    .groupby(...groups);
}

const dated = [
  'roll',
  'participation',
  'headcount',
  'volunteering',
  'assessment',
  'survey',
  'event',
];

/** Every time between the first and the last period of which anything is recorded. */
function span(): Query {
  const periods = Query.unionAll(dated.map((table) => Query.from(table).select('period')));
  const ends = Query.from({ periods }).select({
    first: sql`min(period)`,
    last: sql`max(period)`,
  });
  return Query.from(cross_join(from('clock', 'c'), from('ends')))
    .with({ ends })
    .select({ time: sql`c.time` })
    .distinct()
    .where(sql`c.period BETWEEN ends.first AND ends.last`);
}

/** Times with the members of pupils' dimensions that occur then. */
function pupilCells(by: readonly Dimension[], tally: string): Query {
  const groups = pupilDimensions(by);
  if (groups.length === 0) return Query.from('span').select('time');
  return Query.union(
    Query.from('sizes').select(...keys(groups)),
    Query.from(tally)
      .select(...keys(groups))
      .where(sql`time IN (SELECT time FROM span)`),
  );
}

/** Members of events' dimensions that occur at any time. */
function eventCells(by: readonly Dimension[], members: string): Query {
  const groups = by.filter(isEventDimension);
  if (groups.length === 0) return Query.select({ anything: sql`true` });
  return Query.from(members)
    .select(...groups)
    .distinct();
}

/** The cells of one measure with what was counted in them, standing on the facts and on `span` and `sizes`. */
function cellsOf(name: string, tally: string, measure: CountedMeasure, slice: Slice): Query {
  const { by } = slice;
  const cells = Query.from(cross_join(from('pupil_cells'), from('event_cells')))
    .with({
      pupil_cells: pupilCells(by, tally),
      event_cells: eventCells(by, measure.members === 'tally' ? tally : measure.members),
    })
    .select(...keys(by));
  let rows = join(from('cells', 'g'), from('sizes', 's'), {
    type: 'LEFT',
    on: same('g', 's', keys(pupilDimensions(by))),
  });
  rows = join(rows, from(tally, 't'), { type: 'LEFT', on: same('g', 't', keys(by)) });
  return Query.from(rows)
    .with({ cells, recorded: measure.recorded(slice) })
    .select({ measure: literal(name) }, ...keys(by).map((key) => column(key, 'g')), {
      x: sql`t.x`,
      n: sql`t.n`,
      total: sql`t.total`,
      squares: sql`t.squares`,
      line: sql`t.line`,
      roll: sql`coalesce(s.n, 0)`,
      known: sql`g.time IN (SELECT time FROM recorded)`,
    });
}

/**
 * One query for several measures of one slice. Its rows, in no order: `measure` (the name given), `time`, a column for
 * each dimension, `x`, `n`, `total`, `squares`, `line` (null where nothing was counted), `roll` (pupils on the roll in that
 * cell) and `known` (where nothing was counted, 0 is a fact).
 */
export function measuresQuery(
  measures: Readonly<Record<string, CountedMeasure>>,
  slice: Slice,
): Query {
  const names = Object.entries(measures);
  const tallies = Object.fromEntries(
    names.map(([, measure], index) => [`tally_${index}`, measure.tally(slice)]),
  );
  const all = Query.unionAll(
    names.map(([name, measure], index) => cellsOf(name, `tally_${index}`, measure, slice)),
  );
  return Query.with({
    ...facts(slice),
    span: span(),
    sizes: rollSizes(slice.by),
    ...tallies,
  })
    .from({ all })
    .select('*');
}
