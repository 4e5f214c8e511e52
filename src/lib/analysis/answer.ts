import type { Answer, Engine } from '#lib/engine/engine.ts';
import type { IndexPart } from '#lib/measures/index-value.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { ResultCell } from '#lib/model/result.ts';
import { cellName, readCounts } from './counts.ts';
import { orderMembers, partnerNames, type Member } from './members.ts';
import { outcomesOf, type Outcomes } from './outcomes.ts';
import { planQuestions } from './plan.ts';
import type { Question } from './question.ts';
import { comparedTime } from './times.ts';

/** One cell of a result; a cell of an index also says what each part gave. */
export interface AnsweredCell extends ResultCell {
  readonly parts: readonly IndexPart[];
  /** What was measured with, such as «torrance · A»; a chart never joins two lines. */
  readonly line: string | null;
}

/** The answer to a question: cells in the order of times and members, and the members of each dimension that occur. */
export interface Result {
  readonly question: Question;
  readonly cells: readonly AnsweredCell[];
  readonly members: readonly (readonly Member[])[];
  /** The times that occur, in order. */
  readonly times: readonly number[];
  /** Why nothing was asked: the measure cannot be divided or filtered so. */
  readonly refusal: 'not-divisible' | null;
}

function refused(question: Question): Result {
  const members = question.by.map(() => []);
  return { question, cells: [], members, times: [], refusal: 'not-divisible' };
}

function compose(
  question: Question,
  programme: Programme,
  outcomes: Outcomes,
  partners: Answer | null,
): Result {
  const wanted = question.times === 'all' ? null : new Set(question.times);
  const kept = [...outcomes.cells.values()].filter(({ time }) => !wanted || wanted.has(time));
  const members = question.by.map((dimension, index) => {
    const keys = kept.map((cell) => cell.members[index] ?? null);
    return orderMembers(dimension, keys, programme, partners);
  });
  const places = members.map((list) => new Map(list.map(({ key }, index) => [key, index])));
  const cells = kept
    .map(({ time, members: own }) => ({
      rank: [time, ...places.map((place, index) => place.get(own[index] ?? null) ?? 0)],
      cell: answerCell(question, programme, outcomes, time, own),
    }))
    .sort((a, b) => a.rank.reduce((sum, rank, i) => sum || rank - (b.rank[i] ?? 0), 0))
    .map(({ cell }) => cell);
  const times = [...new Set(cells.map(({ time }) => time))];
  return { question, cells, members, times, refusal: null };
}

function answerCell(
  { grain, compare }: Question,
  programme: Programme,
  outcomes: Outcomes,
  time: number,
  members: ResultCell['members'],
): AnsweredCell {
  const name = cellName(time, members);
  const then = comparedTime(programme, grain, compare, time);
  const before = then === null ? null : cellName(then, members);
  const comparable = before !== null && outcomes.cells.has(before);
  return {
    time,
    members,
    ...outcomes.outcome(name),
    line: outcomes.cells.get(name)?.counts.line ?? null,
    before: comparable ? outcomes.outcome(before).outcome : null,
    change: comparable ? outcomes.change(before, name) : null,
  };
}

/**
 * Answers several questions with as few queries as they need, in the order in which they were asked. Rejects with
 * `QueryError` where the engine refuses; aborting the signal cancels the queries.
 */
export async function askMeasures(
  engine: Engine,
  questions: readonly Question[],
  programme: Programme,
  signal?: AbortSignal,
): Promise<Result[]> {
  const plan = planQuestions(questions, programme);
  const [partners, ...answers] = await Promise.all([
    questions.some(({ by }) => by.includes('partner')) ? engine.ask(partnerNames, signal) : null,
    ...plan.queries.map(async ({ sql, by }) => readCounts(await engine.ask(sql, signal), by)),
  ]);
  return questions.map((question) => {
    const index = plan.queryOf.get(question) ?? null;
    const query = index === null ? undefined : plan.queries[index];
    const counted = index === null ? undefined : answers[index];
    if (!query || !counted) return refused(question);
    const outcomes = outcomesOf(question, programme, query.measures, counted);
    return compose(question, programme, outcomes, partners);
  });
}

/** Answers one question: see `askMeasures`. */
export async function askMeasure(
  engine: Engine,
  question: Question,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Result> {
  const [result] = await askMeasures(engine, [question], programme, signal);
  return result ?? refused(question);
}
