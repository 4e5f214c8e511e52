import { isFollowable } from '#lib/analysis/cohort.ts';
import { splittingDimensions } from '#lib/analysis/decomposition.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { flowDimensions, isFlowDimension, type Dimension } from '#lib/model/dimension.ts';
import type { Choices } from './choices.ts';
import type { View } from './views.ts';

/** Why something cannot be shown in a view. */
export type Refusal =
  | 'not-share'
  | 'no-class'
  | 'no-comparison'
  | 'not-followed'
  | 'not-split'
  | 'not-index'
  | 'other-pupils-each-time'
  | 'not-divisible';

/** The dimensions that a picture of these choices is divided by; the flow between blocks has both of its sides in a matrix. */
export function dividedBy({ by, chart }: Pick<Choices, 'by' | 'chart'>): readonly Dimension[] {
  if (by === null) return [];
  return chart === 'matrix' && isFlowDimension(by) ? flowDimensions : [by];
}

/** Whether the picture of these choices is of the same pupils at both times. */
export function isOfSamePupils({ chart, pupils }: Pick<Choices, 'chart' | 'pupils'>): boolean {
  return chart === 'cohort' || (pupils === 'same' && chart !== 'waterfall' && chart !== 'parts');
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
    case 'slope':
      return choices.compare === 'none' ? 'no-comparison' : null;
    case 'cohort':
      return refuseSamePupils(choices);
    case 'waterfall':
      if (splittingDimensions(choices.measure).length === 0) return 'not-split';
      return choices.compare === 'none' ? 'no-comparison' : null;
    case 'parts':
      return measure.kind === 'composite' ? null : 'not-index';
    default:
      return null;
  }
}

/** Why these choices cannot be shown as they stand, or null where they can. */
export function refuseChoices(choices: Choices): Refusal | null {
  const { measure, chart, selection } = choices;
  const refused = refuseView(choices, chart);
  if (refused) return refused;
  const wanted = [...dividedBy(choices), ...selection.map(({ dimension }) => dimension)];
  const allowed: readonly Dimension[] = measures[measure].by;
  if (!wanted.every((dimension) => allowed.includes(dimension))) return 'not-divisible';
  if (isOfSamePupils(choices)) {
    if (chart === 'trend') return 'other-pupils-each-time';
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
    case 'other-pupils-each-time':
      return { chart: 'slope' };
    case 'not-divisible':
      return { by: null, selection: fitSelection(choices) };
    default:
      return { chart: 'bars' };
  }
}

/** The clauses of a selection that the measure can be filtered by. */
export function fitSelection({ measure, selection }: Pick<Choices, 'measure' | 'selection'>) {
  const allowed: readonly Dimension[] = measures[measure].by;
  return selection.filter(({ dimension }) => allowed.includes(dimension));
}
