import type { Outcome } from '#lib/model/result.ts';
import { example } from './example.ts';
import type { FlowInput, FlowNode } from './flow-input.ts';
import type { NetworkInput } from './network-input.ts';

const places: readonly FlowNode[] = [
  { id: 'I', label: 'Блок I', tone: { hue: 'block-1', step: 0 } },
  { id: 'II', label: 'Блок II', tone: { hue: 'block-2', step: 0 } },
  { id: '-', label: 'без блока', tone: { hue: 'neutral', step: 0 } },
];

const counts: readonly (readonly (number | 'few')[])[] = [
  [120, 64, 22],
  [41, 98, 0],
  [30, 18, 'few'],
];
const sizes = [180, 140, 60];

function outcomeOf(x: number | 'few', n: number): Outcome {
  if (x === 'few') return { kind: 'absent', reason: 'too-few', n: 6 };
  const value = x / n;
  return { kind: 'estimate', value, x, n, lower: value * 0.9, upper: Math.min(1, value * 1.1) };
}

/** Pupils of two blocks and of none: most stay, nobody leaves one way, and one number is withheld. */
export const exampleFlows: FlowInput = {
  name: 'Поток между блоками',
  before: 'III четверть 2025/26',
  after: 'IV четверть 2025/26',
  origins: places,
  destinations: places,
  links: counts.flatMap((row, origin) =>
    row.map((x, destination) => ({
      origin,
      destination,
      outcome: outcomeOf(x, sizes[origin] ?? 1),
    })),
  ),
  values: example.values,
  locale: example.locale,
};

const linkWeights: readonly (readonly [string, readonly number[]])[] = [
  ['Музей истории города', [4, 0, 2]],
  ['Технический университет', [0, 9, 0]],
  ['Детская библиотека имени А. С. Пушкина', [3, 1, 1]],
  ['Волонтёрский центр', [0, 0, 6]],
];

/** Four partners by three directions: one has all of them, two only one each. */
export const exampleLinks: NetworkInput = {
  name: 'Активные партнёры',
  weighs: 'events',
  period: 'IV четверть 2025/26',
  otherName: 'Направление',
  partners: linkWeights.map(([label]) => ({
    id: label,
    label,
    short: label,
    tone: { hue: 'neutral' as const, step: 0 as const },
  })),
  others: [
    {
      id: 'd1',
      label: 'культурно-просветительское',
      short: 'культурно-просветительское',
      tone: { hue: 'block-2', step: 3 },
    },
    {
      id: 'd2',
      label: 'естественнонаучное',
      short: 'естественнонаучное',
      tone: { hue: 'block-1', step: 0 },
    },
    {
      id: 'd3',
      label: 'духовно-нравственное',
      short: 'духовно-нравственное',
      tone: { hue: 'block-2', step: 1 },
    },
  ],
  links: linkWeights.flatMap(([, weights], partner) =>
    weights.flatMap((weight, other) => (weight > 0 ? [{ partner, other, weight }] : [])),
  ),
  values: example.values,
  locale: example.locale,
};

/** Seventy partners of one direction: more than a picture can hold. */
export const exampleManyLinks: NetworkInput = {
  ...exampleLinks,
  partners: Array.from({ length: 70 }, (_, i) => ({
    id: `p${i}`,
    label: `Партнёр ${i + 1}`,
    short: `Партнёр ${i + 1}`,
    tone: { hue: 'neutral' as const, step: 0 as const },
  })),
  links: Array.from({ length: 70 }, (_, i) => ({ partner: i, other: i % 3, weight: 1 + (i % 9) })),
};
