import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { locales } from '#lib/i18n/locale.ts';
import '../../app.css';
import { Grid } from './grid.svelte.ts';
import type { GridSort } from './grid-source.ts';
import GridView from './Grid.svelte';

interface Person {
  readonly number: number;
}

const total = 200_000;
const columns = [
  {
    id: 'number',
    title: '№',
    width: 90,
    align: 'end',
    sortable: true,
    text: (row: Person) => `№ ${row.number}`,
  },
  { id: 'name', title: 'Участник', width: 220, text: (row: Person) => `Участник ${row.number}` },
] as const;

function show(count = total) {
  const fetchRows = vi.fn(
    (offset: number, limit: number, sorting: readonly GridSort[], _filter: string) =>
      Promise.resolve(
        Array.from({ length: Math.min(limit, count - offset) }, (_, i) => ({
          number: sorting[0]?.descending ? count - offset - i : offset + i + 1,
        })),
      ),
  );
  const source = {
    fetchRows,
    countRows: (filter: string) => Promise.resolve(filter === 'никто' ? 0 : count),
  };
  const grid = new Grid<Person, string>(columns, source, '');
  const activated: number[] = [];
  const props = {
    grid,
    label: 'Записи',
    locale: locales.ru,
    emptyTitle: 'Записей нет',
    height: '400px',
    onactivate: (row: Person) => activated.push(row.number),
  };
  return { grid, props, fetchRows, activated };
}

beforeEach(() => page.viewport(1200, 800));

const cell = (name: string) => page.getByRole('gridcell', { name, exact: true });

test('keeps only the rows in sight in the document and says how many there are', async () => {
  const { props } = show();
  await render(GridView<Person, string>, props);
  await expect.element(cell('№ 1')).toBeVisible();
  const table = page.getByRole('grid', { name: 'Записи' });
  await expect.element(table).toHaveAttribute('aria-rowcount', String(total + 1));
  expect(page.getByRole('row').elements().length).toBeLessThan(40);
  table.element().scrollTop = table.element().scrollHeight / 2;
  await expect.element(cell('№ 100001')).toBeVisible();
  expect(page.getByRole('row').elements().length).toBeLessThan(45);
});

test('is walked by the keyboard to the last of 200,000 rows and enters it', async () => {
  const { props, activated } = show();
  await render(GridView<Person, string>, props);
  await expect.element(cell('№ 1')).toBeVisible();
  const table = page.getByRole('grid');
  const current = () =>
    document
      .getElementById(table.element().getAttribute('aria-activedescendant') ?? '')
      ?.textContent.trim();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  await expect.poll(current).toBe('Участник 2');
  await userEvent.keyboard('{Home}{PageDown}');
  await expect.poll(current).toMatch(/^№ 1\d$/);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await expect.poll(current).toBe(`Участник ${total}`);
  await expect.element(cell(`Участник ${total}`)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(activated).toEqual([total]);
});

test('sorts from the head by keyboard and pointer and asks the source for the order', async () => {
  const { props, fetchRows } = show();
  await render(GridView<Person, string>, props);
  await expect.element(cell('№ 1')).toBeVisible();
  const head = page.getByRole('columnheader', { name: '№' });
  await expect.element(head).toHaveAttribute('aria-sort', 'none');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
  await head.click();
  await expect.element(head).toHaveAttribute('aria-sort', 'descending');
  await expect.element(cell(`№ ${total}`)).toBeVisible();
  expect(fetchRows.mock.lastCall?.[2]).toEqual([{ id: 'number', descending: true }]);
  await head.click();
  await expect.element(head).toHaveAttribute('aria-sort', 'none');
});

test('widens a column by the keyboard', async () => {
  const { props, grid } = show();
  await render(GridView<Person, string>, props);
  await expect.element(cell('№ 1')).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowUp}{Alt>}{ArrowRight}{/Alt}');
  expect(grid.widths).toEqual([106, 220]);
  await expect
    .poll(() => page.getByRole('columnheader', { name: '№' }).element().clientWidth)
    .toBe(106);
});

test('says so when the filters leave nothing', async () => {
  const { props, grid } = show();
  await render(GridView<Person, string>, props);
  await expect.element(cell('№ 1')).toBeVisible();
  grid.filter('никто');
  await expect.element(page.getByText('Записей нет')).toBeVisible();
  expect(page.getByRole('gridcell').elements()).toHaveLength(0);
});

test('a failure is told and can be tried again', async () => {
  const { props, fetchRows } = show(50);
  fetchRows.mockRejectedValueOnce(new Error('closed'));
  await render(GridView<Person, string>, props);
  await page.getByRole('alert').getByRole('button', { name: 'Повторить' }).click();
  await expect.element(cell('№ 1')).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test.each(['light', 'dark'])('axe finds nothing (%s)', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const { props } = show();
  await render(GridView<Person, string>, props);
  await expect.element(cell('№ 1')).toBeVisible();
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  document.documentElement.removeAttribute('data-theme');
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
