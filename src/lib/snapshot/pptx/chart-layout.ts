import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { NativeChart } from '../document.ts';
import type { ValueScale } from './chart-scale.ts';
import { heightOf, linesIn, widthOf } from './text-height.ts';

/** The room that a chart has on its slide, in inches, and the scale that it shares with its other parts. */
export interface ChartRoom {
  readonly width: number;
  readonly height: number;
  readonly scale: ValueScale;
  /** How many categories the fullest of those parts has: bars are as thick in all. */
  readonly slots: number;
}

/** The share of a chart's width that the names of lying bars take at most. */
export const namesShare = 0.36;

/** How a chart is laid out in its room; sizes in points, edges in shares of the room. */
export interface ChartLayout {
  readonly size: number;
  /** Size of the values beside bars; null where they would not fit. */
  readonly valueSize: number | null;
  /** Size of the last value of a line, with its name where that stands there; null where there is no room for all of them. */
  readonly endSize: number | null;
  readonly hasValueAxis: boolean;
  /** Names of series: at the ends of their lines, above the picture, or nowhere. */
  readonly names: 'ends' | 'above' | 'none';
  readonly inner: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  /** Every how many categories one is named. */
  readonly every: number;
  /** Size in inches of the names above the picture. */
  readonly namesSize: { readonly w: number; readonly h: number };
}

/** A value as it stands beside its mark. */
export function valueText(value: number, chart: NativeChart, language: LanguageTag): string {
  const { format } = locales[language];
  if (chart.unit === '%') return format.percent(value / 100, chart.decimals);
  return format.number(value, chart.decimals);
}

/** Whether bars lie, so that their names have room beside them; stacks lie where their names would not fit below. */
export function isLying({ kind, categories }: NativeChart, width: number): boolean {
  if (kind !== 'stacked') return kind === 'bar';
  const share = width / Math.max(1, categories.length);
  return categories.some((name) => linesIn(name, share - 0.1, 12) > 3);
}

function said(chart: NativeChart): number[] {
  return chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
}

function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => widthOf(text, size)));
}

/**
 * How far up the labels at the ends of lines are moved, in shares of the chart, so that none lies on another: in the order of
 * the series, 0 for one without values. Null where the plot, `tall` as a share of the chart, has no room for all of them.
 */
export function spreadEnds(
  { series }: NativeChart,
  { scale, height }: Pick<ChartRoom, 'scale' | 'height'>,
  tall: number,
  size: number,
): number[] | null {
  const line = (size * 1.3) / 72 / height;
  const ends = series
    .flatMap(({ values }, at) => {
      const value = values.findLast((one) => one !== null) ?? null;
      return value === null
        ? []
        : [{ at, own: ((value - scale.min) / (scale.max - scale.min)) * tall }];
    })
    .sort((a, b) => a.own - b.own);
  if (ends.length * line > tall + line) return null;
  // Those that would lie on each other stand around their middle.
  let groups: { ends: typeof ends; middle: number }[] = [];
  for (const end of ends) {
    let group = { ends: [end], middle: end.own };
    for (let below = groups.at(-1); below; below = groups.at(-1)) {
      const needs = ((below.ends.length + group.ends.length) * line) / 2;
      if (group.middle - below.middle >= needs) break;
      groups = groups.slice(0, -1);
      const all = [...below.ends, ...group.ends];
      const half = ((all.length - 1) * line) / 2;
      const middle = all.reduce((sum, { own }) => sum + own, 0) / all.length;
      group = { ends: all, middle: Math.max(half, Math.min(tall - half, middle)) };
    }
    groups = [...groups, group];
  }
  const moved = series.map(() => 0);
  for (const { ends: own, middle } of groups) {
    own.forEach((end, place) => {
      moved[end.at] = middle + (place - (own.length - 1) / 2) * line - end.own;
    });
  }
  return moved;
}

const legendSize = 14;
/** The share of its chart's height that the plot of a line has at least. */
const leastTall = 0.75;
const noNames = { w: 0, h: 0 };

/** Width and height in inches that the names of series take above a picture, each with a sample of its line. */
function namesSize({ series }: NativeChart, width: number) {
  const lines = [0];
  for (const { name } of series) {
    const own = widthOf(name, legendSize) + 0.75;
    const filled = lines.at(-1) ?? 0;
    if (filled > 0 && filled + own > width) lines.push(own);
    else lines[lines.length - 1] = filled + own;
  }
  return { w: Math.min(width, Math.max(...lines)), h: lines.length * 0.32 + 0.08 };
}

/** Size of the names beside the ends of lines; null where they have no room there. */
function endSize(chart: NativeChart, within: ChartRoom, valueWide: number): number | null {
  const last = chart.series.map(({ values }) => values.findLastIndex((value) => value !== null));
  if (chart.series.length < 2 || new Set(last).size > 1) return null;
  const names = chart.series.map(({ name }) => name);
  const fits = (size: number) =>
    widest(names, size) * 1.05 + valueWide + 0.3 <= within.width * 0.36 &&
    spreadEnds(chart, within, leastTall, size) !== null;
  return [14, 12].find(fits) ?? null;
}

function layLine(chart: NativeChart, within: ChartRoom, language: LanguageTag): ChartLayout {
  const { width, height, scale } = within;
  const count = Math.max(1, chart.categories.length);
  const usual = width < 7 ? 12 : 14;
  const isMany = chart.series.length > 1;
  const texts = said(chart).map((value) => valueText(value, chart, language));
  const ends = endSize(chart, within, widest(texts, usual));
  const names = ends !== null ? 'ends' : isMany ? 'above' : 'none';
  const above = names === 'above' ? namesSize(chart, width) : noNames;
  const top = above.h + (names === 'above' ? 0.15 : 0.3);
  const axisTexts = [scale.min, scale.max].map((v) => valueText(v, chart, language));
  const axis = widest(axisTexts, 12) + 0.15;
  const seriesNames = chart.series.map(({ name }) => name);
  const beside = ends === null ? 0 : widest(seriesNames, ends) * 1.05 + 0.15;
  const right = beside + widest(texts, ends ?? usual) + 0.2;
  // The last point stands half a category before the end of the plot.
  const plot = Math.min(width - axis, Math.max(1, width - axis - right) / (1 - 0.5 / count));
  const share = plot / count;
  const words = chart.categories.flatMap((name) => name.split(' '));
  // Names on one line each in smaller letters look calmer than some of them broken.
  const fitting =
    [usual, 12, 11].find((at) => widest(chart.categories, at) + 0.22 <= share) ??
    [usual, 12, 11].find((at) => widest(words, at) + 0.18 <= share);
  const every = fitting ? 1 : Math.ceil((widest(chart.categories, 12) + 0.15) / share);
  const size = fitting ?? 12;
  const lines = chart.categories.map((name) => linesIn(name, share * every - 0.08, size));
  const bottom = Math.min(Math.max(1, ...lines), 3) * (size / 58) + 0.14;
  return {
    size,
    valueSize: null,
    endSize: ends ?? (spreadEnds(chart, within, leastTall, usual) ? usual : null),
    hasValueAxis: true,
    names,
    namesSize: above,
    every,
    inner: edges(axis, top, plot, height - top - bottom, within),
  };
}

function edges(x: number, y: number, w: number, h: number, { width, height }: ChartRoom) {
  const share = (part: number, whole: number) => Math.min(1, Math.max(0.02, part / whole));
  return { x: share(x, width), y: share(y, height), w: share(w, width), h: share(h, height) };
}

/** How thick a bar comes out, in inches: two thirds of what its category has, shared by the series side by side. */
function barThickness(chart: NativeChart, length: number, slots: number): number {
  const beside = chart.kind === 'stacked' ? 1 : chart.series.length;
  return ((length / Math.max(1, slots)) * 0.72) / Math.max(1, beside);
}

function layLying(chart: NativeChart, within: ChartRoom, language: LanguageTag): ChartLayout {
  const { width, height } = within;
  const names = chart.series.length > 1 ? 'above' : 'none';
  const above = names === 'above' ? namesSize(chart, width) : noNames;
  const top = above.h + 0.05;
  const thick = barThickness(chart, height - top, within.slots);
  const per = (height - top) / Math.max(1, within.slots);
  const room = width * namesShare - 0.1;
  const high = (at: number) =>
    heightOf(Math.max(1, ...chart.categories.map((name) => linesIn(name, room, at))), at, 1.15);
  const size = [14, 13, 12, 11, 10].find((at) => high(at) <= per) ?? 9;
  const valueSize = thick >= 0.11 ? Math.max(9, Math.min(14, Math.floor(thick * 72 * 1.05))) : null;
  const left = Math.min(width * namesShare, widest(chart.categories, size) + 0.2);
  const texts = said(chart).map((value) => valueText(value, chart, language));
  const isStacked = chart.kind === 'stacked';
  const right = valueSize === null || isStacked ? 0.3 : widest(texts, valueSize) + 0.25;
  const bottom = valueSize === null || isStacked ? 0.35 : 0.05;
  const filled = chart.categories.length / Math.max(1, within.slots);
  const long = (height - top - bottom) * Math.min(1, filled);
  return {
    size,
    valueSize,
    endSize: null,
    hasValueAxis: valueSize === null || isStacked,
    names,
    namesSize: above,
    every: 1,
    inner: edges(left, top, width - left - right, long, within),
  };
}

function layStanding(chart: NativeChart, within: ChartRoom, language: LanguageTag): ChartLayout {
  const { width, height, scale } = within;
  const names = chart.series.length > 1 ? 'above' : 'none';
  const isStacked = chart.kind === 'stacked';
  const above = names === 'above' ? namesSize(chart, width) : noNames;
  const top = above.h + 0.3;
  const thick = barThickness(chart, width, within.slots);
  const texts = said(chart).map((value) => valueText(value, chart, language));
  // A value may be somewhat wider than its column, as long as it does not meet its neighbour's.
  const valueSize =
    [14, 13, 12, 11, 10].find((size) => widest(texts, size) <= thick * 1.25) ?? null;
  const hasValueAxis = valueSize === null || isStacked;
  const axisTexts = [scale.min, scale.max].map((value) => valueText(value, chart, language));
  const axis = hasValueAxis ? widest(axisTexts, 12) + 0.2 : 0.05;
  const share = (width - axis) / Math.max(1, chart.categories.length);
  const deepest = (at: number) =>
    Math.max(1, ...chart.categories.map((name) => linesIn(name, share - 0.06, at)));
  const size = [14, 13, 12, 11].find((at) => deepest(at) <= 2) ?? 10;
  const bottom = Math.min(3, deepest(size)) * (size / 58) + 0.16;
  return {
    size,
    valueSize,
    endSize: null,
    hasValueAxis,
    names,
    namesSize: above,
    every: 1,
    inner: edges(axis, top, width - axis - 0.05, height - top - bottom, within),
  };
}

/** Lays a chart out in its room: what is named where, and in which size. */
export function layOut(chart: NativeChart, within: ChartRoom, language: LanguageTag): ChartLayout {
  if (chart.kind === 'line') return layLine(chart, within, language);
  const lay = isLying(chart, within.width) ? layLying : layStanding;
  return lay(chart, within, language);
}
