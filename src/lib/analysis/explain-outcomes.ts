import type { Engine } from '#lib/engine/engine.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Side } from './change.ts';
import { cellName, readCounts, type MemberKey } from './counts.ts';
import { noDesignEffects, readDesignEffects } from './design-effects.ts';
import { outcomesOf, type Outcomes } from './outcomes.ts';
import { planQuestions } from './plan.ts';
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

/**
 * Asks what a measure comes to in the cells of a slice at every time; null where it cannot be divided or filtered so.
 * Rejects as `askMeasures` does.
 */
export async function askOutcomes(
  engine: Engine,
  { tested, ...asked }: OutcomesQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<AskedOutcomes | null> {
  const question: Question = { ...asked, times: 'all', compare: tested ? 'year-ago' : 'none' };
  const { queries } = planQuestions([question], programme);
  const [query] = queries;
  if (!query) return null;
  const counted = readCounts(await engine.ask(query.sql, signal), query.by);
  const sums = query.classes === null ? null : await engine.ask(query.classes, signal);
  const effects = sums
    ? readDesignEffects(sums, Object.fromEntries(query.measures), query.by)
    : noDesignEffects;
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
