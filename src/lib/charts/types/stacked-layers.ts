import { hatchOf } from '../absence.ts';
import { outcomesOf, type ChartInput } from '../chart-input.ts';
import type { Hatch } from '../hatch.ts';
import type { Tone } from '../palette.ts';
import { ownName } from '../panels.ts';
import { valueOf } from '../runs.ts';

/** One layer: a series, or the small ones together. */
export interface Layer {
  /** Index of the series, or `restOf` of the plot where it is several. */
  readonly series: number;
  readonly label: string;
  readonly tone: Tone;
  /** The layer's part at each period; null where nothing at all is known. */
  readonly values: readonly (number | null)[];
  /** Why the part is not shown at each period; null where it is, or where there is none. */
  readonly hatches: readonly (Hatch | null)[];
  /** Where it begins and ends at each period, in the unit of the axis. */
  readonly spans: readonly (readonly [number, number] | null)[];
}

const mostLayers = 8;

/** What stands for the small series of a plot together, in place of the index of one. */
export function restOf(plot: number): number {
  return -1 - plot;
}

function partsOf(input: ChartInput, series: readonly number[]) {
  return series.map((index) => {
    const one = input.series[index];
    const outcomes = one ? outcomesOf(input, one) : [];
    return {
      series: index,
      label: ownName(input, index),
      tone: one?.tone ?? { hue: 'neutral' as const, step: 0 as const },
      values: outcomes.map(valueOf),
      hatches: outcomes.map(hatchOf),
    };
  });
}

function sumAt(parts: readonly { values: readonly (number | null)[] }[], period: number) {
  const known = parts.flatMap(({ values }) => values[period] ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Why a whole is not known at a period: one of its parts is not shown. */
export function hatchAt(
  parts: readonly { hatches: readonly (Hatch | null)[] }[],
  period: number,
): Hatch | null {
  const hatches = parts.map((part) => part.hatches[period] ?? null);
  return hatches.includes('withheld') ? 'withheld' : hatches.includes('few') ? 'few' : null;
}

/** The largest parts in their own order, and the others as one above them. */
function folded(input: ChartInput, series: readonly number[], plot: number) {
  const parts = partsOf(input, series);
  if (parts.length <= mostLayers) return parts;
  const total = ({ values }: (typeof parts)[number]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const ranked = [...parts].sort((a, b) => total(b) - total(a));
  // Parts of which nothing is shown stand together and need none of the others.
  const told = ranked.filter(({ values }) => values.some((value) => value !== null));
  const most =
    told.length <= mostLayers && told.length < parts.length ? told.length : mostLayers - 1;
  const kept = new Set([...told, ...ranked].slice(0, most));
  const rest = parts.filter((part) => !kept.has(part));
  return [
    ...parts.filter((part) => kept.has(part)),
    {
      series: restOf(plot),
      label: input.locale.t.charts.rest(rest.length),
      tone: { hue: 'neutral' as const, step: 1 as const },
      // What is not shown of one of them is not shown of all of them together.
      values: input.periods.map((_, period) =>
        hatchAt(rest, period) ? null : sumAt(rest, period),
      ),
      hatches: input.periods.map((_, period) => hatchAt(rest, period)),
    },
  ];
}

/**
 * The layers of one plot from the lowest up; a part that is not there adds nothing to a whole that is. Where a part is not
 * shown, the others lie on each other without it, and there are no shares of a whole that nobody is told.
 */
export function layersOf(input: ChartInput, series: readonly number[], plot: number): Layer[] {
  const parts = folded(input, series, plot);
  const wholes = input.periods.map((_, period) => sumAt(parts, period));
  const heights = wholes.map(() => 0);
  return parts.map((part) => ({
    ...part,
    spans: wholes.map((whole, period) => {
      const isPartly = hatchAt(parts, period) !== null;
      if (part.hatches[period] || whole === null) return null;
      if (input.stacking === 'shares' && (whole <= 0 || isPartly)) return null;
      const from = heights[period] ?? 0;
      const value = part.values[period] ?? 0;
      const to = from + (input.stacking === 'shares' ? value / whole : value);
      heights[period] = to;
      return [from, to] as const;
    }),
  }));
}

/** The upper edge of all layers at a period. */
export function topAt(layers: readonly Layer[], period: number): number | null {
  const tops = layers.flatMap(({ spans }) => spans[period]?.[1] ?? []);
  return tops.length === 0 ? null : Math.max(...tops);
}

/** The upper edges of all layers at all periods. */
export function topOf(layers: readonly Layer[]): number[] {
  return layers.flatMap(({ spans }) => spans.flatMap((span) => (span ? [span[1]] : [])));
}
