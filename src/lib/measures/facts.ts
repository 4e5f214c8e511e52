import {
  eventDimensions,
  ownDimensions,
  pupilSideDimensions,
  type Dimension,
} from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import {
  and,
  column,
  cte,
  from,
  isIn,
  join,
  literal,
  not,
  Query,
  sql,
  type ExprNode,
  type WithClauseNode,
} from '@uwdata/mosaic-sql';
import { timeOf } from '#lib/programme/time.ts';
import type { Slice } from './measure.ts';
import { takingTables, type EachPerson } from './taking.ts';

/** Says whether a dimension belongs to events. */
export function isEventDimension(dimension: Dimension): boolean {
  return eventDimensions.includes(dimension);
}

/** The dimensions that belong to pupils, of those given. */
export function pupilDimensions(by: readonly Dimension[]): Dimension[] {
  return by.filter((dimension) => pupilSideDimensions.includes(dimension));
}

/** The dimensions that do not divide the roll, of those given. */
export function otherDimensions(by: readonly Dimension[]): Dimension[] {
  return by.filter((dimension) => !pupilSideDimensions.includes(dimension));
}

const numbered: readonly Dimension[] = ['grade', 'partner'];
/** Lengths of time of which the facts are prepared; a half is put together from its terms. */
const preparedGrains = ['term', 'year'] as const;

type PreparedGrain = (typeof preparedGrains)[number];

/** A length of time in a calendar. */
type Timed = Pick<Slice, 'grain' | 'programme'>;

/** The condition of one clause on a column with the name of its dimension. */
export function clauseCondition({ dimension, values, excluded }: Clause): ExprNode {
  const keys = numbered.includes(dimension)
    ? values.map(Number).filter(Number.isInteger)
    : values.map(String);
  if (keys.length === 0) return literal(excluded);
  const among = isIn(
    dimension,
    keys.map((key) => literal(key)),
  );
  return excluded ? not(sql`coalesce(${among}, false)`) : among;
}

function conditions(selection: Selection, wanted: (dimension: Dimension) => boolean): ExprNode {
  const kept = selection.filter(({ dimension }) => wanted(dimension)).map(clauseCondition);
  return kept.length === 0 ? literal(true) : and(...kept);
}

/** The part of a selection that events must meet. */
export function eventCondition(selection: Selection): ExprNode {
  return conditions(selection, isEventDimension);
}

/** The part of a selection that pupils must meet. */
export function pupilCondition(selection: Selection): ExprNode {
  return conditions(selection, (dimension) => pupilSideDimensions.includes(dimension));
}

/**
 * The time to which a row with `period` and `school_year` counts; null where it has none. `among` names the table of the row.
 */
export function timeColumn({ grain, programme }: Timed, among?: string): ExprNode {
  if (grain === 'term') return column('period', among);
  if (grain === 'year') return column('school_year', among);
  const halves = programme.periods.map((_, period) => literal(timeOf(programme, grain, period)));
  const list = halves.reduce<ExprNode>((all, half) => sql`${all}, ${half}`, literal(null));
  // The list begins with a null, and counts from one: the first period has the second place.
  return sql`([${list}]::INTEGER[])[${column('period', among)} + 2]`;
}

/** Each period with the time it counts to: itself, its half, or its school year. */
export function clock(timed: Timed): Query {
  const time = timeColumn(timed);
  return Query.from('period')
    .select('period', 'starts', 'ends', { time })
    .where(sql`${time} IS NOT NULL`);
}

/** The terms of a span with its number, and those of a year before each of them with theirs, where the calendar has all of these. */
export function spanTimes(
  span: readonly number[],
  { periods }: Pick<Programme, 'periods'>,
): { readonly time: number; readonly periods: readonly number[] }[] {
  const yearAgo = span.map((period) => {
    const now = periods[period];
    return periods.findIndex(
      ({ schoolYear, term }) => now && schoolYear === now.schoolYear - 1 && term === now.term,
    );
  });
  return [span, ...(yearAgo.includes(-1) ? [] : [yearAgo])].map((within) => ({
    time: Math.max(...within),
    periods: within,
  }));
}

/** Each period of a span with the number of the span, and of the span a year before. */
function spanClock(span: readonly number[], programme: Programme): Query {
  const rows = spanTimes(span, programme).flatMap(({ time, periods }) =>
    periods.map((period) => sql`(${literal(period)}, ${literal(time)})`),
  );
  const values = rows.reduce((all, row) => sql`${all}, ${row}`);
  const spans = Query.from({ rows: sql`(VALUES ${values})` }).select({
    period: 'col0',
    time: 'col1',
  });
  return Query.from(join(from('period', 'p'), from('spans', 's'), { on: sql`p.period = s.period` }))
    .with({ spans })
    .select({ period: sql`p.period`, starts: sql`p.starts`, ends: sql`p.ends`, time: sql`s.time` });
}

/** One row a person and time of several terms on the roll, in the class of the last of these. */
function pupilsOver(): Query {
  const rows = join(from(preparedPupils('term'), 'u'), from('clock', 'c'), {
    on: sql`u.time = c.period`,
  });
  return Query.from(rows)
    .select({
      person: sql`u.person`,
      time: sql`c.time`,
      class: sql`arg_max(u.class, u.time)`,
      grade: sql`arg_max(u.grade, u.time)`,
      sex: sql`any_value(u.sex)`,
    })
    .groupby(sql`u.person`, sql`c.time`);
}

/** What belongs to a deed whatever the length of time: of a participation `a`, its event `o`, role `k` and result `s`. */
const ofDeed = {
  period: sql`a.period`,
  event: sql`a.event`,
  person: sql`a.person`,
  block: sql`o.block`,
  direction: sql`o.direction`,
  partner: sql`o.partner`,
  level: sql`o.level`,
  ...Object.fromEntries(ownDimensions.map((name) => [name, column(name, 'a')])),
  hours: sql`coalesce(a.hours, o.hours)`,
  level_weight: sql`o.level_weight`,
  role: sql`k.id`,
  result_weight: sql`s.weight`,
  award: sql`coalesce(s.award, false)`,
  team: sql`coalesce(a.team, false)`,
  remote: sql`o.remote`,
  competitive: sql`o.competitive`,
  volunteering: sql`o.volunteering`,
  civic: sql`o.civic`,
  dated: sql`o.dated`,
};

/** The deeds with what the roll of each one's time says of its person. */
function deedsOf(grain: PreparedGrain): Query {
  return Query.from(preparedDeeds).select(
    { time: grain === 'term' ? 'period' : 'school_year' },
    Object.fromEntries(
      ['listed', ...pupilSideDimensions].map((name) => [name, column(nameAt(name, grain))]),
    ),
    ...Object.keys(ofDeed),
  );
}

/** The deeds of times of several terms; what the roll of such a time says of a person counts before what was stated. */
function deedsOver(): Query {
  const onRoll = (name: string) =>
    sql`CASE WHEN u.person IS NULL THEN ${column(name, 'd')} ELSE ${column(name, 'u')} END`;
  let rows = join(from('term_deeds', 'd'), from('clock', 'c'), { on: sql`d.period = c.period` });
  rows = join(rows, from('pupils', 'u'), {
    type: 'LEFT',
    on: sql`d.person = u.person AND c.time = u.time`,
  });
  return Query.from(rows)
    .with({ term_deeds: deedsOf('term') })
    .select(...Object.keys(ofDeed).map((name) => ({ [name]: column(name, 'd') })), {
      time: sql`c.time`,
      listed: sql`u.person IS NOT NULL`,
      class: onRoll('class'),
      grade: onRoll('grade'),
      sex: onRoll('sex'),
    });
}

/** Each time with the time just before it (`former`) and the same time a year ago (`year_ago`), null where there is none. */
function times(timed: Timed): Query {
  const [time, then] = [timeColumn(timed, 'p'), timeColumn(timed, 'a')];
  const isSame = {
    term: sql`a.term = p.term`,
    half: sql`${then} = ${time} - 2`,
    year: literal(true),
  };
  const rows = join(from('period', 'p'), from('period', 'a'), {
    type: 'LEFT',
    on: and(sql`a.school_year = p.school_year - 1`, isSame[timed.grain]),
  });
  const each = Query.from(rows)
    .select({ time, year_ago: sql`min(${then})` })
    .where(sql`${time} IS NOT NULL`)
    .groupby(time);
  return Query.from({ each }).select('time', 'year_ago', {
    former: sql`lag(time) OVER (ORDER BY time)`,
  });
}

const preparedOccasions = 'prepared_occasions';
const preparedDeeds = 'prepared_deeds';

/** Name of what depends on the length of time, so that both can stand side by side. */
function nameAt(name: string, grain: PreparedGrain): string {
  return `${name}_${grain}`;
}

const preparedPupils = (grain: PreparedGrain) => nameAt('prepared_pupils', grain);

/** One row a person and time on the roll, in the class of the last period of that time. */
function pupils(grain: PreparedGrain): Query {
  const rows = join(
    join(from('roll', 'r'), from('period', 'c'), { on: sql`r.period = c.period` }),
    from('participant', 'p'),
    { type: 'LEFT', on: sql`r.person = p.person` },
  );
  const time = column(grain === 'term' ? 'period' : 'school_year', 'c');
  return Query.from(rows)
    .select({
      person: sql`r.person`,
      time,
      class: sql`arg_max(r.class, r.period)`,
      grade: sql`arg_max(r.grade, r.period)`,
      sex: sql`any_value(p.sex)`,
    })
    .groupby(sql`r.person`, time);
}

/** The pupils of the selection. */
export function enrolled(selection: Selection): Query {
  return Query.from('pupils').select('*').where(pupilCondition(selection));
}

/** One row an event with the ids of what it belongs to. */
function occasions(): Query {
  const rows = join(
    join(
      join(from('event', 'e'), from('direction', 'd'), {
        type: 'LEFT',
        on: sql`e.direction = d.direction`,
      }),
      from('block', 'b'),
      { type: 'LEFT', on: sql`coalesce(e.block, d.block) = b.block` },
    ),
    from('level', 'l'),
    { type: 'LEFT', on: sql`e.level = l.level` },
  );
  return Query.from(rows).select({
    event: sql`e.event`,
    period: sql`e.period`,
    block: sql`b.id`,
    direction: sql`d.id`,
    partner: sql`e.partner`,
    level: sql`l.id`,
    level_weight: sql`l.weight`,
    civic: sql`coalesce(d.civic, false)`,
    volunteering: sql`coalesce(e.volunteering, false)`,
    competitive: sql`coalesce(e.competitive, false)`,
    remote: sql`coalesce(e.remote, false)`,
    hours: sql`e.hours`,
    planned: sql`coalesce(e.planned, false)`,
    // A planned event that nobody marked is not known to have been held.
    held: sql`coalesce(e.held, NOT coalesce(e.planned, false))`,
    dated: sql`e.starts IS NOT NULL`,
  });
}

/** What the roll of a length of time says of the person of a participation `a`, else what was stated. */
function onRollOf(grain: PreparedGrain): Record<string, ExprNode> {
  const own = column('person', grain);
  const told = (name: string, stated: ExprNode) =>
    sql`CASE WHEN ${own} IS NULL THEN ${stated} ELSE ${column(name, grain)} END`;
  return {
    [nameAt('listed', grain)]: sql`${own} IS NOT NULL`,
    [nameAt('class', grain)]: told('class', sql`a.class`),
    [nameAt('grade', grain)]: told('grade', sql`a.grade`),
    [nameAt('sex', grain)]: told('sex', sql`coalesce(p.sex, a.sex)`),
  };
}

/**
 * One row a person and event in a counted role; class, grade and sex are the roll's of that term and of that school year,
 * else as stated; `listed` says that the person is on that roll. Both lengths of time share a row, which is the largest
 * thing that the engine holds.
 */
function deeds(): Query {
  let rows = join(from('participation', 'a'), from('period', 'c'), {
    on: sql`a.period = c.period`,
  });
  rows = join(rows, from(preparedOccasions, 'o'), { on: sql`a.event = o.event` });
  rows = join(rows, from('role', 'k'), { type: 'LEFT', on: sql`a.role = k.role` });
  rows = join(rows, from('result', 's'), { type: 'LEFT', on: sql`a.result = s.result` });
  rows = join(rows, from('participant', 'p'), { type: 'LEFT', on: sql`a.person = p.person` });
  rows = join(rows, from(preparedPupils('term'), 'term'), {
    type: 'LEFT',
    on: sql`a.person = term.person AND c.period = term.time`,
  });
  rows = join(rows, from(preparedPupils('year'), 'year'), {
    type: 'LEFT',
    on: sql`a.person = year.person AND c.school_year = year.time`,
  });
  return Query.from(rows)
    .select(
      { school_year: sql`c.school_year` },
      ...preparedGrains.map((grain) => onRollOf(grain)),
      ofDeed,
    )
    .where(sql`coalesce(k.counted, true)`);
}

/**
 * The facts that hold whatever is asked, by name, as queries over the star schema in the order in which they need one
 * another: joined once when tables are loaded, and not by every question anew.
 */
export function preparedFacts(): Record<string, string> {
  return {
    [preparedOccasions]: String(occasions()),
    ...Object.fromEntries(
      preparedGrains.map((grain) => [preparedPupils(grain), String(pupils(grain))]),
    ),
    [preparedDeeds]: String(deeds()),
  };
}

/** The deeds of the selection's pupils. */
export function counted(selection: Selection): Query {
  return Query.from('deeds').select('*').where(pupilCondition(selection));
}

/**
 * The tables that every tally may stand on, by name, in the order in which they need one another; `each` is what is
 * aggregated over the deeds of each person beside their number.
 */
export function facts(slice: Slice, each: EachPerson = {}): Record<string, Query> {
  const { grain, span, programme } = slice;
  const prepared = span || grain === 'half' ? null : grain;
  const deeds = { all_deeds: prepared ? deedsOf(prepared) : deedsOver() };
  return {
    clock: span ? spanClock(span, programme) : clock(slice),
    times: times(slice),
    pupils: prepared ? Query.from(preparedPupils(prepared)).select('*') : pupilsOver(),
    enrolled: enrolled(slice.selection),
    occasions: Query.from(preparedOccasions).select('*'),
    deeds: Query.from(deeds).select('*').where(eventCondition(slice.selection)),
    counted: counted(slice.selection),
    ...takingTables(slice, each),
  };
}

/** Times with any participation at all, as long as the selection meets some event and someone at some time. */
export function participationTimes(): Query {
  const rows = join(from('participation', 'a'), from('clock', 'c'), {
    on: sql`a.period = c.period`,
  });
  return Query.from(rows)
    .select({ time: sql`c.time` })
    .distinct()
    .where(
      sql`EXISTS (SELECT 1 FROM deeds) AND (EXISTS (SELECT 1 FROM enrolled) OR EXISTS (SELECT 1 FROM counted))`,
    );
}

/** Facts that are prepared tables or rows of one: read in place, since to copy them takes longer than to read them again. */
const readInPlace = ['pupils', 'enrolled', 'occasions', 'deeds', 'counted'];

/** The facts as tables of a query that reads them often. */
export function factTables(slice: Slice, each: EachPerson = {}): WithClauseNode[] {
  return Object.entries(facts(slice, each)).map(([name, query]) =>
    cte(name, query, readInPlace.includes(name) ? false : null),
  );
}
