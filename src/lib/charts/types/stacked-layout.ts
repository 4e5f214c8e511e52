import { notesOf, targetsOf, type ShownTarget } from '../annotations.ts';
import { axisTick } from '../axis-words.ts';
import type { ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { filled } from '../filling.ts';
import type { Box } from '../hatch.ts';
import { isDividedTwice, panelsOf } from '../panels.ts';
import { niceScale, type Scale } from '../scale.ts';
import { layPlots, type SmallPlot } from '../small-plot.ts';
import { spread } from '../spread.ts';
import { fitText, textWidth } from '../text-width.ts';
import { hatchAt, layersOf, topAt, topOf, type Layer } from './stacked-layers.ts';

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

const labelHeight = 15;

/** Where the box of parts that are not shown stands at a period: on top of the others, or at the foot where there are none. */
export function hatchedBox(plot: SmallPlot, layers: readonly Layer[], period: number): Box {
  const width = Math.max(4, Math.min(18, plot.band * 0.6));
  const foot = plot.y(topAt(layers, period) ?? plot.scale.min);
  return { x: plot.x(period) - width / 2, y: foot - 10, width, height: 8 };
}

function labelsOf(
  input: ChartInput,
  plot: SmallPlot,
  layers: readonly Layer[],
  aims: readonly ShownTarget[],
  room: number,
) {
  const last = input.periods.length - 1;
  const box = hatchedBox(plot, layers, last);
  const texts = layers.flatMap((layer) => {
    const span = layer.spans[last];
    const text = labelText(input, layer, last);
    if (span) return [{ layer, text, wish: plot.y((span[0] + span[1]) / 2) }];
    return layer.hatches[last] ? [{ layer, text, wish: box.y + box.height / 2 }] : [];
  });
  const whole = hatchAt(layers, last) ? null : topAt(layers, last);
  const all =
    whole !== null && input.stacking !== 'shares'
      ? [{ layer: null, text: wholeText(input, whole), wish: plot.y(whole) - 9 }, ...texts]
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
  const hatch = layer.hatches[period] ?? null;
  const { absence } = input.locale.t.charts;
  if (hatch) return layer.label + between + absence[hatch === 'few' ? 'too-few' : 'withheld'];
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
  const plan = {
    width: frame.width,
    names: panels.map(({ label }) => label),
    scales: layers.map((own) => (isShared ? shared : scaleOf(own))),
    isShared,
    tick: (scale: Scale) => tickOf(input, scale),
    periods: input.periods.length,
    least: 240,
    mostColumns: 3,
    widest: Math.max(24, ...texts.map((text) => textWidth(text, 11, true))),
    hasTerms: !isTwice && input.periods.every(({ group }) => group !== null),
    notes: notesOf(input),
    plotHeight: Math.max(isTwice ? 112 : tall, most * labelHeight),
  };
  const needed = layPlots(plan);
  const more = filled(needed.height, frame) - needed.height;
  const grid =
    isTwice || more === 0 ? needed : layPlots({ ...plan, plotHeight: plan.plotHeight + more });
  const plots = grid.plots.map((plot, index): StackedPlot => {
    const own = layers[index] ?? [];
    return { ...plot, layers: own, ...labelsOf(input, plot, own, aims, grid.labelRoom) };
  });
  return { height: grid.height, plots };
}

/** How the numbers of the value axis are written. */
export function tickOf(input: ChartInput, scale: Scale): (value: number) => string {
  if (input.stacking !== 'shares') return axisTick(input.values, scale);
  return (value) => input.locale.format.number(value * 100, 0);
}
