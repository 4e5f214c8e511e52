import {
  labelRow,
  layLabels,
  notesOf,
  targetsOf,
  type LabelRows,
  type ShownTarget,
} from '../annotations.ts';
import type { Outcome } from '#lib/model/result.ts';
import { hatchOf } from '../absence.ts';
import { axisTick } from '../axis-words.ts';
import { outcomesOf, type ChartInput, type ChartPeriod } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { filled } from '../filling.ts';
import type { Tone } from '../palette.ts';
import { niceScale, type Scale } from '../scale.ts';
import { seriesNames } from '../series-names.ts';
import { spread } from '../spread.ts';
import { fitText, textWidth, wrapText } from '../text-width.ts';

/** A label at the end of a line. */
export interface EndLabel {
  /** Index of the series in the input. */
  readonly series: number;
  readonly x: number;
  /** Where the line ends, and the height at which its label best stands. */
  readonly end: number;
  readonly wish: number;
  /** Where the label's middle stands. */
  readonly centre: number;
  readonly lines: readonly string[];
  readonly tone: Tone;
}

/** A value to reach with the label at the end of its line. */
export interface TargetLabel extends ShownTarget {
  readonly x: number;
  readonly centre: number;
  readonly lines: readonly string[];
}

/** Where everything of a trend lies, in pixels. */
export interface TrendLayout {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly plotWidth: number;
  /** Width of one period. */
  readonly band: number;
  readonly scale: Scale;
  readonly labels: readonly EndLabel[];
  readonly notes: LabelRows;
  readonly targets: readonly TargetLabel[];
  /** Middle of a period. */
  readonly x: (period: number) => number;
  readonly y: (value: number) => number;
}

const fontSize = 12;
const lineHeight = 14;
const least = 12;
const axisHeight = 42;

interface Ending {
  readonly series: number;
  readonly period: number;
  /** Null where the line has no number at all, and its label says why. */
  readonly value: number | null;
  readonly text: string;
  readonly name: string;
  /** When the line ended; empty where it goes on to the last period. */
  readonly when: string;
  readonly tone: Tone;
}

function nameOf(period: ChartPeriod | undefined): string {
  return [period?.label, period?.group].filter(Boolean).join(' ');
}

function endings(input: ChartInput): Ending[] {
  const names = seriesNames(input);
  return input.series.flatMap((series, i) => {
    const outcomes = outcomesOf(input, series);
    const period = outcomes.findLastIndex((outcome) => outcome?.kind === 'estimate');
    const last = outcomes[period];
    if (last?.kind !== 'estimate') return hatchedEnding(input, i, outcomes);
    return [
      {
        series: i,
        period,
        value: last.value,
        text: input.values.text(last.value),
        // A line that is alone is named by what stands above the picture.
        name: input.series.length > 1 ? (names[i] ?? '') : '',
        when: period < input.periods.length - 1 ? nameOf(input.periods[period]) : '',
        tone: series.tone,
      },
    ];
  });
}

/** The label of a line of which nothing is shown, at its last hatched place. */
function hatchedEnding(
  { series, locale }: ChartInput,
  index: number,
  outcomes: readonly (Outcome | null)[],
): Ending[] {
  const period = outcomes.findLastIndex((outcome) => hatchOf(outcome) !== null);
  const outcome = outcomes[period];
  const one = series[index];
  if (outcome?.kind !== 'absent' || !one) return [];
  const reason = locale.t.charts.absence[outcome.reason];
  const name = series.length > 1 ? locale.t.charts.seriesColon(one.label) + reason : reason;
  return [{ series: index, period, value: null, text: '', name, when: '', tone: one.tone }];
}

function wholeOf({ text, name }: Ending): string {
  return [text, name].filter(Boolean).join(' ');
}

function labelLines(ending: Ending, width: number): string[] {
  const when = ending.when === '' ? [] : [ending.when];
  const whole = wholeOf(ending);
  if (textWidth(whole, fontSize, true) <= width) return [whole, ...when];
  const [first = '', second] = wrapText(ending.name, width, fontSize, true);
  return [
    ...(ending.text === '' ? [] : [ending.text]),
    first,
    ...(second === undefined ? [] : [second]),
    ...when,
  ];
}

/** The layout of a trend: pure geometry from what is shown and the width at hand. */
export function layTrend(input: ChartInput, frame: Frame): TrendLayout {
  const values = input.series.flatMap((series) =>
    outcomesOf(input, series).flatMap((outcome) =>
      outcome?.kind === 'estimate'
        ? [outcome.value, outcome.lower ?? outcome.value, outcome.upper ?? outcome.value]
        : [],
    ),
  );
  const aims = targetsOf(input);
  const scale = niceScale([...values, ...aims.map(({ value }) => value)], 5, false);
  const ends = endings(input);
  const left =
    10 +
    Math.max(0, ...scale.ticks.map((tick) => textWidth(axisTick(input.values, scale)(tick), 11)));
  const wanted = Math.max(
    0,
    ...ends.flatMap((end) =>
      [wholeOf(end), end.when].map((text) => textWidth(text, fontSize, true)),
    ),
    ...aims.map(({ text }) => textWidth(text, fontSize)),
  );
  const labelWidth = Math.min(wanted, Math.max(96, frame.width * 0.3));
  const count = Math.max(1, input.periods.length);
  // Labels stand after the last point: of few periods, half a one more is theirs.
  const plotWidth = Math.max(
    60,
    Math.min(
      frame.width - left - 4,
      (frame.width - left - labelWidth - 16) / (1 - 1 / (2 * count)),
    ),
  );
  const band = plotWidth / count;
  const x = (period: number) => left + (period + 0.5) * band;
  const notes = layLabels(
    notesOf(input).map(({ period, text }) => ({ x: x(period), text })),
    left,
    frame.width,
  );
  const top = least + notes.rows * labelRow;
  const lines = [
    ...ends.map((end) => labelLines(end, labelWidth)),
    ...aims.map(({ text }) => [fitText(text, labelWidth, fontSize)]),
  ];
  const sizes = lines.map((label) => label.length * lineHeight + 3);
  const stacked = sizes.reduce((sum, size) => sum + size, 0);
  const height = filled(
    Math.max(
      Math.min(340, Math.max(260, frame.width * 0.54)) + notes.rows * labelRow,
      stacked + top + axisHeight,
    ),
    frame,
  );
  const bottom = height - axisHeight;
  const y = (value: number) =>
    bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  const wishes = [...ends, ...aims].map(({ value }) => (value === null ? bottom - 8 : y(value)));
  // Words that stood on the lowest line would be struck through by it.
  const centres = spread(wishes, sizes, 2 + notes.rows * labelRow, bottom - 1);
  const labelX = left + plotWidth - band / 2 + 14;
  return {
    left,
    top,
    bottom,
    height: Math.round(height),
    plotWidth,
    band,
    scale,
    x,
    y,
    labels: ends.map((end, i) => ({
      series: end.series,
      x: labelX,
      end: x(end.period),
      wish: wishes[i] ?? 0,
      centre: centres[i] ?? 0,
      lines: lines[i] ?? [],
      tone: end.tone,
    })),
    notes,
    targets: aims.map((aim, i) => ({
      ...aim,
      x: labelX,
      centre: centres[ends.length + i] ?? 0,
      lines: lines[ends.length + i] ?? [],
    })),
  };
}
