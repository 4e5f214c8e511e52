import { literal, sql, type ExprNode } from '@uwdata/mosaic-sql';
import type { Trace } from './measure.ts';

/** The participations among the counted deeds that meet a condition. */
export function traceDeeds(condition: ExprNode = literal(true)): readonly Trace[] {
  return [
    {
      table: 'participation',
      with: {},
      where: (cell) =>
        sql`(f.event, f.person) IN (SELECT (event, person) FROM counted WHERE ${cell} AND ${condition})`,
    },
  ];
}
