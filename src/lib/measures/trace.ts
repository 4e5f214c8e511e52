import { literal, sql, type ExprNode, type Query } from '@uwdata/mosaic-sql';
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

/** The rows of the roll, in the periods of their time, of the persons in a query with `time`, members and `person`. */
export function traceRoll(persons: Query): readonly Trace[] {
  return [
    {
      table: 'roll',
      with: { persons },
      where: (cell) => sql`(f.person, f.period) IN
        (SELECT (w.person, c.period) FROM (SELECT * FROM persons WHERE ${cell}) w JOIN clock c ON c.time = w.time)`,
    },
  ];
}
