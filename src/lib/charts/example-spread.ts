import type { DistributionGroup, DistributionInput } from './distribution-input.ts';
import { example } from './example.ts';

const { format } = example.locale;

function group(label: string, hue: 1 | 2 | 3, counts: readonly number[]): DistributionGroup {
  return {
    id: label,
    label,
    tone: { hue: `block-${hue}`, step: 0 },
    values: counts.flatMap((pupils, value) => (pupils > 0 ? [{ value, pupils }] : [])),
  };
}

/** Participations of pupils in three blocks: a long tail, a full group with zeros, and one too small for a box. */
export const exampleSpread: DistributionInput = {
  name: 'Участий на участника',
  period: 'IV четверть 2025/26',
  groups: [
    group('Блок I', 1, [0, 31, 24, 17, 9, 6, 3, 1, 0, 0, 0, 1]),
    group('Блок II', 2, [12, 40, 19, 8, 2]),
    group('Блок III', 3, [0, 4, 2, 1]),
  ],
  values: {
    unit: 'участия',
    text: (value) => `${format.number(value, 1)} участия`,
    bare: (value) => format.number(value, 1),
    tick: (value) => format.number(value),
    change: (value) => format.signed(value, 1),
  },
  locale: example.locale,
};
