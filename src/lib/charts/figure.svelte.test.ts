import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import type { Mark } from './chart-input.ts';
import type { CalendarMark } from './calendar-input.ts';
import { exampleCharts } from './example-charts.ts';
import { exampleWithin } from './example-within.ts';
import { example, exampleClasses } from './example.ts';
import Figure from './Figure.svelte';
import { exampleContribution, exampleIndex } from './example-parts.ts';
import type { ContributionMark } from './contribution-input.ts';
import type { FlowMark } from './flow-input.ts';
import type { NetworkMark } from './network-input.ts';
import { chartForms, type Shown } from './registry.ts';

test('a trend is walked by the keyboard, read aloud and selected', async () => {
  const marks: Mark[] = [];
  await render(Figure, {
    input: example,
    type: 'trend',
    onselect: (mark: Mark) => marks.push(mark),
  });
  const picture = page.getByRole('application');
  await expect.element(picture).toBeInTheDocument();
  await userEvent.tab();
  await expect.element(picture).toHaveFocus();
  await expect
    .element(picture)
    .toHaveAccessibleName(/^Линии по времени: Охват, 3 ряда, 8 периодов/);
  const spoken = page.getByRole('status');
  await expect.element(spoken).toHaveTextContent(/^IV четверть 2025\/26, Блок I: 41,0 %/);
  await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
  await expect
    .element(spoken)
    .toHaveTextContent(
      /^III четверть 2025\/26, Блок II: 45|^III четверть 2025\/26, Блок II: 40,0 %/,
    );
  await userEvent.keyboard('{ArrowDown}');
  await expect
    .element(spoken)
    .toHaveTextContent('III четверть 2025/26, Блок III: мало данных, n = 4');
  await userEvent.keyboard('{Enter}');
  expect(marks).toEqual([{ series: 2, period: 6 }]);
});

test('the picture is drawn as SVG and drawn again in the colours of the other theme', async () => {
  await render(Figure, { input: example, type: 'trend' });
  const mark = (colour: string) => document.querySelector(`svg path[stroke="${colour}"]`);
  await expect.poll(() => mark('#004c48'), { timeout: 10_000 }).not.toBeNull();
  document.documentElement.dataset['theme'] = 'dark';
  await expect.poll(() => mark('#62cabc')).not.toBeNull();
  expect(mark('#004c48')).toBeNull();
  document.documentElement.removeAttribute('data-theme');
});

test('the pointer finds the nearest mark and a click selects it', async () => {
  const marks: Mark[] = [];
  await render(Figure, {
    input: example,
    type: 'matrix',
    onselect: (mark: Mark) => marks.push(mark),
  });
  const picture = page.getByRole('application');
  await expect.element(picture).toBeInTheDocument();
  const width = picture.element().clientWidth;
  const frame = { width, theme: 'light', most: 16, active: null } as const;
  const box = chartForms.matrix.places(example, frame)[1]?.[4]?.box;
  if (!box) throw new Error('the matrix has no such cell');
  await picture.click({ position: { x: box.x + box.width / 2, y: box.y + box.height / 2 } });
  expect(marks).toEqual([{ series: 1, period: 4 }]);
});

test('the table behind holds every number with its interval and n', async () => {
  await render(Figure, { input: example, type: 'trend' });
  await page.getByRole('button', { name: 'Таблица' }).click();
  const rows = page.getByRole('row').elements();
  expect(rows).toHaveLength(1 + 3 * 8);
  const cells = [...(rows[1 + 8 + 7]?.children ?? [])].map((cell) =>
    cell.textContent.trim().replaceAll('\u00a0', ' '),
  );
  expect(cells).toEqual([
    'Блок II',
    'IV четверть 2025/26',
    '40,0',
    '[35,0; 45,0]',
    '80 из 200',
    '31,0',
    '62 из 200',
    '+9,0 п. п. [2,0; 16,0]',
    'q = 0,03',
  ]);
  await expect.element(page.getByRole('columnheader', { name: 'Значение, %' })).toBeVisible();
  await page.getByRole('button', { name: 'График' }).click();
  await expect.element(page.getByRole('application')).toBeVisible();
});

test('a row of the table behind chooses the mark that it speaks of', async () => {
  const marks: Mark[] = [];
  await render(Figure, {
    input: example,
    type: 'trend',
    view: 'table',
    onselect: (mark: Mark) => marks.push(mark),
  });
  await page.getByTitle('Блок II, IV четверть 2025/26').click();
  expect(marks).toEqual([{ series: 1, period: 7 }]);
});

test('many bars are capped until the rest is asked for', async () => {
  const series = Array.from({ length: 40 }, (_, i) => ({
    ...example.series[0],
    id: `s${i}`,
    label: `Класс ${i}`,
  }));
  await render(Figure, {
    input: { ...example, series: series as typeof example.series },
    type: 'bars',
  });
  await expect.element(page.getByRole('application')).toBeInTheDocument();
  const before = page.getByRole('application').element().clientHeight;
  await page.getByRole('button', { name: 'Показать ещё 24' }).click();
  await expect
    .poll(() => page.getByRole('application').element().clientHeight)
    .toBeGreaterThan(before * 2);
});

const everyKind: Shown[] = [
  ...Object.values(exampleCharts),
  { type: 'funnel', input: { ...exampleClasses, series: exampleClasses.series.slice(0, 1) } },
  { type: 'bars', input: exampleWithin },
];

test('bands are walked from block to block and read aloud as pupils', async () => {
  const marks: FlowMark[] = [];
  await render(Figure, {
    ...exampleCharts.flows,
    onselect: (mark: FlowMark) => marks.push(mark),
  });
  await expect.element(page.getByRole('application')).toBeInTheDocument();
  await userEvent.tab();
  const spoken = page.getByRole('status');
  await userEvent.keyboard('{Home}');
  await expect.element(spoken).toHaveTextContent(/^Блок I → Блок I: 120 учеников, 66,7 %/);
  await userEvent.keyboard('{ArrowDown}{End}{Enter}');
  await expect.element(spoken).toHaveTextContent(/^Блок II → Блок II: 98 учеников/);
  expect(marks).toEqual([{ series: 4 }]);
  await userEvent.keyboard('{PageDown}{End}');
  await expect.element(spoken).toHaveTextContent('без блока → без блока: мало данных');
});

test('a partner is read with its links, and each link on its own', async () => {
  const marks: NetworkMark[] = [];
  await render(Figure, {
    ...exampleCharts.network,
    onselect: (mark: NetworkMark) => marks.push(mark),
  });
  await expect.element(page.getByRole('application')).toBeInTheDocument();
  await userEvent.tab();
  const spoken = page.getByRole('status');
  await userEvent.keyboard('{PageUp}{Home}');
  await expect.element(spoken).toHaveTextContent(/^Технический университет: 9 событий, 1 связь/);
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await expect
    .element(spoken)
    .toHaveTextContent('Технический университет · естественнонаучное: 9 событий');
  expect(marks[0]).toMatchObject({ partner: 1, other: 1 });
});

test('a group of pupils is read in five numbers, then stack by stack, without a name', async () => {
  await render(Figure, exampleCharts.distribution);
  await expect.element(page.getByRole('application')).toBeInTheDocument();
  await userEvent.tab();
  const spoken = page.getByRole('status');
  await userEvent.keyboard('{Home}');
  await expect
    .element(spoken)
    .toHaveTextContent(/^Блок I: медиана 2,0 участия, квартили 1,0 и 3,0/);
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(spoken).toHaveTextContent('Блок I: 1,0 участия, здесь 31 ученик');
  await userEvent.keyboard('{PageDown}{Home}');
  await expect.element(spoken).toHaveTextContent(/^Блок III: 7 учеников: для ящика мало/);
});

test('days are walked along weeks, and a day is chosen with Enter', async () => {
  const marks: CalendarMark[] = [];
  await render(Figure, {
    ...exampleCharts.calendar,
    onselect: (mark: CalendarMark) => marks.push(mark),
  });
  await expect.element(page.getByRole('application')).toBeInTheDocument();
  await userEvent.tab();
  await userEvent.keyboard('{PageUp}{Home}{Enter}');
  expect(marks).toEqual([{ series: 0, date: '2025-09-01' }]);
  await expect.element(page.getByRole('status')).toHaveTextContent(/^01.09.2025, пн: /);
});

test('a split change is walked step by step, and its small groups come when they are asked for', async () => {
  const marks: ContributionMark[] = [];
  await render(Figure, {
    type: 'waterfall',
    input: exampleContribution,
    onselect: (mark: ContributionMark) => marks.push(mark),
  });
  await expect.element(page.getByRole('application')).toBeInTheDocument();
  await userEvent.tab();
  const spoken = page.getByRole('status');
  await expect.element(spoken).toHaveTextContent('IV четверть 2024/25: 64,3 %');
  await userEvent.keyboard('{PageDown}{ArrowUp}{Enter}');
  await expect.element(spoken).toHaveTextContent(/^Изменились размеры групп: \+0,8 п. п./);
  expect(marks[0]?.kind).toBe('mix');
  const before = page.getByRole('application').element().clientHeight;
  await page.getByRole('button', { name: 'Показать ещё 3' }).click();
  await expect
    .poll(() => page.getByRole('application').element().clientHeight)
    .toBeGreaterThan(before);
});

test('an index is walked part by part and ends at its total', async () => {
  await render(Figure, { type: 'parts', input: exampleIndex });
  await expect.element(page.getByRole('application')).toBeInTheDocument();
  await userEvent.tab();
  const spoken = page.getByRole('status');
  await expect.element(spoken).toHaveTextContent(/^Индекс · IV четверть 2023\/24: 47/);
  await userEvent.keyboard('{Home}{ArrowDown}');
  await expect.element(spoken).toHaveTextContent(/^Охват · IV четверть 2024\/25: вклад 14,7/);
});

test.each(['light', 'dark'])('axe finds nothing in any kind of chart (%s)', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  for (const kind of everyKind) {
    for (const view of ['picture', 'table'] as const) {
      const { unmount } = await render(Figure, { ...kind, view });
      const shown = page.getByRole(view === 'picture' ? 'application' : 'table');
      await expect.element(shown).toBeInTheDocument();
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${kind.type} ${id}: ${nodes[0]?.html}`)).toEqual(
        [],
      );
      await unmount();
    }
  }
  document.documentElement.removeAttribute('data-theme');
});
