import { splittingDimensions } from '#lib/analysis/decomposition.ts';
import type { chartTypes, contributionTypes, indexTypes } from '#lib/charts/registry.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { isFlowDimension, type Dimension } from '#lib/model/dimension.ts';

/** One way to look at a measure. */
export type View =
  keyof typeof chartTypes | keyof typeof contributionTypes | keyof typeof indexTypes;

/** Every way to look at a measure, in the order in which they are offered. */
export const views = [
  'trend',
  'slope',
  'funnel',
  'bars',
  'matrix',
  'cohort',
  'waterfall',
  'parts',
] as const satisfies readonly View[];

/** Views that show the last time alone. */
const ofLastTime: readonly View[] = ['slope', 'funnel', 'bars', 'cohort'];

/** Whether a view shows the last time alone. */
export function showsLastOnly(view: View): boolean {
  return ofLastTime.includes(view);
}

/**
 * The dimension that a measure is broken down by in a view unless something else is chosen; an index is whole only of
 * everybody.
 */
export function defaultBy(measure: MeasureId, view: View): Dimension | null {
  const { by, kind }: Measure = measures[measure];
  if (kind === 'composite') return null;
  if (view === 'funnel' && by.includes('class')) return 'class';
  if (view === 'waterfall') {
    const offered = splittingDimensions(measure);
    if (offered.includes('grade')) return 'grade';
    if (offered[0]) return offered[0];
  }
  if (by.includes('block')) return 'block';
  return by.find(isFlowDimension) ?? null;
}

/** Whether a view can show a measure broken down by a dimension: a funnel is of classes, a change is split over groups of pupils. */
export function fitsView(measure: MeasureId, view: View, by: Dimension | null): boolean {
  if (view === 'funnel') return by === 'class';
  if (view === 'waterfall') return by !== null && splittingDimensions(measure).includes(by);
  return true;
}

/**
 * The dimension that a view breaks a measure down by: the chosen one where the view can do with it. The choice itself stays,
 * for the view that comes next.
 */
export function breakdownOf(measure: MeasureId, view: View, by: Dimension | null) {
  return fitsView(measure, view, by) ? by : defaultBy(measure, view);
}
