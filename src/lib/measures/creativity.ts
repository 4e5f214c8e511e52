import type { Dimension, Grain } from '#lib/model/dimension.ts';
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
import { pupilCondition } from './facts.ts';
import type { Mean, Proportion, Score, Slice, Trace } from './measure.ts';
import { keys, moments, shareOf } from './tally.ts';

const pupilSide: readonly Dimension[] = ['grade', 'class', 'sex'];

/** Instruments that measure creativity, by the ids that ingestion gives them. */
export const creativeInstruments = ['torrance', 'johnson', 'williams'] as const;

/** One row a person, school year, wave and scale: the latest score. */
function latest(score: Score | null, instruments: readonly string[]): Query {
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
function marks(score: Score | null): Query {
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
function ofOneLine(table: string, grain: Grain): Query {
  const time = grain === 'term' ? 'period' : 'school_year';
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
      isNotDistinct(column(time, 'm'), column('time', 'i')),
    ),
  });
  return Query.from(rows).with({ favourite, choice }).select(column('*', 'm'));
}

/** Name of the line that a number of one instrument and version belongs to. */
const line = sql`any_value(concat_ws(' · ', instrument, version))`;

/** Rows of a table with `person`, `period`, `school_year`, `class`, `grade` and `value`, as `time` and members. */
function placed({ grain, by, selection }: Slice, table: string): Query {
  const time = grain === 'term' ? sql`m.period` : sql`m.school_year`;
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
      class: sql`CASE WHEN u.person IS NULL THEN m.class ELSE u.class END`,
      grade: sql`CASE WHEN u.person IS NULL THEN m.grade ELSE u.grade END`,
      sex: sql`p.sex`,
    })
    .where(sql`${time} IS NOT NULL`);
  return Query.from({ all })
    .select(...keys(by), 'person', 'school_year', 'instrument', 'version', 'wave', 'value')
    .where(pupilCondition(selection));
}

/** One row a matched pair: a person with the first and the last wave of one school year. */
function pairs(): Query {
  const rows = join(from('marks', 'a'), from('marks', 'b'), {
    on: sql`a.person = b.person AND a.school_year = b.school_year AND a.instrument = b.instrument
      AND a.version IS NOT DISTINCT FROM b.version AND a.wave = 'pre' AND b.wave = 'post'`,
  });
  return Query.from(rows).select(column('*', 'b'), { value: sql`b.score - a.score` });
}

/** One row a matched pair at its time, of one instrument and version a time. */
function gains(slice: Slice): Query {
  return placed(slice, 'chosen').with({
    latest: latest(slice.score, creativeInstruments),
    marks: marks(slice.score),
    pairs: pairs(),
    chosen: ofOneLine('pairs', slice.grain),
  });
}

/** Times to which an assessment with one of these instruments belongs. */
function assessedTimes(slice: Slice, instruments: readonly string[]): Query {
  return Query.from({ latest: latest(slice.score, instruments) })
    .select({ time: slice.grain === 'term' ? 'period' : 'school_year' })
    .distinct();
}

/** The scores of the persons of a query, in its instrument, version and school year. */
function traceScores(persons: Query, waves: ExprNode): Trace {
  return {
    table: 'assessment',
    with: { persons },
    where: (cell) => sql`EXISTS (SELECT 1 FROM (SELECT * FROM persons WHERE ${cell}) t
      WHERE t.person = f.person AND t.school_year = f.school_year AND t.instrument = f.instrument
        AND t.version IS NOT DISTINCT FROM f.version AND ${waves})`,
  };
}

/** M26: mean change of the same pupils from the first to the last wave of one school year, in points. */
export const creativeGain: Mean = {
  kind: 'mean',
  unit: 'score',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: pupilSide,
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-pairs',
  recorded: (slice) => assessedTimes(slice, creativeInstruments),
  tally: (slice) => moments(slice.by, gains(slice), line),
  traces: (slice) => [traceScores(gains(slice), sql`f.wave IN ('pre', 'post')`)],
};

/** One row a person and time with the score of the latest wave. */
function levels(slice: Slice): Query {
  const { grain } = slice;
  const time = grain === 'term' ? 'period' : 'school_year';
  const last = Query.from('chosen')
    .select('person', 'school_year', 'period', 'class', 'grade', 'instrument', 'version', 'wave', {
      value: 'score',
    })
    .distinctOn('person', time)
    .orderby('person', time, sql`CASE wave WHEN 'post' THEN 0 WHEN 'mid' THEN 1 ELSE 2 END`);
  return placed(slice, 'last').with({
    latest: latest(null, ['johnson']),
    marks: marks(null),
    chosen: ofOneLine('marks', slice.grain),
    last,
  });
}

function reached({ programme }: Slice): ExprNode {
  return sql`value >= ${literal(programme.creativityCut)}`;
}

/** M28: pupils at or above the programme's cut on Johnson's scale in their latest wave, of those assessed. */
export const atLevel: Proportion = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: pupilSide,
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-records',
  recorded: (slice) => assessedTimes({ ...slice, score: null }, ['johnson']),
  tally: (slice) => shareOf(slice.by, levels(slice), reached(slice), line),
  traces: (slice) => {
    const there = Query.from({ levels: levels(slice) })
      .select('*')
      .where(reached(slice));
    return [traceScores(there, sql`f.wave IS NOT DISTINCT FROM t.wave`)];
  },
};
