import { locales } from '#lib/i18n/locale.ts';
import type { Outcome } from '#lib/model/result.ts';
import type { ChartInput, ChartPoint, ChartSeries } from './chart-input.ts';
import type { Tone } from './palette.ts';

const { format } = locales.ru;

/** Two school years of four terms. */
export const periods = [2024, 2025].flatMap((year) =>
  [1, 2, 3, 4].map((term) => ({
    time: year * 4 + term,
    label: format.roman(term),
    group: format.schoolYear(year),
    name: `${format.roman(term)} четверть ${format.schoolYear(year)}`,
  })),
);

/** A share in per cent of 200 as an outcome; null is nothing there, «few» is withheld. */
function outcome(value: number | 'few' | null): Outcome {
  if (value === null) return { kind: 'absent', reason: 'no-records', n: 0 };
  if (value === 'few') return { kind: 'absent', reason: 'too-few', n: 4 };
  const share = value / 100;
  return {
    kind: 'estimate',
    value: share,
    x: value * 2,
    n: 200,
    lower: Math.max(0, share - 0.05),
    upper: share + 0.05,
  };
}

/** A series with one value a term, the year before and the change worked out of them. */
export function exampleSeries(
  id: string,
  label: string,
  group: string,
  tone: Tone,
  values: readonly (number | 'few' | null)[],
): ChartSeries {
  const points = values.map((value, i): ChartPoint => {
    const now = outcome(value);
    const before = i >= 4 ? outcome(values[i - 4] ?? null) : null;
    const both = now.kind === 'estimate' && before?.kind === 'estimate';
    const change = both ? now.value - before.value : null;
    return {
      time: periods[i]?.time ?? 0,
      outcome: now,
      before,
      change:
        change === null ? null : { value: change, lower: change - 0.07, upper: change + 0.07 },
      stands: change !== null && change > 0.07,
    };
  });
  return { id, label, group, tone, points };
}

/** Three blocks that hold a gap, a withheld number, a true zero and a change that stands. */
export const example: ChartInput = {
  name: 'Охват',
  series: [
    exampleSeries(
      'b1',
      'Блок I',
      'I',
      { hue: 'block-1', step: 0 },
      [40, 42, 44, 40, 41, 43, 45, 41],
    ),
    exampleSeries('b2', 'Блок II', 'II', { hue: 'block-2', step: 0 }, [
      27,
      30,
      null,
      31,
      34,
      38,
      40,
      40,
    ]),
    exampleSeries('b3', 'Блок III', 'III', { hue: 'block-3', step: 0 }, [
      9,
      'few',
      3,
      0,
      8,
      10,
      'few',
      0,
    ]),
  ],
  periods,
  values: {
    unit: '%',
    text: (value) => format.percent(value),
    bare: (value) => format.number(value * 100, 1),
    tick: (value) => format.number(value * 100, 1, false),
    change: (value) => `${format.signed(value * 100, 1)} п. п.`,
  },
  locale: locales.ru,
  compareYears: true,
};
