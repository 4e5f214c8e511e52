import type { Outcome } from '#lib/model/result.ts';
import type { ChartInput, ChartSeries } from './chart-input.ts';
import { example, exampleSeries } from './example.ts';

const { format } = example.locale;

const sexes = [
  ['девочки', 0],
  ['мальчики', 1],
] as const;

/** Two blocks by sex: lines that cross, a withheld number, a gap and a zero. */
export const exampleWithin: ChartInput = {
  ...example,
  series: (
    [
      [
        'Блок I',
        'block-1',
        [
          [44, 45, 47, 44, 46, 49, 52, 47],
          [36, 39, 41, 36, 36, 37, 38, 35],
        ],
      ],
      [
        'Блок III',
        'block-3',
        [
          [9, 12, null, 8, 10, 13, 15, 'few'],
          [4, 'few', 3, 0, 5, 6, 2, 0],
        ],
      ],
    ] as const
  ).flatMap(([label, hue, both]) =>
    sexes.map(([own, at]) => {
      const tone = { hue: 'neutral', step: at } as const;
      const series = exampleSeries(`${label} ${own}`, `${label} · ${own}`, label, tone, both[at]);
      return { ...series, within: { id: label, label, tone: { hue, step: 0 }, own } };
    }),
  ),
};

/** A count without interval; null where nothing is recorded at that time. */
function countOf(value: number | null): Outcome {
  if (value === null) return { kind: 'absent', reason: 'no-records', n: null };
  return { kind: 'estimate', value, x: value, n: null, lower: null, upper: null };
}

function countSeries(series: ChartSeries, counts: readonly (number | null)[]): ChartSeries {
  const points = series.points.map((point, i) => ({
    ...point,
    outcome: countOf(counts[i] ?? null),
    before: null,
    change: null,
    stands: false,
    q: null,
    detectable: null,
  }));
  return { ...series, points };
}

const countValues: ChartInput['values'] = {
  unit: 'участия',
  text: (value) => `${format.number(value)} участий`,
  bare: (value) => format.number(value),
  tick: (value) => format.number(value),
  change: (value) => format.signed(value),
};

const blockCounts = [
  [410, 430, 465, null, 450, 470, 520, 505],
  [260, 300, 310, null, 330, 380, 400, 395],
  [60, 0, 45, null, 70, 88, 90, 0],
];

/** Participations of three blocks: one time of which nothing is recorded, and two true zeros. */
export const exampleCounts: ChartInput = {
  ...example,
  name: 'Участия',
  values: countValues,
  series: example.series.map((series, i) => countSeries(series, blockCounts[i] ?? [])),
};

/** Participations of two blocks by nine grades, of which the smallest stand together. */
export const exampleCountsWithin: ChartInput = {
  ...exampleCounts,
  series: example.series.slice(0, 2).flatMap((block, i) =>
    Array.from({ length: 9 }, (_, grade) => {
      const own = `${grade + 1} класс`;
      const counts = block.points.map((__, time) => 12 + ((grade * 7 + time * 5 + i * 11) % 40));
      return {
        ...countSeries(block, counts),
        id: `${block.id} ${own}`,
        label: `${block.label} · ${own}`,
        tone: { hue: 'neutral' as const, step: ([0, 1, 2, 3] as const)[grade % 4] ?? 0 },
        within: { id: block.id, label: block.label, tone: block.tone, own },
      };
    }),
  ),
};
