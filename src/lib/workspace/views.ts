import { splittingDimensions } from '#lib/analysis/decomposition.ts';
import type { ChartKind } from '#lib/charts/registry.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { isFlowDimension, type Dimension } from '#lib/model/dimension.ts';

/** One way to look at a measure. */
export type View = ChartKind;

interface Traits {
  /** Whether it shows the whole time axis or the last time alone. */
  readonly shows: 'times' | 'last';
  /** Whether it can be divided by two dimensions at once. */
  readonly takesTwo: boolean;
}

const overTimes: Traits = { shows: 'times', takesTwo: false };
const ofLast: Traits = { shows: 'last', takesTwo: false };

/** Every way to look at a measure, in the order in which they are offered. */
const traits: Readonly<Record<View, Traits>> = {
  trend: overTimes,
  multiples: { shows: 'times', takesTwo: true },
  slope: ofLast,
  dumbbell: ofLast,
  funnel: ofLast,
  bars: { shows: 'last', takesTwo: true },
  stacked: { shows: 'times', takesTwo: true },
  matrix: { shows: 'times', takesTwo: true },
  cohort: ofLast,
  waterfall: overTimes,
  parts: overTimes,
  distribution: ofLast,
  flows: ofLast,
  network: { shows: 'last', takesTwo: true },
  calendar: overTimes,
};

/** Every way to look at a measure, in the order in which they are offered. */
export const views = Object.keys(traits) as readonly View[];

/** Whether a view shows the last time alone. */
export function showsLastOnly(view: View): boolean {
  return traits[view].shows === 'last';
}

/** Whether a view can be divided by two dimensions at once. */
export function takesTwo(view: View): boolean {
  return traits[view].takesTwo;
}

/** Whether a view is never broken down by one dimension: it has its own sides, or days. */
function isUndivided(view: View): boolean {
  return view === 'network' || view === 'calendar';
}

/**
 * The dimension that a measure is broken down by in a view unless something else is chosen; an index is whole only of
 * everybody.
 */
export function defaultBy(measure: MeasureId, view: View): Dimension | null {
  const { by, kind }: Measure = measures[measure];
  if (isUndivided(view)) return null;
  if (view === 'multiples' && !by.includes('block')) return by[0] ?? null;
  if (kind === 'composite') return view === 'multiples' ? 'grade' : null;
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
  if (isUndivided(view)) return by === null;
  if (view === 'flows') return by !== null && isFlowDimension(by);
  if (view === 'funnel') return by === 'class';
  if (view === 'waterfall') return by !== null && splittingDimensions(measure).includes(by);
  if (view === 'multiples' || view === 'stacked') return by !== null;
  return true;
}

/**
 * The dimension that a view breaks a measure down by: the chosen one where the view can do with it. The choice itself stays,
 * for the view that comes next.
 */
export function breakdownOf(measure: MeasureId, view: View, by: Dimension | null) {
  return fitsView(measure, view, by) ? by : defaultBy(measure, view);
}

/** The dimensions by which a view can divide a measure once more, beside the one that it is broken down by. */
export function furtherDimensions(
  measure: MeasureId,
  view: View,
  by: Dimension | null,
): readonly Dimension[] {
  const { by: allowed, kind }: Measure = measures[measure];
  const others = allowed.filter((dimension) => dimension !== by && !isFlowDimension(dimension));
  if (view === 'network') return others.filter((dimension) => dimension !== 'partner');
  const isDivided = by !== null && !isFlowDimension(by) && kind !== 'composite';
  return takesTwo(view) && isDivided ? others : [];
}

/** The dimension by which a view divides a measure once more: the chosen one where the view can do with it. */
export function furtherOf(
  measure: MeasureId,
  view: View,
  by: Dimension | null,
  across: Dimension | null,
): Dimension | null {
  const offered = furtherDimensions(measure, view, by);
  if (across !== null && offered.includes(across)) return across;
  if (view !== 'network') return null;
  return offered.includes('direction') ? 'direction' : (offered[0] ?? null);
}
