import type { Engine } from '#lib/engine/engine.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Side } from './change.ts';
import { cellName, readCounts, type CountedCells, type MemberKey } from './counts.ts';
import { noDesignEffects, readDesignEffects, type DesignEffects } from './design-effects.ts';
import { outcomesOf, type Outcomes } from './outcomes.ts';
import { planQuestions, type PlannedQuery } from './plan.ts';
import type { Question } from './question.ts';

/** What is asked at every time at once; `tested` asks for classes too, so that changes can be told from chance. */
export interface OutcomesQuestion extends Pick<Question, 'measure' | 'by' | 'grain' | 'selection'> {
  readonly tested: boolean;
}

/** The outcomes of a question at every time, any two of which can be compared. */
export interface AskedOutcomes extends Outcomes {
  /** One side of a comparison with another question's cell; null where there is no such cell. */
  side(time: number, members: readonly MemberKey[]): Side | null;
}

/** What one query came to, and how much less its counts say where classes take part together. */
interface Counted {
  readonly query: PlannedQuery;
  readonly counted: ReadonlyMap<string, CountedCells>;
  readonly effects: DesignEffects;
}

async function count(engine: Engine, query: PlannedQuery, signal?: AbortSignal): Promise<Counted> {
  const counted = readCounts(await engine.ask(query.sql, signal), query.by);
  const sums = query.classes === null ? null : await engine.ask(query.classes, signal);
  const effects = sums
    ? readDesignEffects(sums, Object.fromEntries(query.measures), query.by)
    : noDesignEffects;
  return { query, counted, effects };
}

function outcomesIn(
  question: Question,
  { query, counted, effects }: Counted,
  programme: Programme,
): AskedOutcomes {
  const measure: Measure = measures[question.measure];
  const cells = counted.get(question.measure);
  return {
    ...outcomesOf(question, programme, query.measures, counted, effects),
    side(time, members) {
      const cell = cells?.get(cellName(time, members));
      if (!cell || measure.kind === 'composite') return null;
      return { counts: cell.counts, effect: effects.effect(question.measure, members) };
    },
  };
}

/**
 * Asks what measures come to in the cells of their slices at every time, in the order of the questions and with one query a
 * slice; null where a measure cannot be divided or filtered so. Rejects as `askMeasures` does.
 */
export async function askManyOutcomes(
  engine: Engine,
  wanted: readonly OutcomesQuestion[],
  programme: Programme,
  signal?: AbortSignal,
): Promise<(AskedOutcomes | null)[]> {
  const questions = wanted.map(({ tested, ...asked }): Question => ({
    ...asked,
    times: 'all',
    compare: tested ? 'year-ago' : 'none',
  }));
  const { queries, queryOf } = planQuestions(questions, programme);
  const counts: Counted[] = [];
  // One after the other: the engine has one thread.
  for (const query of queries) counts.push(await count(engine, query, signal));
  return questions.map((question) => {
    const found = counts[queryOf.get(question) ?? -1];
    return found ? outcomesIn(question, found, programme) : null;
  });
}

/** Asks one question: see `askManyOutcomes`. */
export async function askOutcomes(
  engine: Engine,
  question: OutcomesQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<AskedOutcomes | null> {
  const [outcomes] = await askManyOutcomes(engine, [question], programme, signal);
  return outcomes ?? null;
}
