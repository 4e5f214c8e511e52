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
import type { Dimension } from '#lib/model/dimension.ts';
import { isEventDimension, pupilCondition, pupilDimensions, factTables } from './facts.ts';
import type { CohortMeasure, Proportion, Slice } from './measure.ts';

/** Two times, the earlier one first, between which the same pupils are followed. */
export interface TimePair {
  readonly before: number;
  readonly after: number;
}

function pairRows(pairs: readonly TimePair[]): Query {
  const none = Query.select({ since: sql`0`, time: sql`0` }).where(literal(false));
  const rows = pairs.map(({ before, after }) =>
    Query.select({ since: sql`${literal(before)}`, time: sql`${literal(after)}` }),
  );
  return Query.unionAll(none, ...rows);
}

function names(prefix: string, dimensions: readonly Dimension[]) {
  return dimensions.map((name) => column(name, prefix));
}

/** One row a pupil of the selection who is on the rolls of both times of a pair, with the members of the later one. */
function cohort({ by, selection }: Slice): Query {
  const chosen = Query.from('pupils').select('*').where(pupilCondition(selection));
  const later = join(from('pairs', 'p'), from('chosen', 'u'), { on: sql`u.time = p.time` });
  const both = join(later, from('pupils', 'e'), {
    on: sql`e.person = u.person AND e.time = p.since`,
  });
  return Query.from(both)
    .with({ chosen })
    .select(
      { time: sql`p.time`, since: sql`p.since`, person: sql`u.person` },
      ...names('u', pupilDimensions(by)),
    );
}

/** One row a pupil of the cohort and member of events' dimensions with its values at both times, null where it has none. */
function values(by: readonly Dimension[], each: string): Query {
  const own = pupilDimensions(by);
  const kinds = by.filter(isEventDimension);
  const side = (time: 'since' | 'time', value: 'v1' | 'v2') =>
    Query.from(
      join(from('cohort', 'k'), from(each, 'e'), {
        on: and(sql`e.person = k.person`, sql`e.time = ${column(time, 'k')}`),
      }),
    ).select(
      { time: sql`k.time`, since: sql`k.since`, person: sql`k.person` },
      ...names('k', own),
      ...names('e', kinds),
      {
        v1: value === 'v1' ? sql`e.value::DOUBLE` : sql`NULL::DOUBLE`,
        v2: value === 'v2' ? sql`e.value::DOUBLE` : sql`NULL::DOUBLE`,
        l1: value === 'v1' ? sql`e.line::VARCHAR` : sql`NULL::VARCHAR`,
        l2: value === 'v2' ? sql`e.line::VARCHAR` : sql`NULL::VARCHAR`,
      },
    );
  const groups = ['time', 'since', 'person', ...own, ...kinds];
  return Query.from({ sides: Query.unionAll(side('since', 'v1'), side('time', 'v2')) })
    .select(...groups, {
      v1: sql`max(v1)`,
      v2: sql`max(v2)`,
      l1: sql`max(l1)`,
      l2: sql`max(l2)`,
    })
    .groupby(...groups);
}

/** What is counted over the values of one measure by the keys of its cells. */
function sums({ kind, over }: CohortMeasure, keys: readonly string[], table: string): Query {
  const [v1, v2] =
    over === 'roll' ? [sql`coalesce(v1, 0)`, sql`coalesce(v2, 0)`] : [sql`v1`, sql`v2`];
  const pairs = (first: number, last: number) =>
    sql`count(*) FILTER (WHERE ${v1} = ${literal(first)} AND ${v2} = ${literal(last)})::DOUBLE`;
  const counts =
    kind === 'proportion'
      ? { a: pairs(1, 1), b: pairs(1, 0), c: pairs(0, 1), d: pairs(0, 0) }
      : {
          n: sql`count(*)::DOUBLE`,
          first: sql`sum(${v1})::DOUBLE`,
          last: sql`sum(${v2})::DOUBLE`,
          squares: sql`sum((${v2} - ${v1}) ** 2)::DOUBLE`,
        };
  const complete = sql`v1 IS NOT NULL AND v2 IS NOT NULL AND l1 IS NOT DISTINCT FROM l2`;
  return Query.from(table)
    .select(...keys, counts)
    .where(over === 'roll' ? literal(true) : complete)
    .groupby(...keys);
}

const nothing = sql`NULL::DOUBLE`;

function zero(key: string): ExprNode {
  return sql`coalesce(${column(key, 'q')}, 0)`;
}

/** Pupils by both answers; a complement turns each answer round. */
function shareCounts({ over, complement }: CohortMeasure & Proportion): Record<string, ExprNode> {
  const [a, b, c] = [zero('a'), zero('b'), zero('c')];
  const d = over === 'roll' ? sql`s.n - ${a} - ${b} - ${c}` : zero('d');
  const answers = complement ? { a: d, b: c, c: b, d: a } : { a, b, c, d };
  return {
    ...answers,
    n: nothing,
    before: nothing,
    after: nothing,
    total: nothing,
    squares: nothing,
  };
}

function meanCounts({ over }: CohortMeasure): Record<string, ExprNode> {
  const n = over === 'roll' ? sql`s.n` : zero('n');
  return {
    a: nothing,
    b: nothing,
    c: nothing,
    d: nothing,
    n,
    before: sql`${zero('first')} / nullif(${n}, 0)`,
    after: sql`${zero('last')} / nullif(${n}, 0)`,
    total: sql`${zero('last')} - ${zero('first')}`,
    squares: zero('squares'),
  };
}

/** The cells of one measure: a, b, c, d or the moments, over the roll with the pupils who have no row as zeros. */
function cellsOf(name: string, measure: CohortMeasure, slice: Slice, index: number): Query {
  const own = pupilDimensions(slice.by);
  const kinds = slice.by.filter(isEventDimension);
  const keys = ['time', 'since', ...own, ...kinds];
  const rows = join(
    cross_join(from('cohort_sizes', 's'), from('cohort_members', 'm')),
    from('sums', 'q'),
    {
      type: 'LEFT',
      on: and(
        ...['time', 'since', ...own].map((key) =>
          isNotDistinct(column(key, 's'), column(key, 'q')),
        ),
        ...kinds.map((key) => isNotDistinct(column(key, 'm'), column(key, 'q'))),
      ),
    },
  );
  const told = sql`s.time IN (SELECT time FROM told) AND s.since IN (SELECT time FROM told)`;
  return Query.from(rows)
    .with({
      told: measure.recorded(slice),
      matched: values(slice.by, `each_${index}`),
      sums: sums(measure, keys, 'matched'),
    })
    .select(
      { measure: literal(name), time: sql`s.time`, since: sql`s.since` },
      ...names('s', own),
      ...names('m', kinds),
      measure.kind === 'proportion' ? shareCounts(measure) : meanCounts(measure),
    )
    .where(told);
}

/**
 * One query that follows the same pupils between two times: those on the rolls of both, with the class, grade and sex (and
 * the filters on these) of the later one. Its rows, in no order: `measure` (the name given), `time` (the later), `since`
 * (the earlier), a column for each dimension; for shares `a`, `b`, `c`, `d` (yes/yes, yes/no, no/yes, no/no), for means `n`,
 * `before` and `after` (means), `total` and `squares` (Σ and Σ² of the differences). Over the roll a pupil without a value
 * counts as 0; else only pupils with a value of the same line at both times count. A pair of which a time has no records
 * gives no row.
 */
export function cohortQuery(
  measures: Readonly<Record<string, CohortMeasure>>,
  slice: Slice,
  pairs: readonly TimePair[],
): Query {
  const kinds = slice.by.filter(isEventDimension);
  const whole: Slice = {
    ...slice,
    by: kinds,
    selection: slice.selection.filter(({ dimension }) => isEventDimension(dimension)),
  };
  const own = ['time', 'since', ...pupilDimensions(slice.by)];
  const all = Object.entries(measures);
  const members =
    kinds.length === 0
      ? Query.select({ anything: sql`true` })
      : Query.from('deeds')
          .select(...kinds)
          .distinct();
  return Query.with(factTables(whole), {
    pairs: pairRows(pairs),
    cohort: cohort(slice),
    cohort_sizes: Query.from('cohort')
      .select(...own, { n: sql`count(*)::DOUBLE` })
      .groupby(...own),
    cohort_members: members,
    ...Object.fromEntries(all.map(([, measure], index) => [`each_${index}`, measure.each(whole)])),
  })
    .from({
      all: Query.unionAll(
        all.map(([name, measure], index) =>
          cellsOf(name, measure, { ...slice, selection: whole.selection }, index),
        ),
      ),
    })
    .select('*');
}
