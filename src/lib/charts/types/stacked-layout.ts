import { notesOf, targetsOf, type ShownTarget } from '../annotations.ts';
import { outcomesOf, type ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import type { Tone } from '../palette.ts';
import { isDividedTwice, ownName, panelsOf } from '../panels.ts';
import { valueOf } from '../runs.ts';
import { niceScale } from '../scale.ts';
import { layPlots, type SmallPlot } from '../small-plot.ts';
import { spread } from '../spread.ts';
import { fitText, textWidth } from '../text-width.ts';

/** One layer: a series, or the small ones together. */
export interface Layer {
  /** Index of the series, or `restOf` of the plot where it is several. */
  readonly series: number;
  readonly label: string;
  readonly tone: Tone;
  /** The layer's part at each period; null where nothing at all is known. */
  readonly values: readonly (number | null)[];
  /** Where it begins and ends at each period, in the unit of the axis. */
  readonly spans: readonly (readonly [number, number] | null)[];
}

/** The label at the right of a layer. */
export interface LayerLabel {
  readonly layer: Layer | null;
  readonly text: string;
  readonly wish: number;
  readonly centre: number;
}

/** A plot with its layers from the lowest up. */
export interface StackedPlot extends SmallPlot {
  readonly layers: readonly Layer[];
  readonly labels: readonly LayerLabel[];
  readonly targets: readonly (ShownTarget & { readonly centre: number })[];
}

/** Where everything of stacked layers lies, in pixels. */
export interface StackedLayout {
  readonly height: number;
  readonly plots: readonly StackedPlot[];
}

const mostLayers = 8;
const labelHeight = 15;

/** What stands for the small series of a plot together, in place of the index of one. */
export function restOf(plot: number): number {
  return -1 - plot;
}

function partsOf(input: ChartInput, series: readonly number[]) {
  return series.map((index) => {
    const one = input.series[index];
    return {
      series: index,
      label: ownName(input, index),
      tone: one?.tone ?? { hue: 'neutral' as const, step: 0 as const },
      values: (one ? outcomesOf(input, one) : []).map(valueOf),
    };
  });
}

function sumAt(parts: readonly { values: readonly (number | null)[] }[], period: number) {
  const known = parts.flatMap(({ values }) => values[period] ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The largest parts in their own order, and the others as one above them. */
function folded(input: ChartInput, series: readonly number[], plot: number) {
  const parts = partsOf(input, series);
  if (parts.length <= mostLayers) return parts;
  const total = ({ values }: (typeof parts)[number]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const kept = new Set([...parts].sort((a, b) => total(b) - total(a)).slice(0, mostLayers - 1));
  const rest = parts.filter((part) => !kept.has(part));
  return [
    ...parts.filter((part) => kept.has(part)),
    {
      series: restOf(plot),
      label: input.locale.t.charts.rest(rest.length),
      tone: { hue: 'neutral' as const, step: 1 as const },
      values: input.periods.map((_, period) => sumAt(rest, period)),
    },
  ];
}

/** The layers of one plot from the lowest up; a part that is not there adds nothing to a whole that is. */
export function layersOf(input: ChartInput, series: readonly number[], plot: number): Layer[] {
  const parts = folded(input, series, plot);
  const wholes = input.periods.map((_, period) => sumAt(parts, period));
  const heights = wholes.map(() => 0);
  return parts.map((part) => ({
    ...part,
    spans: wholes.map((whole, period) => {
      if (whole === null || (input.stacking === 'shares' && whole <= 0)) return null;
      const from = heights[period] ?? 0;
      const value = part.values[period] ?? 0;
      const to = from + (input.stacking === 'shares' ? value / whole : value);
      heights[period] = to;
      return [from, to] as const;
    }),
  }));
}

function topOf(layers: readonly Layer[]): number[] {
  return layers.flatMap(({ spans }) => spans.flatMap((span) => (span ? [span[1]] : [])));
}

function labelsOf(
  input: ChartInput,
  plot: SmallPlot,
  layers: readonly Layer[],
  aims: readonly ShownTarget[],
  room: number,
) {
  const last = input.periods.length - 1;
  const texts = layers.flatMap((layer) => {
    const span = layer.spans[last];
    if (!span) return [];
    return [{ layer, text: labelText(input, layer, last), wish: plot.y((span[0] + span[1]) / 2) }];
  });
  const whole = layers.at(-1)?.spans[last];
  const all =
    whole && input.stacking !== 'shares'
      ? [{ layer: null, text: wholeText(input, whole[1]), wish: plot.y(whole[1]) - 9 }, ...texts]
      : texts;
  const centres = spread(
    [...all.map(({ wish }) => wish), ...aims.map(({ value }) => plot.y(value))],
    [...all, ...aims].map(() => labelHeight),
    plot.top - 18,
    plot.bottom + 10,
  );
  return {
    labels: all.map((label, i) => ({
      ...label,
      text: fitLabel(label.text, room),
      centre: centres[i] ?? 0,
    })),
    targets: aims.map((aim, i) => ({
      ...aim,
      text: fitText(aim.text, room, 11),
      centre: centres[all.length + i] ?? 0,
    })),
  };
}

const between = ' · ';

/** A label cut to a width in its name, never in its number. */
function fitLabel(text: string, room: number): string {
  const at = text.lastIndexOf(between);
  const size = text.slice(at);
  return fitText(text.slice(0, at), room - textWidth(size, 11, true), 11, true) + size;
}

function labelText(input: ChartInput, layer: Layer, period: number): string {
  const value = layer.values[period] ?? 0;
  const span = layer.spans[period];
  const size =
    input.stacking === 'shares' && span
      ? input.locale.format.percent(span[1] - span[0])
      : input.values.bare(value);
  return layer.label + between + size;
}

function wholeText(input: ChartInput, value: number): string {
  return input.locale.t.charts.whole + between + input.values.bare(value);
}

/** Lays layers out: one plot, or one a member of the first dimension where there are two. */
export function layStacked(input: ChartInput, frame: Frame): StackedLayout {
  const isTwice = isDividedTwice(input);
  const panels = isTwice
    ? panelsOf(input).slice(0, frame.most)
    : [{ label: '', series: input.series.map((_, index) => index) }];
  const layers = panels.map(({ series }, index) => layersOf(input, series, index));
  const isShared = input.scales !== 'own' || input.stacking === 'shares';
  // A value to reach is an amount: among shares of the whole it has no place.
  const aims = input.stacking === 'shares' ? [] : targetsOf(input);
  const reached = aims.map(({ value }) => value);
  const scaleOf = (some: readonly Layer[]) =>
    niceScale(
      input.stacking === 'shares' ? [0, 1] : [...topOf(some), ...reached],
      isTwice ? 3 : 5,
      true,
    );
  const shared = scaleOf(layers.flat());
  const last = input.periods.length - 1;
  const texts = [
    ...layers.flat().map((layer) => labelText(input, layer, last)),
    ...aims.map(({ text }) => text),
  ];
  const most = Math.max(1, ...layers.map((one) => one.length)) + 1;
  const tall = Math.min(320, Math.max(220, frame.width * 0.46));
  const grid = layPlots({
    width: frame.width,
    names: panels.map(({ label }) => label),
    scales: layers.map((own) => (isShared ? shared : scaleOf(own))),
    isShared,
    tick: tickOf(input),
    periods: input.periods.length,
    least: 240,
    mostColumns: 3,
    widest: Math.max(24, ...texts.map((text) => textWidth(text, 11, true))),
    hasTerms: !isTwice && input.periods.every(({ group }) => group !== null),
    notes: notesOf(input),
    plotHeight: Math.max(isTwice ? 112 : tall, most * labelHeight),
  });
  const plots = grid.plots.map((plot, index): StackedPlot => {
    const own = layers[index] ?? [];
    return { ...plot, layers: own, ...labelsOf(input, plot, own, aims, grid.labelRoom) };
  });
  return { height: grid.height, plots };
}

/** How the numbers of the value axis are written. */
export function tickOf(input: ChartInput): (value: number) => string {
  if (input.stacking !== 'shares') return input.values.tick;
  return (value) => input.locale.format.number(value * 100, 0);
}
