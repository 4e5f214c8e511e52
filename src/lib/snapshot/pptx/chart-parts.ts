import type { NativeChart } from '../document.ts';
import { isLying, namesShare } from './chart-layout.ts';
import type { Box } from './slide-look.ts';
import { heightOf, linesIn } from './text-height.ts';

/** Inches that a lying or a standing bar needs to be told from its neighbours. */
const leastLying = 0.235;
const leastStanding = 0.3;
/** Inches between two charts of a slide. */
const gap = 0.5;

/** The charts of one slide, side by side, and how many categories the fullest of a figure has: bars are as thick on all. */
export interface SlideCharts {
  readonly charts: readonly NativeChart[];
  readonly slots: number;
}

function partOf(chart: NativeChart, from: number, to: number): NativeChart {
  return {
    ...chart,
    categories: chart.categories.slice(from, to),
    series: chart.series.map((series) => ({
      ...series,
      values: series.values.slice(from, to),
      ...(series.ends ? { ends: series.ends.slice(from, to) } : {}),
    })),
  };
}

/** How many lying bars with their names find room in a box. */
function mostLying({ categories, series, kind }: NativeChart, width: number, height: number) {
  const beside = kind === 'stacked' ? 1 : Math.max(1, series.length);
  const lines = categories.map((name) => linesIn(name, width * namesShare - 0.1, 11));
  const each = Math.max(leastLying * beside, heightOf(Math.max(1, ...lines), 11, 1.15) + 0.04);
  return Math.max(3, Math.floor(height / each));
}

/** How many charts stand side by side, and how many categories each can hold. */
function capacity(chart: NativeChart, { w, h }: Box): { beside: number; most: number } {
  if (!isLying(chart, w)) {
    const series = chart.kind === 'stacked' ? 1 : Math.max(1, chart.series.length);
    return { beside: 1, most: Math.max(3, Math.floor(w / leastStanding / series)) };
  }
  const height = chart.series.length > 1 ? h - 0.4 : h;
  const whole = mostLying(chart, w, height);
  const half = mostLying(chart, (w - gap) / 2, height);
  const isWhole = w < 9 || chart.categories.length <= whole || half * 2 <= whole;
  return isWhole ? { beside: 1, most: whole } : { beside: 2, most: half };
}

/**
 * A chart as the charts of each slide that it needs: whole where its bars have room, else its categories shared evenly, two
 * charts of lying bars a slide where the box is wide.
 */
export function chartParts(chart: NativeChart, box: Box): SlideCharts[] {
  const { length } = chart.categories;
  if (chart.kind === 'line' || length === 0) return [{ charts: [chart], slots: length }];
  const { beside, most } = capacity(chart, box);
  if (length <= most) return [{ charts: [chart], slots: length }];
  const slides = Math.ceil(length / (most * beside));
  const slots = Math.ceil(length / (slides * beside));
  const parts = Array.from({ length: Math.ceil(length / slots) }, (_, at) =>
    partOf(chart, at * slots, Math.min(length, (at + 1) * slots)),
  );
  return Array.from({ length: Math.ceil(parts.length / beside) }, (_, at) => ({
    charts: parts.slice(at * beside, (at + 1) * beside),
    slots,
  }));
}
