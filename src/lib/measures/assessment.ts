import {
  and,
  column,
  from,
  isIn,
  isNotDistinct,
  join,
  literal,
  Query,
  sql,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import { pupilCondition, timeColumn } from './facts.ts';
import type { Score, Slice, Tally, Trace } from './measure.ts';
import { keys } from './tally.ts';

/** Instruments that measure creativity, by the ids that ingestion gives them. */
export const creativeInstruments = ['torrance', 'johnson', 'williams'] as const;

/** One row a person, school year, wave and scale: the latest score. */
export function latest(score: Score | null, instruments: readonly string[]): Query {
  const wanted = score
    ? and(
        sql`instrument = ${literal(score.instrument)}`,
        isNotDistinct('version', literal(score.version)),
        score.scale === null ? literal(true) : sql`scale = ${literal(score.scale)}`,
      )
    : isIn(
        'instrument',
        instruments.map((id) => literal(id)),
      );
  return Query.from('assessment')
    .select('person', 'school_year', 'wave', 'instrument', 'version', {
      scale: sql`coalesce(scale, 'total')`,
      score: sql`arg_max(score, coalesce(date, DATE '0001-01-01'))`,
      period: sql`max(period)`,
      class: sql`arg_max(class, coalesce(period, -1))`,
      grade: sql`arg_max(grade, coalesce(period, -1))`,
    })
    .where(sql`score IS NOT NULL`, wanted)
    .groupby(
      'person',
      'school_year',
      'wave',
      'instrument',
      'version',
      sql`coalesce(scale, 'total')`,
    );
}

/**
 * One row a person, school year and wave: the sum over all scales of the instrument's version where every scale has a
 * score, else the stated total; one scale alone where the score names it.
 */
export function marks(score: Score | null): Query {
  const persons = ['person', 'school_year', 'wave', 'instrument', 'version'];
  const part = score !== null && score.scale !== null ? sql`true` : sql`scale <> 'total'`;
  const sums = Query.from('latest')
    .select(...persons, {
      parts: sql`count(*) FILTER (WHERE ${part})`,
      summed: sql`sum(score) FILTER (WHERE ${part})`,
      stated: sql`any_value(score) FILTER (WHERE scale = 'total')`,
      period: sql`max(period)`,
      class: sql`any_value(class)`,
      grade: sql`any_value(grade)`,
    })
    .groupby(...persons);
  const whole = Query.from({ sums }).select('*', {
    scales: sql`max(parts) OVER (PARTITION BY instrument, version)`,
  });
  return Query.from({ whole })
    .select(...persons, 'period', 'class', 'grade', {
      score: sql`CASE WHEN parts = scales AND scales > 0 THEN summed ELSE stated END`,
    })
    .where(sql`(CASE WHEN parts = scales AND scales > 0 THEN summed ELSE stated END) IS NOT NULL`);
}

/**
 * The rows of the instrument that most rows have and, at each time, of the version that most have then: two instruments
 * or versions never stand in one number.
 */
export function ofOneLine(table: string, slice: Slice): Query {
  const time = timeColumn(slice);
  const favourite = Query.from(table)
    .select('instrument')
    .groupby('instrument')
    .orderby(sql`count(*) DESC`, 'instrument')
    .limit(1);
  const choice = Query.from(table)
    .select('instrument', 'version', { time })
    .distinctOn(time)
    .where(sql`instrument IN (SELECT instrument FROM favourite)`)
    .groupby('instrument', 'version', time)
    .orderby(time, sql`count(*) DESC`, 'version');
  const rows = join(from(table, 'm'), from('choice', 'i'), {
    on: and(
      sql`m.instrument = i.instrument AND m.version IS NOT DISTINCT FROM i.version`,
      isNotDistinct(timeColumn(slice, 'm'), column('time', 'i')),
    ),
  });
  return Query.from(rows).with({ favourite, choice }).select(column('*', 'm'));
}

/** A tally over rows of one instrument and version a time, with the name of the line that they belong to. */
export function ofLine(rows: Query, counts: Tally['counts']): Tally {
  return { rows, counts: { ...counts, line: sql`any_value(line)` } };
}

/** Rows of a table with `person`, `period`, `school_year`, `class`, `grade`, `value` and `rises`, as `time` and members. */
export function placed(slice: Slice, table: string): Query {
  const { by, selection } = slice;
  const time = timeColumn(slice, 'm');
  let rows = join(from(table, 'm'), from('participant', 'p'), {
    type: 'LEFT',
    on: sql`m.person = p.person`,
  });
  rows = join(rows, from('pupils', 'u'), {
    type: 'LEFT',
    on: sql`m.person = u.person AND u.time = ${time}`,
  });
  const all = Query.from(rows)
    .select({
      time,
      person: sql`m.person`,
      school_year: sql`m.school_year`,
      instrument: sql`m.instrument`,
      version: sql`m.version`,
      wave: sql`m.wave`,
      value: sql`m.value`,
      rises: sql`m.rises`,
      line: sql`concat_ws(' · ', m.instrument, m.version)`,
      class: sql`CASE WHEN u.person IS NULL THEN m.class ELSE u.class END`,
      grade: sql`CASE WHEN u.person IS NULL THEN m.grade ELSE u.grade END`,
      sex: sql`p.sex`,
    })
    .where(sql`${time} IS NOT NULL`);
  return Query.from({ all })
    .select(
      ...keys(by),
      'person',
      'school_year',
      'instrument',
      'version',
      'wave',
      'value',
      'rises',
      'line',
    )
    .where(pupilCondition(selection));
}

/** One row a matched pair: a person with the first and the last wave of one school year; `value` is the change. */
function pairs(): Query {
  const rows = join(from('marks', 'a'), from('marks', 'b'), {
    on: sql`a.person = b.person AND a.school_year = b.school_year AND a.instrument = b.instrument
      AND a.version IS NOT DISTINCT FROM b.version AND a.wave = 'pre' AND b.wave = 'post'`,
  });
  return Query.from(rows).select(column('*', 'b'), {
    first: sql`a.score`,
    value: sql`b.score - a.score`,
  });
}

/** The tables that matched pairs stand on; `chosen` has those of one instrument and version a time. */
export function paired(slice: Slice): Record<string, Query> {
  const { score } = slice;
  return {
    latest: latest(score, creativeInstruments),
    marks: marks(score),
    pairs: pairs(),
    chosen: ofOneLine('pairs', slice),
  };
}

/** Times to which an assessment with one of these instruments belongs. */
export function assessedTimes(slice: Slice, instruments: readonly string[]): Query {
  return Query.from({ latest: latest(slice.score, instruments) })
    .select({ time: timeColumn(slice) })
    .distinct();
}

/** The scores of the persons of a query, in its instrument, version and school year. */
export function traceScores(persons: Query, waves: ExprNode): Trace {
  return {
    table: 'assessment',
    with: { persons },
    where: (cell) => sql`EXISTS (SELECT 1 FROM (SELECT * FROM persons WHERE ${cell}) t
      WHERE t.person = f.person AND t.school_year = f.school_year AND t.instrument = f.instrument
        AND t.version IS NOT DISTINCT FROM f.version AND ${waves})`,
  };
}
