import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import type { Mark } from './chart-input.ts';
import { example } from './example.ts';
import Figure from './Figure.svelte';
import { chartTypes, type ChartType } from './registry.ts';

test('a trend is walked by the keyboard, read aloud and selected', async () => {
  const marks: Mark[] = [];
  await render(Figure, {
    input: example,
    type: 'trend',
    onselect: (mark: Mark) => marks.push(mark),
  });
  await userEvent.tab();
  const picture = page.getByRole('application');
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
  const width = picture.element().clientWidth;
  const frame = { width, theme: 'light', most: 16, active: null } as const;
  const box = chartTypes.matrix.places(example, frame)[1]?.[4]?.box;
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
    '+9,0 п. п. [2,0; 16,0]',
  ]);
  await expect.element(page.getByRole('columnheader', { name: 'Значение, %' })).toBeVisible();
  await page.getByRole('button', { name: 'График' }).click();
  await expect.element(page.getByRole('application')).toBeVisible();
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
  const before = page.getByRole('application').element().clientHeight;
  await page.getByRole('button', { name: 'Показать ещё 24' }).click();
  await expect
    .poll(() => page.getByRole('application').element().clientHeight)
    .toBeGreaterThan(before * 2);
});

test.each(['light', 'dark'])('axe finds nothing in any kind of chart (%s)', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  for (const type of Object.keys(chartTypes) as ChartType[]) {
    for (const view of ['picture', 'table'] as const) {
      const { unmount } = await render(Figure, { input: example, type, view });
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${type} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      await unmount();
    }
  }
  document.documentElement.removeAttribute('data-theme');
});
