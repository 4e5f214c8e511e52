import type { Slice } from '#lib/analysis/slice-change.ts';
import type { ChartInput, Mark } from '#lib/charts/chart-input.ts';
import type { ContributionInput, ContributionMark } from '#lib/charts/contribution-input.ts';
import type { ChartType } from '#lib/charts/registry.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { MemberKey } from '#lib/analysis/counts.ts';
import { isOfSamePupils } from './fitting.ts';
import { cellOf, toChartInput, type ChosenCell } from './picture.ts';
import { toContributionInput } from './split-picture.ts';
import type { ViewAnswer } from './view-answer.ts';
import { showsLastOnly } from './views.ts';

/** How many lines a picture of lines holds before it cannot be read. */
export const mostLines = 10;

/** An answer as it is drawn: series over time, the parts of an index, a split change, or why there is no split. */
export type DrawnView =
  | { readonly kind: 'series'; readonly type: ChartType; readonly input: ChartInput }
  | { readonly kind: 'parts'; readonly input: ChartInput }
  | { readonly kind: 'split'; readonly input: ContributionInput; readonly rest: ChartInput }
  | {
      readonly kind: 'no-split';
      readonly reason: 'no-earlier' | 'no-number';
      readonly rest: ChartInput;
    };

/** Draws the answer to choices in a language. */
export function drawView(answer: ViewAnswer, programme: Programme, locale: Locale): DrawnView {
  const { choices, result, until, splitting } = answer;
  const { chart, measure, grain } = choices;
  const input = toChartInput(result, {
    programme,
    locale,
    until,
    most: chart === 'trend' || chart === 'slope' ? mostLines : null,
    onlyLast: showsLastOnly(chart) || chart === 'waterfall',
    matched: isOfSamePupils(choices),
  });
  if (chart === 'parts') return { kind: 'parts', input };
  if (chart !== 'waterfall') return { kind: 'series', type: chart, input };
  const { over, before = null, after = null, decomposition } = splitting ?? {};
  if (!over || before === null || after === null) {
    return { kind: 'no-split', reason: 'no-earlier', rest: input };
  }
  if (!decomposition) return { kind: 'no-split', reason: 'no-number', rest: input };
  const drawing = { measure, over, grain, before, after, programme, locale };
  return { kind: 'split', input: toContributionInput(decomposition, drawing), rest: input };
}

/** The series and periods of a drawn view, whatever its picture is made of. */
export function inputOf(drawn: DrawnView): ChartInput {
  return drawn.kind === 'series' || drawn.kind === 'parts' ? drawn.input : drawn.rest;
}

/** The cell that a mark of a drawn view speaks of. */
export function markedCell(
  { result, last }: ViewAnswer,
  drawn: DrawnView,
  mark: Mark,
): ChosenCell | null {
  return last === null ? null : cellOf(result, inputOf(drawn), mark, last);
}

/** The group that a step of a split change speaks of; null for totals and steps of several groups. */
export function markedGroup(
  { last, splitting }: ViewAnswer,
  { groups }: ContributionMark,
): ChosenCell | null {
  const [group, another] = groups;
  if (!group || another || last === null || !splitting) return null;
  const key = JSON.parse(group.id) as MemberKey;
  return { by: [splitting.over], members: [key], time: last, label: group.label };
}

/** What the change of a chosen cell, or of everybody at the last time, is asked with; null while there is no time. */
export function sliceOf(
  { choices, result, last, until }: ViewAnswer,
  chosen: ChosenCell | null,
): Slice | null {
  const { measure, grain, selection, chart } = choices;
  const time = chosen?.time ?? last;
  if (time === null) return null;
  const by = chosen?.by ?? [];
  const isOne = by.length < result.question.by.length || by.length > 1;
  const isLast = showsLastOnly(chart) || chart === 'waterfall' || isOne;
  return {
    measure,
    by,
    members: chosen?.members ?? [],
    grain,
    time,
    selection,
    shown: isLast ? [time] : result.times.filter((each) => until === null || each <= until),
    over: chart === 'waterfall' ? choices.by : null,
  };
}
