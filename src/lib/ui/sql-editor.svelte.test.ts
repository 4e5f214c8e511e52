import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import SqlEditor from './SqlEditor.svelte';

const tables = [
  {
    name: 'pupils',
    meaning: 'Ученики.',
    columns: [
      { name: 'pupil', meaning: 'Имя.' },
      { name: 'school_year', meaning: 'Учебный год.' },
    ],
  },
  { name: 'events', meaning: 'Мероприятия.', columns: [{ name: 'title', meaning: 'Название.' }] },
];
const words = {
  label: 'Запрос',
  placeholder: 'SELECT …',
  phrases: { Completions: 'Подсказки' },
  description: 'Ctrl+Enter выполняет.',
};
const field = page.getByRole('textbox', { name: 'Запрос' });
const onrun = vi.fn();
const oncancel = vi.fn(() => false);

beforeEach(() => {
  vi.clearAllMocks();
});

async function open(text = '') {
  const shown = await render(SqlEditor, { text, words, tables, onrun, oncancel });
  await expect.element(field).toBeVisible();
  return shown;
}

function lines(): string {
  return (field.element() as HTMLElement).innerText;
}

test('completes tables and, after an alias, their columns', async () => {
  await open();
  await field.click();
  await userEvent.keyboard('SELECT * FROM pup');
  await page.getByRole('option', { name: /^pupils/ }).click();
  await userEvent.keyboard(' p WHERE p.sch');
  await expect.element(page.getByRole('option')).toHaveLength(1);
  await page.getByRole('option', { name: /^school_year/ }).click();
  expect(lines()).toBe('SELECT * FROM pupils p WHERE p.school_year');
});

test('says what a column means where no table has been named', async () => {
  await open();
  await field.click();
  await userEvent.keyboard('SELECT tit');
  await expect.element(page.getByRole('option', { name: /^title.*Название/ })).toBeVisible();
});

test('runs by Ctrl+Enter, stops by Escape, and Tab leaves after Escape', async () => {
  await open('SELECT 1');
  await field.click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onrun).toHaveBeenCalledOnce();
  expect(lines()).toBe('SELECT 1');
  await userEvent.keyboard('{Escape}');
  expect(oncancel).toHaveBeenCalledOnce();
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.shadowRoot?.activeElement ?? null).toBeNull();
});

test('marks the word at fault until the text changes', async () => {
  const { rerender } = await open('SELECT 1\nFORM x');
  await rerender({ fault: { line: 2, column: 1 } });
  const marked = () => field.element().querySelector('.cm-fault')?.textContent;
  await expect.poll(marked).toBe('FORM');
  await rerender({ fault: { line: 9, column: 9 } });
  await expect.poll(marked).toBeUndefined();
  await rerender({ fault: { line: 1, column: 9 } });
  await expect.poll(() => field.element().querySelector('.cm-fault-line')).not.toBeNull();
  await field.click();
  await userEvent.keyboard(' ');
  expect(field.element().querySelector('.cm-fault-line')).toBeNull();
});

test('takes another text and inserts a name, and undoes both', async () => {
  const { component, rerender } = await open('SELECT ');
  await field.click();
  await userEvent.keyboard('{Control>}{End}{/Control}');
  component.insert('pupil');
  await expect.poll(lines).toBe('SELECT pupil');
  await rerender({ text: 'FROM events' });
  await expect.poll(lines).toBe('FROM events');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(lines).toBe('SELECT pupil');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(lines).toBe('SELECT ');
});

test('types over a selection without a style of the browser’s', async () => {
  await open("SELECT 'a'");
  await field.click();
  await userEvent.keyboard('{Control>}a{/Control}F');
  expect(lines()).toBe('F');
  expect(field.element().querySelector('[style]')).toBeNull();
  await userEvent.keyboard('{Control>}a{/Control}(');
  expect(lines()).toBe('(F)');
});

test.each(['light', 'dark'])('has no barrier: %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  await open("SELECT count(*) AS n, 'x' FROM pupils -- note\nWHERE true");
  const { violations } = await axe.run('.editor');
  expect(violations.map(({ id }) => id)).toEqual([]);
  delete document.documentElement.dataset['theme'];
});
