import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '../../app.css';
import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import type { Mark } from '#lib/charts/chart-input.ts';
import { indexOutcome } from '#lib/measures/index-value.ts';
import type { Outcome } from '#lib/model/result.ts';
import IndexPartsTrial from './IndexPartsTrial.svelte';

const goalpost = { low: 0, high: 1, weight: 1 };
const names = ['M01', 'M14', 'M08'];

function cell(time: number, grade: string, values: readonly (number | null)[], roll = 60) {
  const parts = values.map((value, place) => {
    const outcome: Outcome =
      value === null
        ? { kind: 'absent', reason: 'no-pairs', n: 0 }
        : { kind: 'estimate', value, x: 10, n: 60, lower: value, upper: value };
    return { name: names[place] ?? '', goalpost, outcome };
  });
  const outcome = indexOutcome({ parts, aggregation: 'arithmetic', roll });
  const told = { before: null, change: null, line: null };
  return { time, members: [grade], outcome, parts, roll, ...told } satisfies AnsweredCell;
}

const cells = [
  cell(10, '5', [0.3, 0.3, 0.5]),
  cell(10, '6', [0.3, 0.6, null]),
  cell(11, '5', [0.4, 0.4, 0.7]),
  cell(11, '6', [0.4, 0.9, 0.5]),
  cell(11, '7', [0.4, 0.9, 0.5], 9),
];

const result: Result = {
  question: {
    measure: 'M42',
    by: ['grade'],
    grain: 'term',
    times: 'all',
    selection: [],
    compare: 'year-ago',
  },
  cells,
  members: [['5', '6', '7'].map((key) => ({ key, name: null }))],
  times: [10, 11],
  refusal: null,
};

const show = (mark: Mark | null) => render(IndexPartsTrial, { result, mark });
const made = () => page.getByRole('region', { name: 'Из чего сложился' });
const robust = () => page.getByRole('region', { name: 'Насколько устойчив' });

beforeEach(() => page.viewport(1200, 900));

test('an index is shown with its parts, both means and how robust it is', async () => {
  show(null);
  await expect.element(made()).toHaveTextContent('5-е классы · IV четверть 2025/26');
  await expect.element(made()).toHaveTextContent('Среднее арифметическое 50,0 по программе');
  // Scores 40, 40, 70: their product's third root.
  await expect.element(made()).toHaveTextContent('Среднее геометрическое 48,2');
  const row = (name: RegExp) => made().getByRole('row', { name });
  await expect.element(row(/^Повторное участие 33.% 70,0.% 70 23,3$/)).toBeVisible();
  await expect.element(row(/^Сумма вкладов 50,0$/)).toBeVisible();

  await expect.element(robust()).toHaveTextContent(/90 % из 2.000 вариантов весов и способов/);
  const said = robust().getByRole('term');
  await expect.element(said.first()).toHaveTextContent('Прошлый период: III четверть 2025/26');
  await expect
    .element(robust())
    .toHaveTextContent(
      'Тогда 36,7, теперь выше. Ни в одном варианте весов и методов порядок не меняется.',
    );
  await expect.element(robust()).toHaveTextContent('6-е классы, за тот же период');
  await expect.element(robust()).toHaveTextContent(/Там 60,0, здесь ниже. В \d+ % вариантов/);
  await expect.element(robust()).toHaveTextContent('мало наблюдений, в которых есть все части');
});

test('a part that is missing says why, and only alike indices are compared', async () => {
  // Grade 6 has two lines: of three parts, then of two.
  show({ series: 2, period: 0 });
  await expect.element(made()).toHaveTextContent(/6-е классы.* · III четверть 2025\/26/);
  await expect
    .element(made())
    .toHaveTextContent('неполный Нет части: Повторное участие (нет пар «до — после»).');
  await expect
    .element(made().getByRole('row', { name: /^Повторное участие 33.% — нет пар «до — после»$/ }))
    .toBeVisible();
  await expect.element(robust()).toHaveTextContent('Сравнить не с чем');
});

test('a group under ten has no index, with the reason', async () => {
  show({ series: 3, period: 1 });
  await expect.element(made()).toHaveTextContent('— мало данных');
  await expect.element(robust()).toHaveTextContent('говорить об устойчивости не о чем');
});

test('the panels have no faults of access', async () => {
  show(null);
  await expect.element(robust()).toHaveTextContent('Согласованность частей');
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
