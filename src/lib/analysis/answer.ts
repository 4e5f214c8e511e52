import type { Answer, Engine } from '#lib/engine/engine.ts';
import type { CountedMeasure } from '#lib/measures/measure.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { ResultCell } from '#lib/model/result.ts';
import { cellName, readCounts, type CountedCells } from './counts.ts';
import { noDesignEffects, readDesignEffects, type DesignEffects } from './design-effects.ts';
import { partnerNames } from './members.ts';
import { outcomesOf, type Outcomes } from './outcomes.ts';
import { planQuestions } from './plan.ts';
import type { Question } from './question.ts';
import { arrangeCells, refuseQuestion, type AnsweredCell, type Result } from './result.ts';
import { comparedTime } from './times.ts';

function answerCell(
  { grain, compare }: Question,
  programme: Programme,
  outcomes: Outcomes,
  time: number,
  members: ResultCell['members'],
  tested: boolean,
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
    change: comparable && tested ? outcomes.change(before, name) : null,
  };
}

/** What was counted for the measures that a question needs. */
export interface Counting {
  readonly asked: ReadonlyMap<string, CountedMeasure>;
  readonly counted: ReadonlyMap<string, CountedCells>;
  /** By how much less the counts say where classes take part together; null leaves changes untested. */
  readonly effects: DesignEffects | null;
}

/** The result of a question from what was counted for it; `partners` names them where it is broken down by them. */
export function resultOf(
  question: Question,
  programme: Programme,
  { asked, counted, effects }: Counting,
  partners: Answer | null,
): Result {
  const outcomes = outcomesOf(question, programme, asked, counted, effects ?? noDesignEffects);
  const cells = [...outcomes.cells.values()].map(({ time, members }) =>
    answerCell(question, programme, outcomes, time, members, effects !== null),
  );
  return arrangeCells(question, cells, programme, partners);
}

/**
 * Counts what several questions need with as few queries as they take, in the order in which they were asked; null for those
 * that cannot be asked so. Rejects with `QueryError` where the engine refuses; aborting the signal cancels the queries.
 */
export async function askCountings(
  engine: Engine,
  questions: readonly Question[],
  programme: Programme,
  signal?: AbortSignal,
): Promise<(Counting | null)[]> {
  const plan = planQuestions(questions, programme);
  const answers: Counting[] = [];
  // One after the other: the engine has one thread, and two at once would need the memory of both.
  for (const { sql, classes, by, measures } of plan.queries) {
    const counted = readCounts(await engine.ask(sql, signal), by);
    const sums = classes === null ? null : await engine.ask(classes, signal);
    const effects = sums
      ? readDesignEffects(sums, Object.fromEntries(measures), by)
      : noDesignEffects;
    answers.push({ asked: measures, counted, effects });
  }
  return questions.map((question) => answers[plan.queryOf.get(question) ?? -1] ?? null);
}

/** Names of the partners, where a question is broken down by them. */
export async function askPartnerNames(
  engine: Engine,
  questions: readonly Question[],
  signal?: AbortSignal,
): Promise<Answer | null> {
  return questions.some(({ by }) => by.includes('partner'))
    ? engine.ask(partnerNames, signal)
    : null;
}

/** Answers several questions: see `askCountings`. */
export async function askMeasures(
  engine: Engine,
  questions: readonly Question[],
  programme: Programme,
  signal?: AbortSignal,
): Promise<Result[]> {
  const partners = await askPartnerNames(engine, questions, signal);
  const countings = await askCountings(engine, questions, programme, signal);
  return questions.map((question, index) => {
    const counting = countings[index] ?? null;
    return counting ? resultOf(question, programme, counting, partners) : refuseQuestion(question);
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
  return result ?? refuseQuestion(question);
}
