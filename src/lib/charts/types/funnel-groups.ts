import type { Interval } from '#lib/statistics/interval.ts';
import { funnelLimits } from '#lib/statistics/funnel.ts';
import { hatchOf } from '../absence.ts';
import { lastPoint, type ChartInput } from '../chart-input.ts';

/** How far chance reaches: the habitual coverages of a funnel. */
export const coverages = { inner: 0.95, outer: 0.998 } as const;

/** Where a group lies in the funnel. */
export type FunnelPlace = 'inside' | 'warning' | 'above' | 'below';

/** One group of a funnel at the last time. */
export interface FunnelGroup {
  readonly series: number;
  readonly n: number;
  readonly share: number;
  readonly inner: Interval | null;
  readonly outer: Interval | null;
  readonly place: FunnelPlace;
}

/** The groups around their overall share, or why there can be no funnel. */
export interface FunnelGroups {
  readonly problem: 'notShare' | 'single' | null;
  /** Σx/Σn of the groups. */
  readonly overall: number;
  /** From the smallest to the largest. */
  readonly groups: readonly FunnelGroup[];
  /** How many further series have no number. */
  readonly withheld: number;
  /** Indices of series whose number is hidden so that nobody can be recognised. */
  readonly hidden: readonly number[];
}

const known = new WeakMap<ChartInput, FunnelGroups>();

/** The groups of an input at its last time. */
export function funnelGroups(input: ChartInput): FunnelGroups {
  const found = known.get(input) ?? groupsOf(input);
  known.set(input, found);
  return found;
}

function groupsOf(input: ChartInput): FunnelGroups {
  const outcomes = input.series.flatMap((_, series) => {
    const outcome = lastPoint(input, series)?.outcome;
    return outcome?.kind === 'estimate' ? [{ series, ...outcome }] : [];
  });
  const hidden = input.series.flatMap((_, series) =>
    hatchOf(lastPoint(input, series)?.outcome ?? null) === 'withheld' ? [series] : [],
  );
  const withheld = input.series.length - outcomes.length - hidden.length;
  const counts = outcomes.flatMap(({ series, value, x, n }) =>
    x !== null && n !== null && n > 0 && Math.abs(value - x / n) < 1e-9 ? [{ series, x, n }] : [],
  );
  const problem =
    counts.length < outcomes.length ? 'notShare' : counts.length < 2 ? 'single' : null;
  if (problem) return { problem, overall: 0, groups: [], withheld, hidden };
  const overall =
    counts.reduce((sum, { x }) => sum + x, 0) / counts.reduce((sum, { n }) => sum + n, 0);
  const groups = counts.map(({ series, x, n }): FunnelGroup => {
    const share = x / n;
    const inner = funnelLimits(overall, n, coverages.inner);
    const outer = funnelLimits(overall, n, coverages.outer);
    return { series, n, share, inner, outer, place: placeOf(share, inner, outer) };
  });
  groups.sort((a, b) => a.n - b.n || a.share - b.share);
  return { problem, overall, groups, withheld, hidden };
}

function placeOf(share: number, inner: Interval | null, outer: Interval | null): FunnelPlace {
  if (outer && share > outer.upper) return 'above';
  if (outer && share < outer.lower) return 'below';
  if (inner && (share > inner.upper || share < inner.lower)) return 'warning';
  return 'inside';
}

/** Whether a group lies farther out than chance takes one in five hundred. */
export function isOutside({ place }: FunnelGroup): boolean {
  return place === 'above' || place === 'below';
}
