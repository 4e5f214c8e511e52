import { isFollowable } from '#lib/analysis/cohort.ts';
import { splittingDimensions } from '#lib/analysis/decomposition.ts';
import { hasNumbers } from '#lib/analysis/distribution.ts';
import { linkWeight } from '#lib/analysis/partner-links.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { flowDimensions, isFlowDimension, type Dimension } from '#lib/model/dimension.ts';
import type { Choices } from './choices.ts';
import { breakdownOf, furtherOf, type View } from './views.ts';

/** Why something cannot be shown in a view. */
export type Refusal =
  | 'not-share'
  | 'no-class'
  | 'no-comparison'
  | 'not-followed'
  | 'not-split'
  | 'not-index'
  | 'not-broken-down'
  | 'not-sum'
  | 'not-flow'
  | 'no-partners'
  | 'not-each'
  | 'not-events'
  | 'other-pupils-each-time'
  | 'not-divisible';

/** Choices with the dimensions that their view can do with. */
export function fitChoices(choices: Choices): Choices {
  const { measure, chart } = choices;
  const by = breakdownOf(measure, chart, choices.by);
  return { ...choices, by, across: furtherOf(measure, chart, by, choices.across) };
}

/** Whether the second dimension only groups the first or is grouped by it, as directions are by their blocks. */
function isNested({ by, across }: Pick<Choices, 'by' | 'across'>): boolean {
  const both = [by, across];
  return both.includes('block') && both.includes('direction');
}

/**
 * The dimensions that a picture of these choices is divided by; the flow between blocks has both of its sides in a matrix,
 * where directions stand grouped by block already.
 */
export function dividedBy({
  by,
  across,
  chart,
}: Pick<Choices, 'by' | 'across' | 'chart'>): readonly Dimension[] {
  if (by === null) return [];
  if ((chart === 'matrix' && isFlowDimension(by)) || chart === 'flows') return flowDimensions;
  if (across === null) return [by];
  return chart === 'matrix' && isNested({ by, across }) ? ['direction'] : [by, across];
}

/** Views that speak of everybody, whoever is asked for. */
const ofEverybody: readonly View[] = [
  'waterfall',
  'parts',
  'flows',
  'network',
  'distribution',
  'calendar',
];

/** Whether the picture of these choices is of the same pupils at both times. */
export function isOfSamePupils({ chart, pupils }: Pick<Choices, 'chart' | 'pupils'>): boolean {
  return chart === 'cohort' || (pupils === 'same' && !ofEverybody.includes(chart));
}

/** Why the same pupils cannot be followed, or null where they can. */
export function refuseSamePupils({ measure, selection, compare }: Choices): Refusal | null {
  const question = { measure, by: [], grain: 'term', times: 'all', selection } as const;
  if (!isFollowable({ ...question, compare: 'year-ago' })) return 'not-followed';
  return compare === 'none' ? 'no-comparison' : null;
}

/** Why a view is not offered beside these choices. */
export function refuseView(choices: Choices, view: View): Refusal | null {
  const measure: Measure = measures[choices.measure];
  switch (view) {
    case 'funnel':
      if (measure.kind !== 'proportion') return 'not-share';
      return measure.by.includes('class') ? null : 'no-class';
    case 'multiples':
      return measure.by.length > 0 ? null : 'not-broken-down';
    case 'stacked':
      return measure.kind === 'count' && measure.merging === 'sums' ? null : 'not-sum';
    case 'slope':
    case 'dumbbell':
      return choices.compare === 'none' ? 'no-comparison' : null;
    case 'cohort':
      return refuseSamePupils(choices);
    case 'waterfall':
      if (splittingDimensions(choices.measure).length === 0) return 'not-split';
      return choices.compare === 'none' ? 'no-comparison' : null;
    case 'flows':
      return flowDimensions.every((side) => measure.by.includes(side)) ? null : 'not-flow';
    case 'network':
      return linkWeight(choices.measure) === null ? 'no-partners' : null;
    case 'distribution':
      return hasNumbers(measure) ? null : 'not-each';
    case 'calendar':
      return measure.kind !== 'composite' && measure.by.includes('block') ? null : 'not-events';
    case 'parts':
      return measure.kind === 'composite' ? null : 'not-index';
    default:
      return null;
  }
}

/** Views that join the times of one series. */
const showsTimes: readonly View[] = ['trend', 'multiples', 'stacked'];

/** Why these choices cannot be shown as they stand, or null where they can. */
export function refuseChoices(choices: Choices): Refusal | null {
  const { measure, chart, selection } = choices;
  const refused = refuseView(choices, chart);
  if (refused) return refused;
  const wanted = [...dividedBy(choices), ...selection.map(({ dimension }) => dimension)];
  const allowed: readonly Dimension[] = measures[measure].by;
  if (!wanted.every((dimension) => allowed.includes(dimension))) return 'not-divisible';
  if (isOfSamePupils(choices)) {
    if (showsTimes.includes(chart)) return 'other-pupils-each-time';
    return refuseSamePupils(choices);
  }
  return null;
}

/** The nearest choices that can be shown instead of refused ones. */
export function remedyOf(choices: Choices, refusal: Refusal): Partial<Choices> {
  switch (refusal) {
    case 'no-comparison':
      return { compare: 'year-ago' };
    case 'not-followed':
      return { pupils: 'all', ...(choices.chart === 'cohort' ? { chart: 'bars' } : {}) };
    case 'not-flow':
      return { measure: 'M15', by: 'origin', across: null, selection: [] };
    case 'other-pupils-each-time':
      return { chart: 'slope' };
    case 'not-divisible':
      return { by: null, across: null, selection: fitSelection(choices) };
    default:
      return { chart: 'bars' };
  }
}

/** The clauses of a selection that the measure can be filtered by. */
export function fitSelection({ measure, selection }: Pick<Choices, 'measure' | 'selection'>) {
  const allowed: readonly Dimension[] = measures[measure].by;
  return selection.filter(({ dimension }) => allowed.includes(dimension));
}
