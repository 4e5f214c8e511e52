import { notesOf, targetsOf, type ShownTarget } from '../annotations.ts';
import { axisTick } from '../axis-words.ts';
import { outcomesOf, type ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { isDividedTwice, ownName, panelsOf, type Panel } from '../panels.ts';
import { reachOf, valueOf } from '../runs.ts';
import { niceScale } from '../scale.ts';
import { layPlots, type SmallPlot } from '../small-plot.ts';
import { spread } from '../spread.ts';
import { fitText, textWidth } from '../text-width.ts';

/** The last number of a line and the label beside it. */
export interface LineEnd {
  readonly series: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where the label's middle stands. */
  readonly centre: number;
}

/** A value to reach in a small plot and where the middle of its label stands. */
export interface PlotTarget extends ShownTarget {
  readonly centre: number;
}

/** A small plot with the lines that it holds. */
export interface LinesPlot extends SmallPlot {
  readonly panel: Panel;
  readonly ends: readonly LineEnd[];
  readonly targets: readonly PlotTarget[];
}

/** Where everything of a picture of small plots lies, in pixels. */
export interface MultiplesLayout {
  readonly height: number;
  readonly plots: readonly LinesPlot[];
}

const labelHeight = 15;

function outcomesAt(input: ChartInput, index: number) {
  const one = input.series[index];
  return one ? outcomesOf(input, one) : [];
}

function valuesOf(input: ChartInput, { series }: Panel): number[] {
  return series.flatMap((index) =>
    outcomesAt(input, index).flatMap((outcome) => {
      const value = valueOf(outcome);
      return value === null ? [] : [value, ...(reachOf(outcome) ?? [])];
    }),
  );
}

function endsOf(input: ChartInput, { series }: Panel, isNamed: boolean) {
  return series.flatMap((index) => {
    const values = outcomesAt(input, index).map(valueOf);
    const period = values.findLastIndex((value) => value !== null);
    const value = values[period] ?? null;
    if (value === null) return [];
    const text = input.values.text(value);
    return [
      { series: index, period, value, text: isNamed ? `${text} ${ownName(input, index)}` : text },
    ];
  });
}

/** Lays out one small plot a member, as many in a row as are readable, at most `frame.most` of them. */
export function layMultiples(input: ChartInput, frame: Frame): MultiplesLayout {
  const isNamed = isDividedTwice(input);
  const isShared = input.scales !== 'own';
  const panels = panelsOf(input).slice(0, frame.most);
  const aims = targetsOf(input);
  const scaleOf = (some: readonly Panel[]) =>
    niceScale(
      [...some.flatMap((panel) => valuesOf(input, panel)), ...aims.map(({ value }) => value)],
      3,
      false,
    );
  const shared = scaleOf(panels);
  const scales = panels.map((panel) => (isShared ? shared : scaleOf([panel])));
  const ends = panels.map((panel) => endsOf(input, panel, isNamed));
  const most = Math.max(1, ...panels.map(({ series }) => series.length));
  const grid = layPlots({
    width: frame.width,
    names: panels.map(({ label }) => label),
    scales,
    isShared,
    tick: (scale) => axisTick(input.values, scale),
    periods: input.periods.length,
    least: isNamed ? 240 : 138,
    mostColumns: 4,
    widest: Math.max(24, ...[...ends.flat(), ...aims].map(({ text }) => textWidth(text, 11, true))),
    notes: notesOf(input),
    plotHeight: isNamed ? Math.max(104, most * labelHeight) : 84,
  });
  const plots = panels.flatMap((panel, index): LinesPlot[] => {
    const plot = grid.plots[index];
    if (!plot) return [];
    const own = ends[index] ?? [];
    const centres = spread(
      [...own, ...aims].map(({ value }) => plot.y(value)),
      [...own, ...aims].map(() => labelHeight),
      plot.top - 8,
      plot.bottom + 8,
    );
    const labels = own.map(({ series, period, value, text }, i) => ({
      series,
      text: fitText(text, grid.labelRoom, 11, true),
      x: plot.x(period),
      y: plot.y(value),
      centre: centres[i] ?? 0,
    }));
    const targets = aims.map((aim, i) => ({
      ...aim,
      text: fitText(aim.text, grid.labelRoom, 11),
      centre: centres[own.length + i] ?? 0,
    }));
    return [{ ...plot, panel, ends: labels, targets }];
  });
  return { height: grid.height, plots };
}
