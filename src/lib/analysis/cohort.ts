import type { Answer, Engine } from '#lib/engine/engine.ts';
import { cohortQuery, judgeCohort, type TimePair } from '#lib/measures/cohort.ts';
import { hasCohort, type CohortMeasure, type Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import { partnerNames } from './members.ts';
import { isDivisible, type Question } from './question.ts';
import { arrangeCells, refuseQuestion, type AnsweredCell, type Result } from './result.ts';
import { comparedTime, timesOf } from './times.ts';

/** Says whether the same pupils can be followed in what a question asks. */
export function isFollowable(question: Question): boolean {
  return (
    question.compare !== 'none' && isDivisible(question) && hasCohort(measures[question.measure])
  );
}

/**
 * Answers a question about the same pupils only: each cell holds those who were on the rolls of its time and of the one
 * that it is compared with, what they did then (`before`) and now (`outcome`), and their paired change. Refused where a
 * measure does not speak of pupils or nothing is compared. Rejects as `askMeasures` does.
 */
export async function askCohort(
  engine: Engine,
  question: Question,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Result> {
  const { grain, compare } = question;
  if (!isFollowable(question)) return refuseQuestion(question);
  const pairs = timesOf(programme, grain).flatMap((after): TimePair[] => {
    const before = comparedTime(programme, grain, compare, after);
    return before === null ? [] : [{ before, after }];
  });
  return askPairs(engine, question, pairs, programme, signal);
}

/** Answers a question about the pupils who were there at both times of some pairs: see `askCohort`. */
export async function askPairs(
  engine: Engine,
  question: Question,
  pairs: readonly TimePair[],
  programme: Programme,
  signal?: AbortSignal,
): Promise<Result> {
  const measure: Measure = measures[question.measure];
  if (!isDivisible(question) || !hasCohort(measure)) return refuseQuestion(question);
  const { grain, by, selection, score } = question;
  const slice = { grain, by, selection, programme, score: score ?? null };
  const sql = String(cohortQuery({ [question.measure]: measure }, slice, pairs));
  const [partners, answer] = await Promise.all([
    by.includes('partner') ? engine.ask(partnerNames, signal) : null,
    engine.ask(sql, signal),
  ]);
  const cells = Array.from({ length: answer.length }, (_, row) =>
    cellOf(question, measure, answer, row),
  );
  return arrangeCells(question, cells, programme, partners);
}

function cellOf(
  { by }: Question,
  measure: CohortMeasure,
  { columns }: Answer,
  row: number,
): AnsweredCell {
  const numberAt = (name: string) => {
    const value = columns[name]?.[row] ?? null;
    return value === null ? null : Number(value);
  };
  const { before, after, change } = judgeCohort(measure, {
    a: numberAt('a'),
    b: numberAt('b'),
    c: numberAt('c'),
    d: numberAt('d'),
    n: numberAt('n'),
    before: numberAt('before'),
    after: numberAt('after'),
    total: numberAt('total'),
    squares: numberAt('squares'),
  });
  const members = by.map((name) => {
    const key = columns[name]?.[row] ?? null;
    return typeof key === 'boolean' ? String(key) : key;
  });
  return {
    time: numberAt('time') ?? 0,
    members,
    outcome: after,
    before,
    change: change && { ...change, detectable: (change.upper - change.lower) / 2 },
    parts: [],
    roll: after.n ?? 0,
    line: null,
  };
}
