import { dimensions, ownDimensions } from '#lib/model/dimension.ts';
import { column, from, join, Query, sql } from '@uwdata/mosaic-sql';
import { eventCondition, pupilCondition } from './facts.ts';
import type { CountMeasure, Slice } from './measure.ts';

/** One row a count without names, of events whose participants have none. */
function nameless(): Query {
  const rows = join(
    join(from('headcount', 'h'), from('clock', 'c'), { on: sql`h.period = c.period` }),
    from('occasions', 'o'),
    { on: sql`h.event = o.event` },
  );
  return Query.from(rows)
    .select({
      id: sql`h.rowid`,
      time: sql`c.time`,
      block: sql`o.block`,
      direction: sql`o.direction`,
      partner: sql`o.partner`,
      level: sql`o.level`,
      class: sql`h.class`,
      grade: sql`h.grade`,
      sex: sql`NULL::VARCHAR`,
      ...Object.fromEntries(ownDimensions.map((name) => [name, column(name, 'h')])),
      heads: sql`h.n`,
    })
    .where(sql`NOT coalesce(h.named, false)`);
}

function chosen({ selection }: Slice): Query {
  return Query.from({ nameless: nameless() })
    .select('*')
    .where(eventCondition(selection), pupilCondition(selection));
}

/** M43: participants that are counted without names, where an event has no names at all. */
export const namelessCount: CountMeasure = {
  kind: 'count',
  unit: 'participations',
  better: 'context',
  minimum: 0,
  tasks: ['1'],
  by: dimensions.filter((dimension) => dimension !== 'sex'),
  grains: ['term', 'half', 'year'],
  // Each count belongs to one time and one member of each dimension; the same people may be in several.
  merging: 'sums',
  undefinedWhen: ['no-records'],
  source: 'measures.md M43',
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-records',
  recorded: (slice) =>
    Query.from({ nameless: nameless() })
      .with({ met: chosen(slice) })
      .select('time')
      .distinct()
      .where(sql`EXISTS (SELECT 1 FROM met)`),
  tally: (slice) => ({ rows: chosen(slice), counts: { x: sql`sum(heads)` } }),
  traces: (slice) => [
    {
      table: 'headcount',
      with: { chosen: chosen(slice) },
      where: (cell) => sql`f.rowid IN (SELECT id FROM chosen WHERE ${cell})`,
    },
  ],
};
