import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import { accept, expect, giveFiles, goTo, plainTexts, test } from './journey.ts';
import { truth } from './school.ts';

test('records are sorted, found and traced to their row by keyboard alone', async ({
  smallSchool: page,
}) => {
  await page
    .getByRole('navigation', { name: 'Экраны' })
    .getByRole('link', { name: 'Данные' })
    .press('Enter');
  await expect(page.getByText(`${truth.records} записей`, { exact: true })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Таблица записей' });

  await test.step('a period narrows them', async () => {
    await page.getByRole('combobox', { name: 'Период' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText('25 записей', { exact: true })).toBeVisible();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ period: '2025-4' });
  });

  await test.step('sorted by name, Ё stands between Е and Ж', async () => {
    const pupil = page.getByRole('columnheader', { name: 'Ученик' });
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(pupil).toHaveAttribute('aria-sort', 'ascending');
    await expect(grid.getByRole('row').nth(1)).toContainText('Абрамова Анна');
    const names = [...new Set(await namesIn(grid))];
    expect(names.filter((name) => /^[ЕЁЖ]/.test(name))).toEqual([
      'Егоров Егор',
      'Ёжиков Артём',
      'Ёлкина Арина',
      'Ёршова Алёна',
      'Жукова Жанна',
    ]);
    await page.keyboard.press('Enter');
    await expect(pupil).toHaveAttribute('aria-sort', 'descending');
    await expect(grid.getByRole('row').nth(1)).toContainText('Щукина Эмма');
  });

  await test.step('a search does not tell е from ё', async () => {
    await page.getByRole('searchbox', { name: 'Найти' }).focus();
    await page.keyboard.type('елкина концерт');
    await expect(page.getByText('1 запись', { exact: true })).toBeVisible();
    await expect(grid.getByRole('row').nth(1)).toContainText('Ёлкина Арина');
  });

  await test.step('a record opens its row in its file', async () => {
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    const source = page.getByRole('dialog', { name: 'Источник' });
    await expect(source).toContainText('Участие IV четверть 2025-2026.csv, строка 5');
    const marked = source.locator('[aria-current="true"]');
    await expect(marked.getByRole('rowheader')).toHaveText('5');
    await expect(marked.getByRole('cell').first()).toHaveText('Ёлкина Арина');
    await page.keyboard.press('Escape');
    await expect(source).toBeHidden();
    await expect(grid).toBeFocused();
  });

  await test.step('nothing found says what to do', async () => {
    await page.getByRole('searchbox', { name: 'Найти' }).fill('нет такого');
    await expect(page.getByText('Таких записей нет. Измените поиск или период.')).toBeVisible();
  });
});

test('a record of a workbook names its sheet', async ({ page }) => {
  const folder = new URL('../../data-samples/', import.meta.url);
  await giveFiles(page, [fileURLToPath(new URL('Списки классов 2023-2024.xlsx', folder))]);
  await accept(page);
  await goTo(page, 'Данные');
  await page.getByRole('radio', { name: 'Списки классов' }).check();
  await page.getByRole('searchbox', { name: 'Найти' }).fill('Кострова Екатерина');
  const row = page.getByRole('row', { name: /^Кострова Екатерина/ }).first();
  const [name = ''] = await plainTexts(row.getByRole('gridcell'));
  await row.click();
  const source = page.getByRole('dialog', { name: 'Источник' });
  await expect(source).toContainText(/Списки классов 2023-2024\.xlsx, лист «5[А-Ж]», строка \d+/);
  await expect(source.locator('[aria-current="true"]')).toContainText(name.split(' ')[0] ?? '');
});

/** Names of the pupils in the rows in sight. */
async function namesIn(grid: Locator): Promise<string[]> {
  const rows = await plainTexts(grid.getByRole('row'));
  return rows.slice(1).map((text) => text.split(' ').slice(0, 2).join(' '));
}
