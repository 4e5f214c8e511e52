import type { Dimension } from '#lib/model/dimension.ts';
import { and, column, cross_join, from, isNotDistinct, join, Query, sql } from '@uwdata/mosaic-sql';
import { isEventDimension, pupilDimensions } from './facts.ts';
import { keys } from './tally.ts';

/**
 * One row a time, group of pupils and member of events' dimensions: `n` pupils on the roll, `y` of them with a counted
 * deed there. The groups are divided by the pupils' dimensions among `by` and by `more`.
 */
export function reachedGroups(by: readonly Dimension[], more: readonly Dimension[]): Query {
  const own = [...new Set([...pupilDimensions(by), ...more])];
  const kinds = by.filter(isEventDimension);
  const all = keys([...own, ...kinds]);
  const sizes = Query.from('enrolled')
    .select(...keys(own), { n: sql`count(*)` })
    .groupby(...keys(own));
  const hits = Query.from('participants')
    .select(...all, { y: sql`count(*)` })
    .groupby(...all);
  const members =
    kinds.length === 0
      ? Query.select({ anything: sql`true` })
      : Query.from('deeds')
          .select(...kinds)
          .distinct();
  const cells = Query.from(cross_join(from('group_sizes', 's'), from('kinds', 'm'))).select(
    ...keys(own).map((name) => column(name, 's')),
    ...kinds.map((name) => column(name, 'm')),
    { n: sql`s.n` },
  );
  const rows = join(from('group_cells', 'g'), from('hits', 'h'), {
    type: 'LEFT',
    on: and(...all.map((name) => isNotDistinct(column(name, 'g'), column(name, 'h')))),
  });
  return Query.from(rows)
    .with({ group_sizes: sizes, kinds: members, group_cells: cells, hits })
    .select(...all.map((name) => column(name, 'g')), {
      n: sql`g.n::DOUBLE`,
      y: sql`coalesce(h.y, 0)::DOUBLE`,
    });
}
