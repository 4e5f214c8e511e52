import { askMeasure } from '#lib/analysis/answer.ts';
import { askCohort } from '#lib/analysis/cohort.ts';
import { askDecomposition, type Decomposition } from '#lib/analysis/decomposition.ts';
import { askDistribution, type SpreadGroup } from '#lib/analysis/distribution.ts';
import { askEventDays, type EventDay } from '#lib/analysis/event-days.ts';
import { askPartnerLinks, linkWeight, type PartnerLinks } from '#lib/analysis/partner-links.ts';
import type { Comparison, Question } from '#lib/analysis/question.ts';
import type { Result } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { timeOf } from '#lib/programme/time.ts';
import type { Choices } from './choices.ts';
import { dividedBy, isOfSamePupils } from './fitting.ts';
import { showsLastOnly } from './views.ts';

/** A change that was to be split: its times, null where the calendar has none, and what came of it. */
export interface Splitting {
  readonly over: Dimension;
  readonly compare: Exclude<Comparison, 'none'>;
  readonly before: number | null;
  readonly after: number | null;
  readonly decomposition: Decomposition | null;
}

/** What a view shows beside or instead of the measure's own numbers. */
export type Beside =
  | { readonly kind: 'splitting'; readonly splitting: Splitting }
  | { readonly kind: 'spread'; readonly groups: readonly SpreadGroup[] }
  | { readonly kind: 'links'; readonly side: Dimension; readonly links: PartnerLinks }
  | { readonly kind: 'days'; readonly days: readonly EventDay[] };

/** The answer to choices; it says of which choices it is, so that it is never drawn as another view. */
export interface ViewAnswer {
  readonly choices: Choices;
  readonly result: Result;
  /** The last time that is looked at, and the one of the result that comes nearest. */
  readonly until: number | null;
  readonly last: number | null;
  readonly beside: Beside | null;
}

/** The time of the period that choices name, at their grain; null for the latest. */
function untilOf({ period, grain }: Choices, programme: Programme): number | null {
  const index = programme.periods.findIndex(({ id }) => id === period);
  return timeOf(programme, grain, index);
}

/** The last time at which anything is known, for views of that time alone that have nothing to say of what is missing. */
function lastTold({ cells, times }: Result, until: number | null): number | null {
  const told = new Set(
    cells.filter(({ outcome }) => outcome.kind === 'estimate').map(({ time }) => time),
  );
  const within = times.filter((time) => until === null || time <= until);
  return within.findLast((time) => told.has(time)) ?? within.at(-1) ?? null;
}

/** The last time of which anything is recorded: a roll alone reaches to the end of its school year, and says nothing yet. */
function lastRecorded({ cells, times }: Result): number | null {
  const recorded = new Set(
    cells.flatMap(({ outcome, time }) =>
      outcome.kind === 'absent' && outcome.reason === 'no-records' ? [] : [time],
    ),
  );
  return times.findLast((time) => recorded.has(time)) ?? null;
}

/** The last time that choices look at, null for all that there is, and the one of a result that comes nearest. */
export function endOf(
  choices: Choices,
  result: Result,
  programme: Programme,
): Pick<ViewAnswer, 'until' | 'last'> {
  const { chart } = choices;
  const asked = untilOf(choices, programme);
  if (chart === 'distribution' || chart === 'network') {
    return { until: asked, last: lastTold(result, asked) };
  }
  // Where nobody asked for a time, a view of one time shows the last one that has something to say.
  const until = asked ?? (showsLastOnly(chart) ? lastTold(result, null) : lastRecorded(result));
  return {
    until,
    last: result.times.findLast((time) => until === null || time <= until) ?? null,
  };
}

/** The question about the measure of some choices; over a span, its terms are taken together. */
export function questionOf(choices: Choices, span: readonly number[] | null): Question {
  const { measure, compare, grain, selection } = choices;
  const by = dividedBy(choices);
  return { measure, by, grain, times: 'all', ...(span ? { span } : {}), selection, compare };
}

/**
 * Asks what choices show that can be shown; where a span is given, of its terms taken together. Rejects as `askMeasure`
 * does.
 */
export async function askView(
  engine: Engine,
  choices: Choices,
  programme: Programme,
  signal?: AbortSignal,
  span: readonly number[] | null = null,
): Promise<ViewAnswer> {
  const question = questionOf(choices, span);
  const result = isOfSamePupils(choices)
    ? await askCohort(engine, question, programme, signal)
    : await askMeasure(engine, question, programme, signal);
  const { until, last } = endOf(choices, result, programme);
  const beside = await askBeside(engine, choices, programme, last, signal);
  return { choices, result, until, last, beside };
}

async function askBeside(
  engine: Engine,
  { measure, by, across, chart, compare, grain, selection }: Choices,
  programme: Programme,
  last: number | null,
  signal?: AbortSignal,
): Promise<Beside | null> {
  if (chart === 'calendar') {
    return { kind: 'days', days: await askEventDays(engine, selection, programme, signal) };
  }
  if (chart === 'waterfall' && by !== null && compare !== 'none') {
    const before = last === null ? null : comparedTime(programme, grain, compare, last);
    const asked = { measure, over: by, grain, selection };
    const decomposition =
      before === null || last === null
        ? null
        : await askDecomposition(engine, { ...asked, before, after: last }, programme, signal);
    return {
      kind: 'splitting',
      splitting: { over: by, compare, before, after: last, decomposition },
    };
  }
  if (last === null) return null;
  if (chart === 'distribution') {
    const asked = { measure, by, grain, time: last, selection };
    return { kind: 'spread', groups: await askDistribution(engine, asked, programme, signal) };
  }
  const weighs = linkWeight(measure);
  if (chart === 'network' && weighs && across) {
    const asked = { weighs, side: across, grain, time: last, selection };
    const links = await askPartnerLinks(engine, asked, programme, signal);
    return { kind: 'links', side: across, links };
  }
  return null;
}
