import type { ContributionGroup, ContributionInput } from './contribution-input.ts';
import { example } from './example.ts';
import type { IndexBar, IndexInput } from './index-input.ts';

const grades: readonly [string, number, number | null, number, number | null][] = [
  ['5-е классы', 162, 0.58, 118, 0.61],
  ['6-е классы', 171, 0.62, 140, 0.64],
  ['7-е классы', 168, 0.66, 170, 0.55],
  ['8-е классы', 160, 0.61, 165, 0.62],
  ['9-е классы', 155, 0.6, 158, 0.6],
  ['10-е классы', 140, 0.74, 196, 0.86],
  ['11-е классы', 128, 0.72, 188, 0.724],
  ['Вечерние классы', 0, null, 24, 0.4],
];

const all = grades.reduce((sum, [, n1, , n2]) => ({ n1: sum.n1 + n1, n2: sum.n2 + n2 }), {
  n1: 0,
  n2: 0,
});

/** Kitagawa's symmetric split, written out so that the example does not lean on what it is to show. */
const groups = grades.map(([label, n1, r1, n2, r2]): ContributionGroup => {
  const [w1, w2] = [n1 / all.n1, n2 / all.n2];
  const [first, second] = [r1 ?? r2 ?? 0, r2 ?? r1 ?? 0];
  return {
    id: label,
    label,
    rate: ((second - first) * (w1 + w2)) / 2,
    mix: ((w2 - w1) * (first + second)) / 2,
    n1,
    n2,
    r1,
    r2,
    absent: n1 === 0 ? 'before' : n2 === 0 ? 'after' : null,
  };
});

const totalOf = (key: 'before' | 'after') =>
  groups.reduce((sum, { n1, n2, r1, r2 }) => {
    const part = key === 'before' ? (n1 / all.n1) * (r1 ?? 0) : (n2 / all.n2) * (r2 ?? 0);
    return sum + part;
  }, 0);

/** A change of reach over eight grades: some rose, one fell, some hardly moved, and one was not there before. */
export const exampleContribution: ContributionInput = {
  name: example.name,
  before: { label: 'IV четверть 2024/25', value: totalOf('before') },
  after: { label: 'IV четверть 2025/26', value: totalOf('after') },
  groups,
  values: example.values,
  locale: example.locale,
};

const { format } = example.locale;

const indexParts: readonly [string, string, number, readonly (number | null)[]][] = [
  ['M01', 'Охват', 1, [61, 66, 68]],
  ['M06', 'Часы на участника', 1, [38, 40, 47]],
  ['M12', 'Широта', 1, [44, 45, 46]],
  ['M17', 'Баллы на участника', 1, [29, 36, 41]],
  ['M26', 'Прирост креативности', 0.5, [52, null, 55]],
  ['M28', 'Доля у базового уровня', 0.5, [70, 71, 74]],
];

function barOf(label: string, at: number): IndexBar {
  const present = indexParts.filter(([, , , scores]) => scores[at] !== null);
  const sum = present.reduce((total, [, , weight]) => total + weight, 0);
  const parts = present.map(([id, name, weight, scores]) => {
    const score = scores[at] ?? 0;
    return {
      id,
      label: name,
      weight: weight / sum,
      score,
      contribution: (weight / sum) * score,
      raw: id === 'M01' ? format.percent(score / 100) : format.number(score / 10, 1),
    };
  });
  const total = parts.reduce((value, { contribution }) => value + contribution, 0);
  return {
    label,
    total,
    low: total - 4.2,
    high: total + 3.6,
    parts,
    missing: indexParts
      .filter(([, , , scores]) => scores[at] === null)
      .map(([id, name, weight]) => ({
        id,
        label: name,
        weight: weight / 5,
        reason: 'нет пар «до — после»',
      })),
  };
}

/** Six parts of an index at three times, one of them missing once. */
export const exampleIndex: IndexInput = {
  name: 'Индекс творческого развития',
  bars: ['IV четверть 2023/24', 'IV четверть 2024/25', 'IV четверть 2025/26'].map(barOf),
  limit: 100,
  values: {
    unit: 'из 100',
    text: (value) => format.number(value, 0),
    bare: (value) => format.number(value, 1),
    tick: (value) => format.number(value, 0),
    change: (value) => format.signed(value, 1),
  },
  locale: example.locale,
};
