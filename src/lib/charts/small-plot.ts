import { labelRow, layLabels, targetLine, type LabelRows, type ShownNote } from './annotations.ts';
import { axisTick } from './axis-words.ts';
import type { ChartInput } from './chart-input.ts';
import { lineElement, textElement, type DrawnElement } from './elements.ts';
import type { Ground } from './palette.ts';
import { periodGroups } from './period-axis.ts';
import { niceScale, type Scale } from './scale.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A plot over the time axis with its own name, in pixels. */
export interface SmallPlot {
  /** The name in one or two lines. */
  readonly name: readonly string[];
  readonly left: number;
  readonly right: number;
  /** Where labels at the ends of lines begin. */
  readonly labelX: number;
  readonly top: number;
  readonly bottom: number;
  /** What is noted on its periods, between its name and its top. */
  readonly notes: LabelRows;
  readonly scale: Scale;
  /** Whether the numbers of the value axis stand beside this plot. */
  readonly hasTicks: boolean;
  readonly hasTerms: boolean;
  /** Width of one period. */
  readonly band: number;
  /** Middle of a period. */
  readonly x: (period: number) => number;
  readonly y: (value: number) => number;
}

/** What a grid of small plots is laid out from. */
export interface PlotGrid {
  readonly width: number;
  readonly names: readonly string[];
  /** One scale a plot; where all share one, only the first of each row has its numbers. */
  readonly scales: readonly Scale[];
  readonly isShared: boolean;
  readonly tick: (scale: Scale) => (value: number) => string;
  readonly periods: number;
  /** The least width of a plot with its labels, and how many stand in a row at most. */
  readonly least: number;
  readonly mostColumns: number;
  /** Width of the widest label at the end of a line. */
  readonly widest: number;
  readonly plotHeight: number;
  /** Whether the terms stand above the school years at the foot of each plot, where there is room for them. */
  readonly hasTerms?: boolean;
  /** What is noted on periods, on each of the plots. */
  readonly notes?: readonly ShownNote[];
}

const timeHeight = 22;
const termHeight = 15;
const gap = 22;
const labelGap = 6;
const size = 10;

/** Lays out as many plots in a row as are readable, with room for labels at the right of each. */
export function layPlots(grid: PlotGrid): {
  height: number;
  /** Room for a label beside a plot. */
  labelRoom: number;
  plots: SmallPlot[];
} {
  const { names, scales, isShared, plotHeight, widest } = grid;
  const ticks = scales.flatMap((scale) => scale.ticks.map(grid.tick(scale)));
  const margin = 8 + Math.max(0, ...ticks.map((tick) => textWidth(tick, size)));
  const fitting = Math.floor((grid.width + gap) / (grid.least + gap));
  const columns = Math.max(1, Math.min(names.length, grid.mostColumns, fitting));
  const start = isShared ? margin : 0;
  const room = (grid.width - start - (columns - 1) * gap) / columns;
  const inner = isShared ? 0 : margin;
  const labelRoom = Math.min(widest + 2, room * 0.45);
  const plotWidth = Math.max(40, room - inner - labelRoom - labelGap);
  const band = plotWidth / Math.max(1, grid.periods);
  const hasTerms = grid.hasTerms === true && band >= 12;
  const lines = names.map((name) => wrapText(name, room - inner, 12, true));
  const notes = layLabels(
    (grid.notes ?? []).map(({ period, text }) => ({ x: (period + 0.5) * band, text })),
    0,
    plotWidth + labelGap + labelRoom,
  );
  const nameHeight =
    notes.rows * labelRow + 10 + 14 * Math.max(1, ...lines.map(({ length }) => length));
  const rowHeight = nameHeight + plotHeight + timeHeight + 12 + (hasTerms ? termHeight : 0);
  const plots = lines.map((name, index): SmallPlot => {
    const column = index % columns;
    const left = start + column * (room + gap) + inner;
    const top = Math.floor(index / columns) * rowHeight + nameHeight;
    const bottom = top + plotHeight;
    const scale = scales[index] ?? niceScale([], 3, true);
    return {
      name,
      left,
      right: left + plotWidth,
      labelX: left + plotWidth + labelGap,
      top,
      bottom,
      notes: {
        rows: notes.rows,
        labels: notes.labels.map((label) => ({
          ...label,
          x: label.x + left,
          start: label.start + left,
        })),
      },
      scale,
      hasTicks: !isShared || column === 0,
      hasTerms,
      band,
      x: (period) => left + (period + 0.5) * band,
      y: (value) => bottom - ((value - scale.min) / (scale.max - scale.min)) * plotHeight,
    };
  });
  const rows = Math.max(1, Math.ceil(names.length / columns));
  return { height: rows * rowHeight, labelRoom, plots };
}

interface TimeWord {
  readonly text: string;
  readonly x: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The years along the foot of a plot where all of them fit, else the first and the last, else the last. */
function timeWords({ periods }: ChartInput, plot: SmallPlot): TimeWord[] {
  const grouped = periodGroups(periods);
  const spans =
    grouped.length > 0
      ? grouped
      : periods.map(({ label }, index) => ({ label, first: index, last: index }));
  const fits = spans.every(
    ({ label, first, last }) => textWidth(label, size) + 6 <= (last - first + 1) * plot.band,
  );
  if (fits) {
    return spans.map(({ label, first, last }) => ({
      text: label,
      x: (plot.x(first) + plot.x(last)) / 2,
      align: 'center',
    }));
  }
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const end = { text: last.label, x: plot.right, align: 'right' } as const;
  const room = plot.right - plot.left - textWidth(last.label, size) - 8;
  if (first === last || textWidth(first.label, size) > room) return [end];
  return [{ text: first.label, x: plot.left, align: 'left' }, end];
}

/** All of a plot that is not its data: name, lines across with their numbers, school years. */
export function plotFrame(
  input: ChartInput,
  plot: SmallPlot,
  ground: Ground,
  tick = axisTick(input.values, plot.scale),
): DrawnElement[] {
  const { left, right, top, bottom, scale, y } = plot;
  const quiet = { size, fill: ground.second } as const;
  return [
    textElement(
      plot.name.join('\n'),
      left,
      top - plot.notes.rows * labelRow - 9 - 7 * plot.name.length,
      {
        size: 12,
        weight: 600,
        fill: ground.ink,
      },
    ),
    ...scale.ticks.flatMap((value) => [
      lineElement([left, y(value)], [right, y(value)], {
        stroke: value === 0 ? ground.axis : ground.grid,
        lineWidth: 1,
      }),
      ...(plot.hasTicks
        ? [textElement(tick(value), left - 6, y(value), { ...quiet, align: 'right' })]
        : []),
    ]),
    ...periodGroups(input.periods)
      .slice(1)
      .map(({ first }) => {
        const x = left + first * plot.band;
        return lineElement([x, top], [x, bottom], {
          stroke: ground.edge,
          lineWidth: 1,
          lineDash: [3, 3],
        });
      }),
    ...(plot.hasTerms
      ? input.periods.map(({ label }, index) =>
          textElement(label, plot.x(index), bottom + 12, { ...quiet, align: 'center' }),
        )
      : []),
    ...timeWords(input, plot).map(({ text, x, align }) =>
      textElement(text, x, bottom + 12 + (plot.hasTerms ? termHeight : 0), { ...quiet, align }),
    ),
  ];
}

/** The lines of values to reach across a plot, with their words at its right. */
export function targetElements(
  plot: SmallPlot,
  targets: readonly { readonly value: number; readonly text: string; readonly centre: number }[],
  ground: Ground,
): DrawnElement[] {
  return targets.flatMap(({ value, text, centre }) => {
    const y = plot.y(value);
    const end = plot.labelX - 3;
    return [
      targetLine([plot.left, y], [plot.right, y], ground),
      lineElement([plot.right, y], [end, centre], { stroke: ground.ink, lineWidth: 1 }),
      textElement(text, plot.labelX, centre, { size: 11, fill: ground.ink }),
    ];
  });
}
