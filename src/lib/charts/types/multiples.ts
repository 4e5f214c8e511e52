import type { EChartsOption } from 'echarts';
import { labelElements } from '../annotations.ts';
import { absencesOf, hasIntervals, hatchOf, hatchSigns } from '../absence.ts';
import { outcomesOf, type ChartInput } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  textElement,
  type DrawnElement,
} from '../elements.ts';
import { hatchElements } from '../hatch.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { isDividedTwice, panelsOf } from '../panels.ts';
import { reachOf, runsOf, valueOf } from '../runs.ts';
import { plotFrame, targetElements } from '../small-plot.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { layMultiples, type LinesPlot } from './multiples-layout.ts';

/** How much of its colour a line keeps while a person looks at another one of the same plot. */
function presence(plot: LinesPlot, series: number, { active }: Frame): number {
  if (active === null || active === series) return 1;
  return plot.panel.series.length > 2 && plot.panel.series.includes(active) ? 0.35 : 1;
}

function bands(input: ChartInput, plot: LinesPlot, frame: Frame): DrawnElement[] {
  const isCrowded = plot.panel.series.length > 2;
  return plot.panel.series.flatMap((index) => {
    const series = input.series[index];
    if (!series) return [];
    const fill = paint(series.tone, frame.theme).mark;
    const opacity =
      (isCrowded && frame.active !== index ? 0.07 : 0.16) * presence(plot, index, frame);
    return runsOf(outcomesOf(input, series), reachOf).map((run): DrawnElement => {
      const upper = run.map(({ at, item }): [number, number] => [plot.x(at), plot.y(item[1])]);
      const lower = run.map(({ at, item }): [number, number] => [plot.x(at), plot.y(item[0])]);
      const [first, last] = [upper[0], lower[0]];
      if (run.length === 1 && first && last) {
        const style = { stroke: fill, lineWidth: 5, opacity: opacity * 1.6 };
        return lineElement(first, last, style);
      }
      const points = [...upper, ...lower.reverse()];
      return { type: 'polygon', shape: { points }, style: { fill, opacity } };
    });
  });
}

function lines(input: ChartInput, plot: LinesPlot, frame: Frame): DrawnElement[] {
  return plot.panel.series.flatMap((index) => {
    const series = input.series[index];
    if (!series) return [];
    const { mark, dash } = paint(series.tone, frame.theme);
    const opacity = presence(plot, index, frame);
    return runsOf(outcomesOf(input, series), valueOf).map((run): DrawnElement => {
      const points = run.map(({ at, item }): [number, number] => [plot.x(at), plot.y(item)]);
      const [first = [0, 0]] = points;
      if (points.length === 1) {
        return dotElement(first, 2.5, { fill: mark, stroke: mark, lineWidth: 0, opacity });
      }
      const style = {
        fill: 'none',
        stroke: mark,
        lineWidth: frame.active === index ? 2.5 : 1.75,
        opacity,
        ...(isDividedTwice(input) && dash.length > 0 ? { lineDash: [...dash] } : {}),
      };
      return { type: 'polyline', shape: { points }, style };
    });
  });
}

/** A small hatched box at the foot of a plot wherever a value is not shown. */
function hatched(input: ChartInput, plot: LinesPlot, ground: Ground): DrawnElement[] {
  const heights = new Map<number, number>();
  return plot.panel.series.flatMap((index) => {
    const series = input.series[index];
    if (!series) return [];
    return outcomesOf(input, series).flatMap((outcome, period) => {
      const hatch = hatchOf(outcome);
      if (!hatch) return [];
      const below = heights.get(period) ?? 0;
      heights.set(period, below + 1);
      const width = Math.min(10, Math.max(4, plot.band - 2));
      const box = {
        x: plot.x(period) - width / 2,
        y: plot.bottom - 9 * (below + 1),
        width,
        height: 7,
      };
      return hatchElements(box, ground.axis, 4, hatch);
    });
  });
}

function endLabels(input: ChartInput, plot: LinesPlot, frame: Frame, ground: Ground) {
  return plot.ends.flatMap(({ series, text, x, y, centre }): DrawnElement[] => {
    const tone = input.series[series]?.tone ?? { hue: 'neutral', step: 0 };
    const { mark, words } = paint(tone, frame.theme);
    const opacity = presence(plot, series, frame);
    const start = plot.labelX;
    const isMoved = Math.abs(centre - y) > 4 || start - x > plot.band / 2 + 12;
    return [
      dotElement([x, y], 3.5, { fill: mark, stroke: ground.card, lineWidth: 1, opacity }),
      ...(isMoved
        ? [
            lineElement([x + 4, y], [start - 2, centre], {
              stroke: mark,
              lineWidth: 1,
              opacity: 0.5,
            }),
          ]
        : []),
      textElement(text, start, centre, {
        size: 11,
        weight: 600,
        fill: words,
        opacity: Math.max(0.5, opacity),
      }),
    ];
  });
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  return drawnOption(
    layMultiples(input, frame).plots.flatMap((plot) => [
      ...plotFrame(input, plot, ground),
      ...labelElements(plot.notes, plot.top, plot.bottom, ground),
      ...targetElements(plot, plot.targets, ground),
      ...bands(input, plot, frame),
      ...hatched(input, plot, ground),
      ...lines(input, plot, frame),
      ...endLabels(input, plot, frame, ground),
    ]),
  );
}

function places(input: ChartInput, frame: Frame): Place[][] {
  return layMultiples(input, frame).plots.flatMap((plot) =>
    plot.panel.series.map((index) => {
      const series = input.series[index];
      return (series ? outcomesOf(input, series) : []).map((outcome, period) => {
        const value = valueOf(outcome);
        const y = value === null ? plot.bottom - 5 : plot.y(value);
        return {
          mark: { series: index, period },
          box: { x: plot.x(period), y, width: 0, height: 0 },
        };
      });
    }),
  );
}

function signs(input: ChartInput): Sign[] {
  const absences = absencesOf(input);
  const { plots } = layMultiples(input, {
    width: 640,
    theme: 'light',
    most: Infinity,
    active: null,
  });
  const all: [Sign, boolean][] = [
    ['ownScales', input.scales === 'own'],
    ['band', hasIntervals(input)],
    ...hatchSigns(absences),
    ['gap', absences.missing],
    ['break', plots.some(({ scale }) => scale.min > 0 || scale.max < 0)],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** One small plot a member, each with its lines over time, on one scale or on its own. */
export const multiples: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  overTime: () => true,
  size: (input, frame) => ({ width: frame.width, height: layMultiples(input, frame).height }),
  option,
  places,
  signs,
  hidden: (input, frame) => Math.max(0, panelsOf(input).length - frame.most),
  words: wordsOverTime('multiples', 'keys'),
};
