import { pupilSideDimensions } from '#lib/model/dimension.ts';
import { literal, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import {
  assessedTimes,
  creativeInstruments,
  latest,
  marks,
  ofLine,
  ofOneLine,
  paired,
  placed,
  traceScores,
} from './assessment.ts';
import { timeColumn } from './facts.ts';
import type { CohortMeasure, Mean, Proportion, Slice } from './measure.ts';
import { keys, momentsOf, shareOf } from './tally.ts';

/** A change above this many standard errors of measurement is no error in 95 of 100: Jacobson & Truax 1991. */
const reliable = 1.96;

/**
 * One row a matched pair at its time, of one instrument and version a time; `value` is the change, `rises` 1 where it is
 * reliably a rise, 0 where not, null where all first scores of the time are the same. The standardiser is the deviation of
 * all first scores of the time, whoever is asked about.
 */
function gains(slice: Slice): Query {
  const { torrance, johnson, williams } = slice.programme.reliability;
  const reliability = sql`CASE instrument WHEN 'torrance' THEN ${literal(torrance)}
    WHEN 'johnson' THEN ${literal(johnson)} ELSE ${literal(williams)} END`;
  const judged = Query.from('chosen').select('*', {
    rises: sql`(value > ${literal(reliable)} * sqrt(2 * (1 - ${reliability}))
      * nullif(stddev_samp(first) OVER (PARTITION BY ${timeColumn(slice)}), 0))::INTEGER`,
  });
  return placed(slice, 'judged').with({ ...paired(slice), judged });
}

/** M26: mean change of the same pupils from the first to the last wave of one school year, in points. */
export const creativeGain: Mean & CohortMeasure = {
  kind: 'mean',
  unit: 'score',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: pupilSideDimensions,
  grains: ['term', 'half', 'year'],
  // Pairs belong to one class; those of two instruments never meet.
  merging: 'moments',
  undefinedWhen: ['no-records', 'no-pairs', 'too-few'],
  source: 'Student 1908; Borenstein et al. 2009 ch. 4',
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-pairs',
  recorded: (slice) => assessedTimes(slice, creativeInstruments),
  each: gains,
  tally: (slice) => ofLine(gains(slice), momentsOf(sql`value`)),
  traces: (slice) => [traceScores(gains(slice), sql`f.wave IN ('pre', 'post')`)],
};

/** M27: matched pairs whose change is above what the instrument's error explains, (post − pre) / (SD_pre √2 √(1 − r)) > 1.96. */
export const reliableGrowth: Proportion & CohortMeasure = {
  ...creativeGain,
  kind: 'proportion',
  unit: 'percent',
  // The standardiser is that of the whole time.
  merging: 'recount',
  undefinedWhen: ['no-records', 'no-pairs', 'no-spread', 'too-few'],
  source: 'Jacobson & Truax 1991; Wilson 1927',
  nothing: ({ total }) => (total ? 'no-spread' : 'no-pairs'),
  each: (slice) =>
    Query.from({ gains: gains(slice) }).select(...keys(slice.by), 'person', 'line', {
      value: 'rises',
    }),
  tally: (slice) =>
    ofLine(gains(slice), {
      x: sql`count(*) FILTER (WHERE rises = 1)`,
      n: sql`count(rises)`,
      total: sql`count(*)`,
    }),
  traces(slice) {
    const grown = Query.from({ gains: gains(slice) })
      .select('*')
      .where(sql`rises = 1`);
    return [traceScores(grown, sql`f.wave IN ('pre', 'post')`)];
  },
};

/** One row a person and time with the score of the latest wave. */
function levels(slice: Slice): Query {
  const time = timeColumn(slice);
  const last = Query.from('chosen')
    .select('person', 'school_year', 'period', 'class', 'grade', 'instrument', 'version', 'wave', {
      value: 'score',
      rises: sql`NULL::INTEGER`,
    })
    .distinctOn('person', time)
    .orderby('person', time, sql`CASE wave WHEN 'post' THEN 0 WHEN 'mid' THEN 1 ELSE 2 END`);
  return placed(slice, 'last').with({
    latest: latest(null, ['johnson']),
    marks: marks(null),
    chosen: ofOneLine('marks', slice),
    last,
  });
}

function reached({ programme }: Slice): ExprNode {
  return sql`value >= ${literal(programme.creativityCut)}`;
}

/** M28: pupils at or above the programme's cut on Johnson's scale in their latest wave, of those assessed. */
export const atLevel: Proportion & CohortMeasure = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: pupilSideDimensions,
  grains: ['term', 'half', 'year'],
  // A pupil's latest wave of a year may lie in any of its terms.
  merging: 'recount',
  undefinedWhen: ['no-records', 'too-few'],
  source: 'Wilson 1927; PISA 2022 III; Tunik 2002',
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-records',
  recorded: (slice) => assessedTimes({ ...slice, score: null }, ['johnson']),
  each: (slice) =>
    Query.from({ levels: levels(slice) }).select(...keys(slice.by), 'person', 'line', {
      value: sql`(${reached(slice)})::INTEGER`,
    }),
  tally: (slice) => ofLine(levels(slice), shareOf(reached(slice))),
  traces: (slice) => {
    const there = Query.from({ levels: levels(slice) })
      .select('*')
      .where(reached(slice));
    return [traceScores(there, sql`f.wave IS NOT DISTINCT FROM t.wave`)];
  },
};
