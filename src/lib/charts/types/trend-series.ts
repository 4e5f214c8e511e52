import type { CustomSeriesOption, LineSeriesOption } from 'echarts';
import type { Outcome } from '#lib/model/result.ts';
import { hatchOf } from '../absence.ts';
import { outcomesOf, type ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { hatchElements } from '../hatch.ts';
import { paint, type Ground } from '../palette.ts';
import { isSameTerm } from '../period-axis.ts';
import type { TrendLayout } from './trend-layout.ts';

/** Runs of neighbouring periods that have an interval, as polygons of upper then lower ends in pixels. */
function bandPolygons(layout: TrendLayout, outcomes: readonly (Outcome | null)[]): number[][][] {
  const runs: { upper: number[][]; lower: number[][] }[] = [];
  let open: { upper: number[][]; lower: number[][] } | null = null;
  outcomes.forEach((outcome, i) => {
    if (outcome?.kind !== 'estimate' || outcome.lower === null || outcome.upper === null) {
      open = null;
      return;
    }
    if (!open) {
      open = { upper: [], lower: [] };
      runs.push(open);
    }
    open.upper.push([layout.x(i), layout.y(outcome.upper)]);
    open.lower.unshift([layout.x(i), layout.y(outcome.lower)]);
  });
  return runs.map((run) => [...run.upper, ...run.lower]);
}

/** How much of its colour a series keeps: where there are many, those that nobody looks at step back. */
export function presence(input: ChartInput, frame: Frame, series: number): number {
  return frame.active === null || frame.active === series || input.series.length < 5 ? 1 : 0.3;
}

/** The intervals of every series as bands that break where an interval is missing. */
export function bandSeries(
  input: ChartInput,
  frame: Frame,
  layout: TrendLayout,
): CustomSeriesOption[] {
  const crowded = input.series.length > 4;
  return input.series.map((series, row) => {
    const full = crowded && frame.active !== row ? 0.06 : 0.15;
    const opacity = full * presence(input, frame, row);
    const fill = paint(series.tone, frame.theme).mark;
    const polygons = bandPolygons(layout, outcomesOf(input, series));
    return {
      type: 'custom',
      id: `band-${series.id}`,
      silent: true,
      z: 1,
      data: polygons.map((_, i) => [i]),
      renderItem: (params) => {
        const points = polygons[params.dataIndex] ?? [];
        if (points.length > 2) {
          return { type: 'polygon', shape: { points }, style: { fill, opacity } };
        }
        const [upper = [0, 0], lower = [0, 0]] = points;
        return {
          type: 'line',
          shape: { x1: upper[0] ?? 0, y1: upper[1] ?? 0, x2: lower[0] ?? 0, y2: lower[1] ?? 0 },
          style: { stroke: fill, lineWidth: 6, opacity: opacity * 1.6 },
        };
      },
    };
  });
}

/** Every series as a line that breaks where a value is missing. */
export function lineSeries(input: ChartInput, frame: Frame, ground: Ground): LineSeriesOption[] {
  return input.series.map((series, row) => {
    const opacity = presence(input, frame, row);
    const { mark, dash, marker } = paint(series.tone, frame.theme);
    const outcomes = outcomesOf(input, series);
    const values = outcomes.map((outcome) => (outcome?.kind === 'estimate' ? outcome.value : null));
    const last = values.findLastIndex((value) => value !== null);
    return {
      type: 'line',
      id: series.id,
      name: series.label,
      silent: true,
      z: 3,
      connectNulls: false,
      showSymbol: true,
      lineStyle: {
        color: mark,
        width: 2,
        type: dash.length > 0 ? [...dash] : 'solid',
        cap: 'butt',
        opacity,
      },
      data: values.map((value, i) => {
        const alone =
          value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;
        const emphasised = input.compareYears && isSameTerm(input.periods, i);
        const size = i === last ? 9 : alone || emphasised ? 7 : series.tone.step > 0 ? 5 : 0;
        return {
          value: value ?? '-',
          symbol: size === 0 ? 'none' : marker,
          symbolSize: size,
          itemStyle: {
            color: mark,
            borderColor: ground.card,
            borderWidth: size > 5 ? 1.5 : 0,
            opacity,
          },
        };
      }),
    };
  });
}

/** A small hatched box on the base line wherever a value is not shown. */
export function hatchedSeries(
  input: ChartInput,
  frame: Frame,
  layout: TrendLayout,
): CustomSeriesOption {
  const heights = new Map<number, number>();
  const boxes = input.series.flatMap((series) =>
    outcomesOf(input, series).flatMap((outcome, period) => {
      const hatch = hatchOf(outcome);
      if (!hatch) return [];
      const below = heights.get(period) ?? 0;
      heights.set(period, below + 1);
      const box = {
        x: layout.x(period) - 7,
        y: layout.bottom - 13 * (below + 1),
        width: 14,
        height: 10,
      };
      return [{ stroke: paint(series.tone, frame.theme).mark, box, hatch }];
    }),
  );
  return {
    type: 'custom',
    id: 'hatched',
    silent: true,
    z: 2,
    data: boxes.map((_, i) => [i]),
    renderItem: (params) => {
      const item = boxes[params.dataIndex];
      if (!item) return null;
      return { type: 'group', children: hatchElements(item.box, item.stroke, 4, item.hatch) };
    },
  };
}
