import { hatchOf } from '#lib/charts/absence.ts';
import {
  lastPoint,
  outcomesOf,
  type ChartInput,
  type ChartPoint,
  type ValueFormat,
} from '#lib/charts/chart-input.ts';
import { comparedKind } from '#lib/charts/describe.ts';
import { inUnit } from '#lib/charts/outcome-words.ts';
import { paint, type Tone } from '#lib/charts/palette.ts';
import { isDividedTwice, panelsOf } from '#lib/charts/panels.ts';
import type { ChartType } from '#lib/charts/registry.ts';
import { seriesNames } from '#lib/charts/series-names.ts';
import { hatchAt, layersOf } from '#lib/charts/types/stacked-layers.ts';
import type { Outcome } from '#lib/model/result.ts';
import type { NativeChart, NativeSeries } from '#lib/snapshot/document.ts';

/** How many lines an office chart holds before it cannot be read. */
const mostLines = 10;

/** With how many decimals the values of a measure are written without their unit. */
export function decimalsOf(values: ValueFormat): number {
  return /[.,](\d+)$/.exec(values.bare(1 / 7))?.[1]?.length ?? 0;
}

function numberOf(input: ChartInput, outcome: Outcome | null | undefined): number | null {
  if (outcome?.kind !== 'estimate') return null;
  return rounded(input, inUnit(input, outcome.value));
}

/** Values in the unit of a chart with the ends of their intervals, as far as any has one. */
function valuesOf(
  input: ChartInput,
  outcomes: readonly (Outcome | null | undefined)[],
): Pick<NativeSeries, 'values' | 'ends'> {
  const ends = outcomes.map((outcome) => {
    if (outcome?.kind !== 'estimate' || outcome.lower === null || outcome.upper === null) {
      return null;
    }
    const [low, high] = [inUnit(input, outcome.lower), inUnit(input, outcome.upper)];
    return [rounded(input, low), rounded(input, high)] as const;
  });
  return {
    values: outcomes.map((outcome) => numberOf(input, outcome)),
    ...(ends.some((one) => one !== null) ? { ends } : {}),
  };
}

function rounded({ values }: ChartInput, value: number): number {
  return Number(value.toFixed(decimalsOf(values)));
}

function lookOf(tone: Tone): Pick<NativeSeries, 'colour' | 'dash'> {
  const { mark, dash } = paint(tone, 'light');
  const [first = 0] = dash;
  return { colour: mark, dash: first === 0 ? 'solid' : first > 2 ? 'dash' : 'dot' };
}

function periodNames({ periods }: ChartInput): string[] {
  return periods.map(({ label, group }) => [label, group].filter(Boolean).join(' '));
}

/** Tones that tell series apart in one picture also where each panel has them anew. */
function tonesOf(input: ChartInput): Tone[] {
  const tones = input.series.map(({ tone }) => tone);
  if (!isDividedTwice(input)) return tones;
  for (const { tone, series } of panelsOf(input)) {
    series.forEach((index, place) => {
      const step = ([0, 1, 2, 3] as const)[(tone.step + place) % 4] ?? 0;
      tones[index] = { hue: tone.hue, step };
    });
  }
  return tones;
}

function lines(input: ChartInput) {
  if (input.series.length > mostLines) return null;
  const tones = tonesOf(input);
  const names = isDividedTwice(input) ? input.series.map(({ label }) => label) : seriesNames(input);
  return {
    kind: 'line' as const,
    categories: periodNames(input),
    series: input.series.map((one, index) => ({
      name: names[index] ?? one.label,
      ...valuesOf(input, outcomesOf(input, one)),
      ...lookOf(tones[index] ?? one.tone),
    })),
  };
}

/** Bars of each member of the first dimension, one for each of the second. */
function groupedBars(input: ChartInput) {
  const panels = panelsOf(input);
  const parts = new Map<string, Tone>();
  for (const { tone, within } of input.series) if (within) parts.set(within.own, tone);
  const at = (panel: readonly number[], own: string) => {
    const found = panel.find((index) => input.series[index]?.within?.own === own);
    return found === undefined ? null : lastPoint(input, found)?.outcome;
  };
  return {
    kind: 'bar' as const,
    categories: panels.map(({ label }) => label),
    series: [...parts].map(([own, tone]) => ({
      name: own,
      ...valuesOf(
        input,
        panels.map(({ series }) => at(series, own)),
      ),
      ...lookOf(tone),
    })),
  };
}

/** Bars of the last time, and of the time with which it is compared where anything is known of that. */
function bars(input: ChartInput, order: readonly number[], withBefore: boolean) {
  const points = order.map((index) => lastPoint(input, index));
  const names = seriesNames(input);
  const timeSeries = (
    name: string,
    hue: 'side-a' | 'side-b',
    of: (point: ChartPoint) => Outcome | null,
  ) => ({
    name,
    ...valuesOf(
      input,
      points.map((point) => point && of(point)),
    ),
    ...lookOf({ hue, step: 0 }),
    dash: 'solid' as const,
  });
  const now = timeSeries(input.periods.at(-1)?.name ?? '', 'side-b', ({ outcome }) => outcome);
  const { t } = input.locale;
  const then = input.compared?.period?.name ?? t.charts.columns.before[comparedKind(input)];
  const before = timeSeries(then, 'side-a', (point) => point.before);
  const isCompared = withBefore && before.values.some((value) => value !== null);
  return {
    kind: 'bar' as const,
    categories: order.map((index) => names[index] ?? ''),
    series: isCompared ? [before, now] : [now],
  };
}

function stack(input: ChartInput) {
  if (isDividedTwice(input)) return null;
  const layers = layersOf(
    input,
    input.series.map((_, index) => index),
    0,
  );
  const { notWhole } = input.locale.t.charts;
  const isShare = input.stacking === 'shares';
  return {
    kind: 'stacked' as const,
    categories: periodNames(input).map((name, period) =>
      hatchAt(layers, period) ? `${name} (${notWhole})` : name,
    ),
    series: layers.map(({ label, tone, values, spans }) => ({
      name: label,
      values: values.map((value, period) => {
        const span = spans[period];
        if (value === null || !span) return null;
        if (isShare) return Number(((span[1] - span[0]) * 100).toFixed(1));
        return rounded(input, inUnit(input, value));
      }),
      ...lookOf(tone),
      dash: 'solid' as const,
    })),
    ...(isShare ? { unit: '%', decimals: 1 } : {}),
  };
}

/**
 * A picture as an office program draws it: lines over time, bars of the last time beside those of the time it is compared
 * with, or stacks. Null where a table says it better.
 * @param order The series in the order in which the picture has them.
 */
export function toNative(
  type: ChartType,
  input: ChartInput,
  order: readonly number[],
): NativeChart | null {
  const drawn = draw(type, input, order);
  const isEmpty = drawn?.series.every(({ values }) => values.every((value) => value === null));
  if (!drawn || isEmpty) return null;
  return { unit: input.values.unit, decimals: decimalsOf(input.values), ...drawn };
}

function draw(type: ChartType, input: ChartInput, order: readonly number[]) {
  switch (type) {
    case 'trend':
    case 'multiples':
      return lines(input);
    case 'bars':
      return isDividedTwice(input) ? groupedBars(input) : bars(input, order, true);
    case 'slope':
    case 'dumbbell':
    case 'cohort':
      return bars(input, order, true);
    case 'funnel':
      return bars(
        input,
        input.series.flatMap((_, index) => (isShown(input, index) ? [index] : [])),
        false,
      );
    case 'stacked':
      return stack(input);
    case 'matrix':
      return null;
  }
}

/** A group has a place among the bars where it has a number, or where the number is not shown. */
function isShown(input: ChartInput, index: number): boolean {
  const outcome = lastPoint(input, index)?.outcome ?? null;
  return outcome?.kind === 'estimate' || hatchOf(outcome) !== null;
}
