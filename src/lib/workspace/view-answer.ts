import { askMeasure } from '#lib/analysis/answer.ts';
import { askCohort } from '#lib/analysis/cohort.ts';
import { askDecomposition, type Decomposition } from '#lib/analysis/decomposition.ts';
import type { Comparison, Question } from '#lib/analysis/question.ts';
import type { Result } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Choices } from './choices.ts';
import { dividedBy, isOfSamePupils } from './fitting.ts';

/** A change that was to be split: its times, null where the calendar has none, and what came of it. */
export interface Splitting {
  readonly over: Dimension;
  readonly compare: Exclude<Comparison, 'none'>;
  readonly before: number | null;
  readonly after: number | null;
  readonly decomposition: Decomposition | null;
}

/** The answer to choices; it says of which choices it is, so that it is never drawn as another view. */
export interface ViewAnswer {
  readonly choices: Choices;
  readonly result: Result;
  /** The last time that is looked at, and the one of the result that comes nearest. */
  readonly until: number | null;
  readonly last: number | null;
  readonly splitting: Splitting | null;
}

/** The number of the period that choices name, or its school year where the grain is a year; null for the latest. */
function untilOf({ period, grain }: Choices, { periods }: Programme): number | null {
  const index = periods.findIndex(({ id }) => id === period);
  const found = periods[index];
  if (!found) return null;
  return grain === 'year' ? found.schoolYear : index;
}

/** Asks what choices show that can be shown. Rejects as `askMeasure` does. */
export async function askView(
  engine: Engine,
  choices: Choices,
  programme: Programme,
  signal?: AbortSignal,
): Promise<ViewAnswer> {
  const { measure, by, chart, compare, grain, selection } = choices;
  const question: Question = {
    measure,
    by: dividedBy(choices),
    grain,
    times: 'all',
    selection,
    compare,
  };
  const result = isOfSamePupils(choices)
    ? await askCohort(engine, question, programme, signal)
    : await askMeasure(engine, question, programme, signal);
  const until = untilOf(choices, programme);
  const last = result.times.findLast((time) => until === null || time <= until) ?? null;
  const answer = { choices, result, until, last, splitting: null };
  if (chart !== 'waterfall' || by === null || compare === 'none') return answer;
  const before = last === null ? null : comparedTime(programme, grain, compare, last);
  const decomposition =
    before === null || last === null
      ? null
      : await askDecomposition(
          engine,
          { measure, over: by, grain, before, after: last, selection },
          programme,
          signal,
        );
  return { ...answer, splitting: { over: by, compare, before, after: last, decomposition } };
}
