import { locales } from '#lib/i18n/locale.ts';
import type { Outcome } from '#lib/model/result.ts';
import type { ChartAnnotation, ChartInput, ChartPoint, ChartSeries } from './chart-input.ts';
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
      stands: change !== null && Math.abs(change) > 0.07,
      q: change === null ? null : Math.abs(change) > 0.07 ? 0.032 : 0.41,
      detectable: change === null ? null : 0.096,
      matched: false,
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
  compared: { kind: 'year-ago', period: periods[3] ?? null },
  values: {
    unit: '%',
    scale: 100,
    text: (value) => format.percent(value),
    bare: (value) => format.number(value * 100, 1),
    tick: (value) => format.number(value * 100, 1, false),
    change: (value) => `${format.signed(value * 100, 1)} п. п.`,
  },
  locale: locales.ru,
  compareYears: true,
};

/** A share of `n` with the interval that normal approximation gives; enough for a picture. */
function shareOf(x: number, n: number): Outcome {
  const value = x / n;
  const reach = 1.96 * Math.sqrt((value * (1 - value)) / n);
  const [lower, upper] = [Math.max(0, value - reach), Math.min(1, value + reach)];
  return { kind: 'estimate', value, x, n, lower, upper };
}

function onlyPoint(id: string, label: string, tone: Tone, point: Partial<ChartPoint>): ChartSeries {
  const whole: ChartPoint = {
    time: periods[7]?.time ?? 0,
    outcome: { kind: 'absent', reason: 'too-few', n: 6 },
    before: null,
    change: null,
    stands: false,
    q: null,
    detectable: null,
    matched: false,
    ...point,
  };
  return { id, label, group: null, tone, points: [whole] };
}

const classCounts: readonly [string, number, number][] = [
  ['5 «А»', 13, 28],
  ['5 «Б»', 12, 27],
  ['5 «В»', 9, 26],
  ['6 «А»', 11, 29],
  ['6 «Б»', 15, 30],
  ['6 «В»', 10, 25],
  ['7 «А»', 8, 24],
  ['7 «Б»', 12, 31],
  ['7 «В»', 10, 27],
  ['8 «А»', 9, 22],
  ['8 «Б»', 1, 24],
  ['9 «А»', 14, 26],
  ['9 «Б»', 17, 25],
  ['10 «А»', 21, 24],
  ['11 «А»', 7, 18],
];

/** Fifteen classes of which two lie outside the funnel, and one that is too small for a number. */
export const exampleClasses: ChartInput = {
  ...example,
  series: [
    ...classCounts.map(([label, x, n]) =>
      onlyPoint(label, label, { hue: 'neutral', step: 0 }, { outcome: shareOf(x, n) }),
    ),
    onlyPoint('11 «Б»', '11 «Б»', { hue: 'neutral', step: 0 }, {}),
  ],
};

const directionPairs: readonly [string, Tone, number, number][] = [
  ['естественнонаучное', { hue: 'block-1', step: 0 }, 34, 38],
  ['художественно-литературное', { hue: 'block-1', step: 1 }, 42, 41],
  ['информационно-педагогическое', { hue: 'block-1', step: 2 }, 21, 23],
  ['эстетическое', { hue: 'block-2', step: 0 }, 25, 24],
  ['духовно-нравственное', { hue: 'block-2', step: 1 }, 22, 33],
  ['художественно-творческое', { hue: 'block-2', step: 2 }, 43, 55],
  ['культурно-просветительское', { hue: 'block-2', step: 3 }, 30, 31],
  ['методическое', { hue: 'block-3', step: 1 }, 23, 12],
  ['практическое', { hue: 'block-3', step: 2 }, 18, 20],
];

/** Directions before and after for the same 168 pupils; some changes stand, and one direction is withheld. */
export const examplePairs: ChartInput = {
  ...example,
  series: [
    ...directionPairs.map(([label, tone, before, after]) => {
      const value = (after - before) / 100;
      const stands = Math.abs(value) > 0.1;
      return onlyPoint(label, label, tone, {
        before: shareOf(Math.round(before * 1.68), 168),
        outcome: shareOf(Math.round(after * 1.68), 168),
        change: { value, lower: value - 0.058, upper: value + 0.061 },
        stands,
        q: stands ? 0.0042 : 0.31,
        detectable: 0.062,
        matched: true,
      });
    }),
    onlyPoint('информационное', 'информационное', { hue: 'block-3', step: 0 }, {}),
  ],
};

/** What a person pinned to the picture: two neighbouring terms, and a value to reach. */
export const exampleAnnotations: readonly ChartAnnotation[] = [
  { kind: 'note', time: periods[1]?.time ?? 0, text: 'подписан договор с университетом' },
  { kind: 'note', time: periods[2]?.time ?? 0, text: 'новое расписание' },
  { kind: 'target', value: 0.6, text: '' },
];
