import type { MemberKey } from '#lib/analysis/counts.ts';
import type { Slice } from '#lib/analysis/slice-change.ts';
import type { CalendarInput } from '#lib/charts/calendar-input.ts';
import { stateDays } from '#lib/charts/calendar-words.ts';
import type { ChartInput, Mark } from '#lib/charts/chart-input.ts';
import type { ContributionInput, ContributionMark } from '#lib/charts/contribution-input.ts';
import type { DistributionInput } from '#lib/charts/distribution-input.ts';
import { stateSpread } from '#lib/charts/distribution-words.ts';
import type { FlowInput } from '#lib/charts/flow-input.ts';
import { stateFlows } from '#lib/charts/flow-words.ts';
import type { NetworkInput } from '#lib/charts/network-input.ts';
import { stateLinks } from '#lib/charts/network-words.ts';
import type { ChartType } from '#lib/charts/registry.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { toCalendarInput, toDistributionInput, toNetworkInput } from './beside-picture.ts';
import { isOfSamePupils } from './fitting.ts';
import { toFlowInput } from './flow-picture.ts';
import { cellOf, toChartInput, type ChosenCell } from './picture.ts';
import { toContributionInput } from './split-picture.ts';
import { statePicture } from './statement.ts';
import type { ViewAnswer } from './view-answer.ts';
import { showsLastOnly, type View } from './views.ts';

/** How many lines a picture of lines holds before it cannot be read. */
export const mostLines = 10;

/** An answer as it is drawn: series over time, something beside them with their rest, or why there is nothing to draw. */
export type DrawnView =
  | { readonly kind: 'series'; readonly type: ChartType; readonly input: ChartInput }
  | { readonly kind: 'parts'; readonly input: ChartInput }
  | { readonly kind: 'split'; readonly input: ContributionInput; readonly rest: ChartInput }
  | { readonly kind: 'flows'; readonly input: FlowInput; readonly rest: ChartInput }
  | { readonly kind: 'spread'; readonly input: DistributionInput; readonly rest: ChartInput }
  | {
      readonly kind: 'links';
      readonly input: NetworkInput;
      readonly side: Dimension;
      readonly rest: ChartInput;
    }
  | { readonly kind: 'days'; readonly input: CalendarInput; readonly rest: ChartInput }
  | {
      readonly kind: 'no-split';
      readonly reason: 'no-earlier' | 'no-number';
      readonly rest: ChartInput;
    }
  | { readonly kind: 'nothing'; readonly rest: ChartInput };

/** Draws the answer to choices in a language; `own` are the names of a school's own dimensions. */
export function drawView(
  answer: ViewAnswer,
  programme: Programme,
  own: readonly string[],
  locale: Locale,
): DrawnView {
  const { choices, result, until, last } = answer;
  const { chart, scales, stacking } = choices;
  const series = toChartInput(result, {
    programme,
    locale,
    until,
    most: hasFewLines(chart) ? mostLines : null,
    onlyLast: showsLastOnly(chart) || chart === 'waterfall',
    matched: isOfSamePupils(choices),
    second: result.question.by.length > 1 && chart !== 'matrix' ? 'within' : 'columns',
  });
  const input = { ...series, scales, stacking };
  switch (chart) {
    case 'parts':
      return { kind: 'parts', input };
    case 'waterfall':
      return drawSplit(answer, programme, locale, input);
    case 'flows':
      return last === null
        ? { kind: 'nothing', rest: input }
        : { kind: 'flows', input: toFlowInput(result, { programme, locale, last }), rest: input };
    case 'distribution':
    case 'network':
    case 'calendar':
      return drawBeside(answer, programme, own, locale, input);
    default:
      return { kind: 'series', type: chart, input };
  }
}

/** Whether a view joins its series by lines that all cross each other. */
function hasFewLines(chart: View): boolean {
  return chart === 'trend' || chart === 'slope';
}

function drawSplit(
  { choices: { measure, grain }, beside }: ViewAnswer,
  programme: Programme,
  locale: Locale,
  rest: ChartInput,
): DrawnView {
  const splitting = beside?.kind === 'splitting' ? beside.splitting : null;
  const { over, before = null, after = null, decomposition } = splitting ?? {};
  if (!over || before === null || after === null) {
    return { kind: 'no-split', reason: 'no-earlier', rest };
  }
  if (!decomposition) return { kind: 'no-split', reason: 'no-number', rest };
  const drawing = { measure, over, grain, before, after, programme, locale };
  return { kind: 'split', input: toContributionInput(decomposition, drawing), rest };
}

function drawBeside(
  { choices: { measure, by, grain }, beside, last }: ViewAnswer,
  programme: Programme,
  own: readonly string[],
  locale: Locale,
  rest: ChartInput,
): DrawnView {
  if (!beside || last === null) return { kind: 'nothing', rest };
  const drawing = { measure, by, grain, last, programme, locale };
  switch (beside.kind) {
    case 'spread':
      return { kind: 'spread', input: toDistributionInput(beside.groups, drawing), rest };
    case 'days':
      return { kind: 'days', input: toCalendarInput(beside.days, drawing), rest };
    case 'links': {
      const { side, links } = beside;
      return { kind: 'links', side, input: toNetworkInput(links, side, own, drawing), rest };
    }
    case 'splitting':
      return { kind: 'nothing', rest };
  }
}

/** The series and periods of a drawn view, whatever its picture is made of. */
export function inputOf(drawn: DrawnView): ChartInput {
  return 'rest' in drawn ? drawn.rest : drawn.input;
}

/** What a drawn view shows, as a sentence; null where it says nothing beyond its name. */
export function stateView(drawn: DrawnView, { choices, result }: ViewAnswer): string | null {
  switch (drawn.kind) {
    case 'split': {
      const { values, before, after, groups, locale } = drawn.input;
      const sum = (effect: 'rate' | 'mix') =>
        values.change(groups.reduce((total, group) => total + group[effect], 0));
      const change = values.change(after.value - before.value);
      return locale.t.screens.explore.splitTitle(change, sum('rate'), sum('mix'));
    }
    case 'flows':
      return withoutStop(stateFlows(drawn.input, 2));
    case 'links':
      return withoutStop(stateLinks(drawn.input, 1));
    case 'spread':
      return withoutStop(stateSpread(drawn.input));
    case 'days':
      return withoutStop(stateDays(drawn.input));
    default: {
      const isColumns = result.question.by.length > 1 && choices.chart === 'matrix';
      return choices.compare === 'none' || isColumns ? null : statePicture(inputOf(drawn));
    }
  }
}

/** A title has no full stop. */
function withoutStop(sentence: string): string | null {
  return sentence === '' ? null : sentence.replace(/\.$/, '');
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
  { last, beside }: ViewAnswer,
  { groups }: ContributionMark,
): ChosenCell | null {
  const [group, another] = groups;
  if (!group || another || last === null || beside?.kind !== 'splitting') return null;
  const key = JSON.parse(group.id) as MemberKey;
  return { by: [beside.splitting.over], members: [key], time: last, label: group.label };
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
