import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import Combobox from './Combobox.svelte';
import NumberInput from './NumberInput.svelte';
import SegmentedControl from './SegmentedControl.svelte';
import Select from './Select.svelte';
import Tabs from './Tabs.svelte';

const blocks = [
  { value: '1', label: 'Блок I' },
  { value: '2', label: 'Блок II', group: 'Культура' },
  { value: '3', label: 'Блок III', group: 'Вузы' },
];

test('Select offers its groups and says what was chosen', async () => {
  const chosen: string[] = [];
  await render(Select, {
    choices: blocks,
    value: '1',
    'aria-label': 'Блок',
    onchange: (value) => chosen.push(value),
  });
  const select = page.getByRole('combobox', { name: 'Блок' });
  expect(select.element().querySelectorAll('optgroup')).toHaveLength(2);
  await userEvent.selectOptions(select, 'Блок III');
  expect(chosen).toEqual(['3']);
  await expect.element(select).toHaveValue('3');
});

test('SegmentedControl is one radio group that the arrows walk', async () => {
  const chosen: string[] = [];
  await render(SegmentedControl, {
    label: 'Вид',
    choices: blocks,
    value: '1',
    onchange: (value) => chosen.push(value),
  });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(chosen).toEqual(['2', '3']);
  await expect.element(page.getByRole('radio', { name: 'Блок III' })).toBeChecked();
});

test('Tabs are walked by arrows, Home and End, and show the chosen panel', async () => {
  const children = createRawSnippet<[string]>((value) => ({
    render: () => `<p>Раздел ${value()}</p>`,
  }));
  await render(Tabs, { label: 'Разделы', tabs: blocks, value: '1', children });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowLeft}');
  await expect
    .element(page.getByRole('tab', { name: 'Блок III' }))
    .toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('tab', { name: 'Блок III' })).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(page.getByRole('tabpanel', { name: 'Блок I' })).toBeVisible();
});

test('Combobox narrows many choices down by what is typed, ё or not', async () => {
  const choices = Array.from({ length: 150 }, (_, i) => ({
    value: `p${i}`,
    label: `Партнёр ${i}`,
  }));
  const chosen: string[] = [];
  await render(Combobox, {
    choices,
    'aria-label': 'Партнёр',
    emptyText: 'Ничего не нашлось',
    moreText: (count) => `и ещё ${count}`,
    openLabel: 'Показать',
    onchange: (value) => chosen.push(value),
  });
  const input = page.getByRole('combobox', { name: 'Партнёр' });
  await input.click();
  await expect.element(page.getByText('и ещё 50')).toBeVisible();
  await userEvent.keyboard('партнер 14');
  await expect.poll(() => page.getByRole('option').elements().length).toBe(12);
  await userEvent.keyboard('9');
  await expect.element(page.getByRole('option', { name: 'Партнёр 149' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(chosen).toEqual(['p149']);
  await input.click();
  await userEvent.keyboard('нет такого');
  await expect.element(page.getByText('Ничего не нашлось')).toBeVisible();
});

test('NumberInput takes a comma and refuses what is out of its limits', async () => {
  const values: (number | null)[] = [];
  await render(NumberInput, {
    'aria-label': 'Вес',
    value: 2,
    max: 10,
    onvalue: (value) => values.push(value),
  });
  const input = page.getByRole('textbox', { name: 'Вес' });
  await input.fill('3,5');
  await input.fill('11');
  expect(values).toEqual([3.5, null]);
  await expect.element(input).toHaveAttribute('aria-invalid', 'true');
});
