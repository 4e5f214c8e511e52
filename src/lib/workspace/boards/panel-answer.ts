import { canSpan } from '#lib/analysis/cubes/cube-plan.ts';
import type { Planner } from '#lib/analysis/cubes/planner.ts';
import type { Question } from '#lib/analysis/question.ts';
import type { Result } from '#lib/analysis/result.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { periodsOf as periodsAt, timeOf } from '#lib/programme/time.ts';
import type { Choices } from '../choices.ts';
import { fitChoices, fitSelection, isOfSamePupils } from '../fitting.ts';
import { askView, endOf, questionOf as questionAbout, type ViewAnswer } from '../view-answer.ts';
import { showsLastOnly, type View } from '../views.ts';
import type { Panel } from './board.ts';
import { periodsOf, selectionFor, timesFor, type LinkedSelection } from './linked-selection.ts';

/** What a panel shows of what its board looks at. */
export interface PanelWish {
  readonly choices: Choices;
  /** The times that it shows; null for all. */
  readonly times: readonly number[] | null;
  /** The terms that it takes together; null where it shows times one by one. */
  readonly span: readonly number[] | null;
  /** Dimensions of the selection that its measure cannot be filtered by. */
  readonly unheeded: readonly Dimension[];
}

/** What a panel is to show. */
export function wishOf(panel: Panel, selection: LinkedSelection, programme: Programme): PanelWish {
  const clauses = selectionFor(panel.id, selection);
  const whole = fitChoices({ ...panel.choices, selection: clauses, period: null });
  const kept = fitSelection(whole);
  const span = timesFor(panel.id, selection);
  const periods = span && periodsOf(span, programme);
  const last = periods?.at(-1);
  const isWhole = periods !== null && periods.length > 0 && takesTogether(whole, programme);
  return {
    choices: {
      ...whole,
      selection: kept,
      period: last === undefined ? null : (programme.periods[last]?.id ?? null),
    },
    times: periods && !isWhole ? timesAt(whole.grain, periods, programme) : null,
    span: isWhole ? periods : null,
    unheeded: clauses.flatMap((clause) => (kept.includes(clause) ? [] : [clause.dimension])),
  };
}

/**
 * The choices that show elsewhere what a panel shows, where the terms that it takes together are a half or a whole of a
 * school year; null where they are anything else.
 */
export function choicesOutside({ choices, span }: PanelWish, programme: Programme): Choices | null {
  const last = span?.at(-1);
  if (!span || last === undefined) return null;
  const grain = (['half', 'year'] as const).find((one) => {
    const time = timeOf(programme, one, last);
    return time !== null && String(periodsAt(programme, one, time)) === String(span);
  });
  return grain ? { ...choices, grain } : null;
}

/** Whether a picture of one time shows a span as a whole. */
function takesTogether({ chart, grain, measure, ...rest }: Choices, programme: Programme): boolean {
  if (!showsLastOnly(chart) || grain !== 'term' || ofMore.includes(chart)) return false;
  return !isOfSamePupils({ chart, ...rest }) && canSpan(measure, programme);
}

function timesAt(
  grain: Choices['grain'],
  periods: readonly number[],
  programme: Programme,
): readonly number[] {
  return [...new Set(periods.flatMap((period) => timeOf(programme, grain, period) ?? []))];
}

/** Views that show more than the numbers of their measure. */
const ofMore: readonly View[] = ['waterfall', 'parts', 'distribution', 'network', 'calendar'];

/** The question that a panel's picture is an answer to; null where it is made of more than one. */
export function questionOf({ choices, span }: PanelWish): Question | null {
  if (ofMore.includes(choices.chart) || isOfSamePupils(choices)) return null;
  return questionAbout(choices, span);
}

function within(result: Result, times: readonly number[] | null): Result {
  if (!times) return result;
  const shown = new Set(times);
  return {
    ...result,
    cells: result.cells.filter(({ time }) => shown.has(time)),
    times: result.times.filter((time) => shown.has(time)),
  };
}

function answerOf(choices: Choices, result: Result, programme: Programme): ViewAnswer {
  return { choices, result, ...endOf(choices, result, programme), beside: null };
}

/** The answer to a panel from what is at hand, without tests of change; null where the engine must be asked. */
export function answerNow(
  planner: Planner,
  wish: PanelWish,
  programme: Programme,
): ViewAnswer | null {
  const question = questionOf(wish);
  const result = question && planner.answerNow(question);
  return result && answerOf(wish.choices, within(result, wish.times), programme);
}

/** Asks what a panel shows. Rejects as `askView` does. */
export async function askPanel(
  engine: Engine,
  wish: PanelWish,
  programme: Programme,
  signal?: AbortSignal,
): Promise<ViewAnswer> {
  const answer = await askView(engine, wish.choices, programme, signal, wish.span);
  if (!wish.times || !questionOf(wish)) return answer;
  return answerOf(wish.choices, within(answer.result, wish.times), programme);
}
