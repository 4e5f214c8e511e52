import { describe, expect, it } from 'vitest';
import { absencesNow, absencesOf, hatchOf } from './absence.ts';
import type { ChartInput } from './chart-input.ts';
import { describeChart } from './describe.ts';
import { example, exampleClasses, examplePairs } from './example.ts';
import { exampleCounts } from './example-within.ts';
import { withhold } from './example-withheld.ts';
import { hatchElements } from './hatch.ts';
import { locales } from '#lib/i18n/locale.ts';
import { chartOf, type ChartType } from './registry.ts';
import { plainTable } from './saving/written-table.ts';
import { layStacked } from './types/stacked-layout.ts';
import { wordsOverTime } from './words-over-time.ts';

const frame = { width: 640, theme: 'light', most: 16, active: null } as const;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const spotsOf = (type: ChartType, input: ChartInput) => chartOf({ type, input }).spots(frame);

it('says that a number is withheld and why, and not on how many it rests', () => {
  const hidden = withhold(example, { 0: [7] });
  const known = { kind: 'absent', reason: 'withheld', n: 1937 } as const;
  const input = {
    ...hidden,
    series: hidden.series.map((one) => ({
      ...one,
      points: one.points.map((point) =>
        hatchOf(point.outcome) === 'withheld' ? { ...point, outcome: known } : point,
      ),
    })),
  };
  const words = wordsOverTime('trend', 'keys');
  expect(words.phrases(input, { series: 0, period: 7 }).map(plain)).toEqual([
    'скрыто',
    'чтобы никого нельзя было узнать',
    'год назад 40,0 %',
  ]);
  expect(JSON.stringify(words.table(input))).not.toMatch(/1\s?937/);
  expect(plain(describeChart(input, 'bars'))).toContain('Блок I скрыто, Блок II 40,0 %');
  expect(describeChart({ ...input, locale: locales.en }, 'bars')).toContain('Блок I withheld');
});

it('says of a number that what it is compared with is withheld', () => {
  const input = withhold(examplePairs, {}, [0]);
  const [first] = plainTable(chartOf({ type: 'cohort', input }).table()).rows;
  expect(first).toContain('— скрыто');
  expect(absencesNow(input)).toMatchObject({ withheld: false, before: true });
  const signs = (type: ChartType) => chartOf({ type, input }).signs();
  for (const type of ['slope', 'dumbbell', 'cohort', 'bars'] as const) {
    expect(signs(type)).toContain('withheldBefore');
    expect(signs(type)).not.toContain('withheld');
  }
  expect(signs('slope')).not.toContain('notCompared');
});

it('tells crossing strokes from strokes one way', () => {
  const box = { x: 0, y: 0, width: 40, height: 14 };
  const pathOf = (hatch: 'few' | 'withheld') =>
    JSON.stringify(hatchElements(box, '#000', 5, hatch));
  expect(pathOf('few')).not.toBe(pathOf('withheld'));
  const both = withhold(example, { 0: [2] });
  expect(absencesOf(both)).toEqual({ few: true, withheld: true, missing: true, before: false });
  expect(chartOf({ type: 'matrix', input: both }).signs()).toEqual([
    'dot',
    'hatch',
    'withheld',
    'empty',
  ]);
});

it('puts withheld bars after the others in the order of the catalogue', () => {
  const orderOf = (input: ChartInput) => spotsOf('bars', input).map(([spot]) => spot?.series);
  expect(orderOf(withhold(exampleClasses, { 13: [0], 2: [0], 9: [0] })).slice(-4)).toEqual([
    2, 9, 13, 15,
  ]);
});

describe('layers', () => {
  const input = withhold(exampleCounts, { 0: [5], 2: [5, 7] });

  it('have no whole and no shares where a part is withheld', () => {
    const [plot] = layStacked(input, frame).plots;
    expect(plot?.layers.map(({ spans }) => spans[5])).toEqual([null, [0, 380], null]);
    expect(plot?.labels.map(({ text }) => plain(text))).toEqual([
      'Блок I · 505',
      'Блок II · 395',
      'Блок III · скрыто',
    ]);
    const [shares] = layStacked({ ...input, stacking: 'shares' }, frame).plots;
    expect(shares?.layers.map(({ spans }) => spans[7])).toEqual([null, null, null]);
    const phrases = spotsOf('stacked', input).flatMap((row) => row[7]?.phrases() ?? []);
    expect(phrases.join(' ')).not.toContain('целого');
  });

  it('withhold what they hold together of parts one of which is withheld', () => {
    const many = {
      ...exampleCounts,
      series: Array.from({ length: 10 }, (_, i) => ({
        ...(exampleCounts.series[i % 3] ?? ({} as ChartInput['series'][number])),
        id: String(i),
      })),
    };
    const rest = layStacked(withhold(many, { 8: [0] }), frame).plots[0]?.layers.at(-1);
    expect(rest?.label).toMatch(/^прочие/);
    expect(rest?.values[0]).toBeNull();
    expect(rest?.spans[0]).toBeNull();
    expect(rest?.values[6]).not.toBeNull();
  });
});

it('leaves withheld groups out of a funnel and names them', () => {
  const input = withhold(exampleClasses, { 10: [0], 3: [0] });
  const chart = chartOf({ type: 'funnel', input });
  expect(chart.describe()).toContain('Скрыто, чтобы никого нельзя было узнать: 6 «А» и 8 «Б».');
  expect(chart.spots(frame).flat()).toHaveLength(13);
});
