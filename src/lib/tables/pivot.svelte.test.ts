import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import type { PivotHead, PivotLine, PivotSheet } from './pivot-sheet.ts';
import PivotTrial from './PivotTrial.svelte';

const groups = 40;
const within = 25;
const numbers = 100;

const line = (id: string, level: number, children: PivotLine[] = []): PivotLine => ({
  id,
  name: id,
  label: id,
  level,
  children,
});
const lines = Array.from({ length: groups }, (_, group) =>
  line(
    `Группа ${group}`,
    1,
    Array.from({ length: within }, (__, at) => line(`Группа ${group}.${at}`, 2)),
  ),
);
const columns = Array.from({ length: numbers }, (_, index) => ({
  id: `c${index}`,
  name: `Показатель ${index}`,
  width: 90,
  sortable: true,
  begins: index % 10 === 0,
  isTotal: index === 0,
  recounted: index === 0,
}));
const heads: PivotHead[] = [
  ...Array.from({ length: numbers / 10 }, (_, group) => ({
    label: `Год ${group}`,
    row: 0,
    rows: 1,
    start: group * 10,
    span: 10,
    group: `g${group}`,
    sorts: null,
    open: true,
  })),
  ...columns.map(({ id, name }, start) => ({
    label: name,
    row: 1,
    rows: 1,
    start,
    span: 1,
    group: null,
    sorts: id,
    open: false,
  })),
];

/** A number that every cell has, in no order; some cells have none. */
function numberOf(id: string, column: number): number | undefined {
  let hash = column + 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 99_991;
  return hash % 17 === 3 ? undefined : hash;
}

const sheet: PivotSheet = {
  corner: 'Группы',
  total: line('Всего', 1),
  lines,
  columns,
  heads,
  headRows: 2,
  text: (id, column) => {
    const value = numberOf(id, column);
    if (value === undefined)
      return {
        look: column % 2 ? 'none' : 'too-few',
        text: '—',
        words: 'мало данных',
        recounted: false,
        shade: null,
      };
    return {
      look: 'number',
      text: String(value),
      words: null,
      recounted: id === 'Всего',
      shade: column === 1 ? { share: 0.5, hue: 0 } : null,
    };
  },
  value: (id, column) => numberOf(id, Number(column.slice(1))),
};

async function show() {
  const onenter = vi.fn();
  const ongroup = vi.fn();
  const onpoint = vi.fn();
  await render(PivotTrial, { sheet, onenter, ongroup, onpoint });
  return { onenter, ongroup, onpoint };
}

const grid = () => page.getByRole('treegrid', { name: 'Сводная' });
const active = (): Element | null => {
  const id = grid().element().getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id);
};
const rowHeads = (): string[] =>
  [...document.querySelectorAll('[role="rowheader"]')].map((one) => one.textContent.trim());

beforeEach(() => page.viewport(1200, 800));

test('keeps only what is in sight of 100,000 cells in the document, wherever it is scrolled', async () => {
  await show();
  await expect
    .element(page.getByRole('rowheader', { name: 'Группа 0', exact: true }))
    .toBeVisible();
  await expect
    .element(grid())
    .toHaveAttribute('aria-rowcount', String(2 + 1 + groups * (within + 1)));
  await expect.element(grid()).toHaveAttribute('aria-colcount', String(numbers + 1));
  const cells = () => document.querySelectorAll('[role="gridcell"]').length;
  expect(cells()).toBeLessThan(900);
  const element = grid().element();
  element.scrollTop = element.scrollHeight;
  element.scrollLeft = element.scrollWidth;
  const last = page.getByRole('rowheader', {
    name: `Группа ${groups - 1}.${within - 1}`,
    exact: true,
  });
  await expect.element(last).toBeVisible();
  await expect.element(page.getByRole('columnheader', { name: 'Показатель 99' })).toBeVisible();
  expect(cells()).toBeLessThan(900);
  // The heads, the total and the names of rows stay where they are.
  const { top, left } = element.getBoundingClientRect();
  const total = page.getByRole('rowheader', { name: 'Всего' }).element().getBoundingClientRect();
  const corner = page
    .getByRole('columnheader', { name: 'Группы' })
    .element()
    .getBoundingClientRect();
  expect(Math.round(corner.top - top)).toBe(1);
  expect(Math.round(total.top - corner.bottom)).toBeLessThanOrEqual(2);
  expect(Math.round(last.element().getBoundingClientRect().left - left)).toBe(1);
  const shown = [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')].find(
    ({ ariaColIndex }) => ariaColIndex === String(numbers + 1),
  );
  const head = page.getByRole('columnheader', { name: 'Показатель 99' }).element();
  expect(shown?.getBoundingClientRect().right).toBeCloseTo(head.getBoundingClientRect().right, 0);
});

test('is walked by arrows, opened and closed by them, and entered', async () => {
  const { onenter, ongroup, onpoint } = await show();
  grid().element().focus();
  expect(active()?.textContent.trim()).toBe('Всего');
  await userEvent.keyboard('{ArrowDown}');
  const first = page.getByRole('row', { name: /^Группа 0 / });
  await expect.element(first).toHaveAttribute('aria-expanded', 'true');
  await expect.element(first).toHaveAttribute('aria-setsize', String(groups));
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(first).toHaveAttribute('aria-expanded', 'false');
  expect(rowHeads().slice(0, 3)).toEqual(['Всего', 'Группа 0', 'Группа 1']);
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(first).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(active()?.textContent.trim()).toBe('Группа 0.1');
  const second = active()?.closest('[role="row"]');
  expect(second?.getAttribute('aria-level')).toBe('2');
  expect(second?.getAttribute('aria-posinset')).toBe('2');
  await userEvent.keyboard('{ArrowLeft}');
  expect(active()?.textContent.trim()).toBe('Группа 0');

  await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  expect(onenter).toHaveBeenLastCalledWith('Группа 0', 1);
  expect(onpoint).toHaveBeenLastCalledWith({ line: 'Группа 0', column: 1, byKey: true });
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await expect
    .poll(() => active()?.id.endsWith(`-${groups * (within + 1)}-${numbers - 1}`))
    .toBe(true);
  await expect.poll(() => active()?.getBoundingClientRect().width).toBe(90);
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowUp}{ArrowRight}{ArrowUp}{Enter}');
  expect(ongroup).toHaveBeenCalledExactlyOnceWith('g0');
  await userEvent.keyboard('/');
  await expect.element(grid()).toHaveAttribute('aria-rowcount', String(3 + groups));
  await userEvent.keyboard('*');
  await expect.element(grid()).toHaveAttribute('aria-rowcount', String(3 + groups * (within + 1)));
});

test('orders the rows by a column within their parents, those without a number last', async () => {
  await show();
  const head = page.getByRole('columnheader', { name: 'Показатель 2', exact: true });
  await head.click();
  await expect.element(head).toHaveAttribute('aria-sort', 'descending');
  const byValue = (some: readonly PivotLine[]) =>
    some
      .toSorted((a, b) => (numberOf(b.id, 2) ?? -1) - (numberOf(a.id, 2) ?? -1))
      .map(({ id }) => id);
  const outer = byValue(lines);
  const parent = lines.find(({ id }) => id === outer[0]);
  const expected = ['Всего', outer[0], ...byValue(parent?.children ?? [])];
  await expect.poll(() => rowHeads().slice(0, 12)).toEqual(expected.slice(0, 12));
  grid().element().focus();
  await userEvent.keyboard('/');
  await head.click();
  await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
  const rising = byValue(lines)
    .filter((id) => numberOf(id, 2) !== undefined)
    .toReversed();
  await expect.poll(() => rowHeads().slice(0, 12)).toEqual(['Всего', ...rising].slice(0, 12));
  await head.click();
  await expect.element(head).toHaveAttribute('aria-sort', 'none');
  await expect.poll(() => rowHeads().slice(0, 3)).toEqual(['Всего', 'Группа 0', 'Группа 1']);
});

test('says what has no number, shades what is asked, and keeps to the rules for all', async () => {
  await show();
  await expect.element(page.getByRole('gridcell', { name: 'мало данных' }).first()).toBeVisible();
  const shaded = document.querySelector<HTMLElement>('[data-hue="0"]');
  if (!shaded) throw new Error('nothing is shaded');
  expect(getComputedStyle(shaded).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset['theme'] = theme;
    const { violations } = await axe.run(grid().element());
    expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual(
      [],
    );
  }
  delete document.documentElement.dataset['theme'];
});
