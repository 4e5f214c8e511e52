import { from, isIn, join, literal, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import { facts } from '#lib/measures/facts.ts';
import type { Programme } from '#lib/model/programme.ts';

/** The queries that evidence is counted with, by what each counts. */
export interface EvidenceQueries {
  /** Rows of time, part («total», «block», «direction»), its id, grade, and x pupils reached. */
  readonly reach: Query;
  /** Rows of time, grade, and n pupils on the roll. */
  readonly sizes: Query;
  /** Rows of class, x and n in the period. */
  readonly classes: Query;
  /** Rows of period, direction, and n events held. */
  readonly events: Query;
  /** Rows of partner, name, this_year and earlier events, for contracts in force in the period. */
  readonly partners: Query;
  /** Rows of period, roll, participations and unmatched ones, up to the period. */
  readonly records: Query;
}

/** Queries for one period and the one of a year ago, over the facts that measures stand on. */
export function evidenceQueries(
  programme: Programme,
  period: number,
  yearAgo: number | null,
): EvidenceQueries {
  const base = facts({ grain: 'term', by: [], selection: [], programme, score: null });
  const times = (yearAgo === null ? [period] : [yearAgo, period]).map((time) => literal(time));
  return {
    reach: Query.with({ ...base, parts: reachOfParts(times) })
      .select('*')
      .from('parts'),
    sizes: Query.with(base)
      .select('time', 'grade', { n: sql`count(*)::INTEGER` })
      .from('pupils')
      .where(isIn('time', times))
      .groupby('time', 'grade'),
    classes: Query.with({ ...base, reached: reachedPupils(period) })
      .select({ class: sql`u.class`, x: sql`count(r.person)::INTEGER`, n: sql`count(*)::INTEGER` })
      .from(
        join(from('pupils', 'u'), from('reached', 'r'), {
          type: 'LEFT',
          on: sql`u.person = r.person`,
        }),
      )
      .where(sql`u.time = ${literal(period)} AND u.class IS NOT NULL`)
      .groupby(sql`u.class`)
      .orderby(sql`u.class`),
    events: Query.with(base)
      .select('period', 'direction', { n: sql`count(*)::INTEGER` })
      .from('occasions')
      .where(sql`held AND direction IS NOT NULL`, isIn('period', times))
      .groupby('period', 'direction'),
    partners: Query.with({ ...base, active: eventsOfPartners(programme, period) })
      .select({
        partner: sql`p.partner`,
        name: sql`p.name`,
        this_year: sql`coalesce(a.this_year, 0)::INTEGER`,
        earlier: sql`coalesce(a.earlier, 0)::INTEGER`,
      })
      .from(
        join(
          join(from('partner', 'p'), from('clock', 'c'), {
            on: sql`c.period = ${literal(period)}
              AND (p.contract IS NOT NULL OR p.starts IS NOT NULL)
              AND coalesce(p.starts <= c.ends, true) AND coalesce(p.ends >= c.starts, true)`,
          }),
          from('active', 'a'),
          { type: 'LEFT', on: sql`a.partner = p.partner` },
        ),
      )
      .orderby(sql`p.rank`),
    records: Query.with({ ...base, enrolments: rollSizes(), deeds_of: deedCounts() })
      .select({
        period: sql`c.period`,
        roll: sql`coalesce(e.n, 0)::INTEGER`,
        participations: sql`coalesce(d.n, 0)::INTEGER`,
        unmatched: sql`coalesce(d.unmatched, 0)::INTEGER`,
      })
      .from(
        join(
          join(from('clock', 'c'), from('enrolments', 'e'), {
            type: 'LEFT',
            on: sql`c.period = e.time`,
          }),
          from('deeds_of', 'd'),
          { type: 'LEFT', on: sql`c.period = d.time` },
        ),
      )
      .where(sql`c.period <= ${literal(period)}`)
      .orderby(sql`c.period`),
  };
}

function reachOfParts(times: readonly ExprNode[]): Query {
  const part = (name: string, id: ExprNode) =>
    Query.from('counted')
      .select('time', 'grade', { part: literal(name), id, x: sql`count(DISTINCT person)::INTEGER` })
      .where(sql`listed`, isIn('time', [...times]))
      .groupby('time', 'grade', id);
  return Query.unionAll(
    part('total', sql`NULL::VARCHAR`),
    part('block', sql`block`),
    part('direction', sql`direction`),
  );
}

function reachedPupils(period: number): Query {
  return Query.from('counted')
    .select('person')
    .distinct()
    .where(sql`listed AND time = ${literal(period)}`);
}

function eventsOfPartners({ periods }: Programme, period: number): Query {
  const year = periods[period]?.schoolYear;
  const first = periods.findIndex(({ schoolYear }) => schoolYear === year);
  return Query.from('occasions')
    .select('partner', {
      this_year: sql`count(*) FILTER (WHERE period BETWEEN ${literal(first)} AND ${literal(period)})`,
      earlier: sql`count(*) FILTER (WHERE period < ${literal(first)})`,
    })
    .where(sql`held AND partner IS NOT NULL`)
    .groupby('partner');
}

function rollSizes(): Query {
  return Query.from('pupils')
    .select('time', { n: sql`count(*)` })
    .groupby('time');
}

function deedCounts(): Query {
  return Query.from('counted')
    .select('time', { n: sql`count(*)`, unmatched: sql`count(*) FILTER (WHERE NOT listed)` })
    .groupby('time');
}
