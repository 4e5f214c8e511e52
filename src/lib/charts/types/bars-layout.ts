import { axisTick } from '../axis-words.ts';
import { labelRow, layLabels, targetsOf, type LabelRows } from '../annotations.ts';
import { lastPoint, type ChartInput, type ChartPoint } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { filled } from '../filling.ts';
import type { Box } from '../hatch.ts';
import { isDividedTwice, ownName, panelsOf } from '../panels.ts';
import { restsOn } from '../outcome-words.ts';
import { niceScale, type Scale } from '../scale.ts';
import { seriesNames } from '../series-names.ts';
import { fitText, textWidth, wrapText } from '../text-width.ts';

/** One bar with what it stands for and where it lies. */
export interface BarRow {
  readonly series: number;
  readonly point: ChartPoint | null;
  readonly box: Box;
  /** The name in one or two lines, and their middle. */
  readonly name: readonly string[];
  readonly labelY: number;
  /** What the number rests on. */
  readonly note: string;
  /** Middle of the words that say n. */
  readonly noteY: number;
}

/** The name above the bars of one group. */
export interface BarGroup {
  readonly label: string;
  readonly y: number;
}

/** Where everything of a ranking lies, in pixels. */
export interface BarsLayout {
  readonly height: number;
  readonly left: number;
  readonly plotWidth: number;
  readonly top: number;
  readonly bottom: number;
  /** The label stands above its bar instead of before it. */
  readonly stacked: boolean;
  readonly rows: readonly BarRow[];
  /** Empty where the bars are of one dimension. */
  readonly groups: readonly BarGroup[];
  readonly scale: Scale;
  /** The values to reach, above the bars. */
  readonly targets: LabelRows;
  readonly x: (value: number) => number;
}

const least = 4;
const axisHeight = 26;
const headHeight = 24;
const groupGap = 10;
const lineHeight = 15;
/** How much taller a row may grow than it must be. */
const mostMore = 44;

interface Ranked {
  readonly series: number;
  readonly point: ChartPoint | null;
  /** Name of the group that begins with this bar. */
  readonly opens: string | null;
}

/** Bars in the order of their groups, as many whole groups as stay within `most`, and one in any case. */
function grouped(input: ChartInput, most: number): Ranked[] {
  const rows: Ranked[] = [];
  for (const { label, series } of panelsOf(input)) {
    if (rows.length > 0 && rows.length + series.length > most) break;
    rows.push(
      ...series.map((index, i) => ({
        series: index,
        point: lastPoint(input, index),
        opens: i === 0 ? label : null,
      })),
    );
  }
  return rows;
}

/** The bars that a frame has room for, in their order. */
function barsOf(input: ChartInput, most: number): Ranked[] {
  return isDividedTwice(input) ? grouped(input, most) : ranked(input).slice(0, most);
}

/** How many bars a frame leaves out. */
export function barsLeftOut(input: ChartInput, { most }: Frame): number {
  return input.series.length - barsOf(input, most).length;
}

/** Series from the largest value of the last period down; those without a value come last in their own order. */
function ranked(input: ChartInput): Ranked[] {
  const size = (point: ChartPoint | null) =>
    point?.outcome.kind === 'estimate' ? point.outcome.value : -Infinity;
  return input.series
    .map((_, series) => ({
      series,
      point: lastPoint(input, series),
      opens: null,
    }))
    .sort((a, b) => {
      const [first, second] = [size(a.point), size(b.point)];
      return first === second ? a.series - b.series : second - first;
    });
}

/** Lays a ranking out, at most `frame.most` bars of it. */
export function layBars(input: ChartInput, frame: Frame): BarsLayout {
  const shown = barsOf(input, frame.most);
  const estimates = shown.flatMap(({ point }) => [
    ...(point?.outcome.kind === 'estimate' ? [point.outcome] : []),
    ...(point?.before?.kind === 'estimate' ? [{ ...point.before, lower: null, upper: null }] : []),
  ]);
  const values = estimates.flatMap(({ value, lower, upper }) => [
    value,
    lower ?? value,
    upper ?? value,
  ]);
  const aims = targetsOf(input);
  const scale = niceScale(
    [...values, ...aims.map(({ value }) => value)],
    frame.width < 300 ? 2 : frame.width < 480 ? 4 : 6,
    true,
  );
  const names = isDividedTwice(input)
    ? input.series.map((_, series) => ownName(input, series))
    : seriesNames(input);
  const labels = Math.max(0, ...names.map((name) => textWidth(name, 13)));
  const stacked = labels > Math.max(120, frame.width * 0.3);
  const first = textWidth(axisTick(input.values, scale)(scale.min), 11);
  const left = stacked ? Math.max(4, first / 2 + 1) : Math.max(labels, 74) + 14;
  const room =
    8 +
    Math.max(24, ...estimates.map(({ value }) => textWidth(input.values.text(value), 12, true)));
  const plotWidth = Math.max(60, frame.width - left - room);
  const x = (value: number) => left + ((value - scale.min) / (scale.max - scale.min)) * plotWidth;
  const targets = layLabels(
    aims.map(({ value, text }) => ({ x: x(value), text })),
    0,
    frame.width,
  );
  const top = least + (targets.rows > 0 ? targets.rows * labelRow + 4 : 0);
  const worded = shown.map((row) => {
    const name = names[row.series] ?? '';
    const note = restsOn(input, row.point?.outcome ?? null);
    const aside = textWidth(note, 11) + 16;
    return {
      ...row,
      note,
      name: stacked
        ? wrapText(name, frame.width - left - aside, 13)
        : [fitText(name, left - 14, 13)],
    };
  });
  const heads = shown.filter(({ opens }) => opens !== null).length;
  const needed = worded.reduce(
    (sum, { name }) => sum + (stacked ? 27 + name.length * lineHeight : 36),
    top + heads * headHeight + Math.max(0, heads - 1) * groupGap + axisHeight,
  );
  const more = Math.min(mostMore, (filled(needed, frame) - needed) / Math.max(1, shown.length));
  const groups: BarGroup[] = [];
  let bottom = top;
  const rows = worded.map(({ series, point, opens, name, note }, i): BarRow => {
    if (opens !== null) {
      if (i > 0) bottom += groupGap;
      groups.push({ label: opens, y: bottom + headHeight / 2 });
      bottom += headHeight;
    }
    const y = bottom + more / 4;
    const words = stacked ? 5 + name.length * lineHeight : 10;
    bottom += (stacked ? 22 : 26) + words + more;
    const value = point?.outcome.kind === 'estimate' ? point.outcome.value : 0;
    return {
      series,
      point,
      name,
      note,
      labelY: stacked ? y + 2.5 + (name.length * lineHeight) / 2 : y + 11 + more / 4,
      noteY: y + (stacked ? 10 : 26 + more / 4),
      box: {
        x: Math.min(x(0), x(value)),
        y: y + words,
        width: Math.abs(x(value) - x(0)),
        height: (stacked ? 14 : 16) + more / 2,
      },
    };
  });
  return {
    height: bottom + axisHeight,
    left,
    plotWidth,
    top,
    bottom,
    stacked,
    rows,
    groups,
    targets,
    scale,
    x,
  };
}
