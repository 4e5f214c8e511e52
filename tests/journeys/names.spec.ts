import type { Page } from '@playwright/test';
import { expect, follow, goTo, test } from './journey.ts';
import { pupils } from './school.ts';

/** Names of pupils that can be read or heard on the page. */
function namesOn(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const labels = [...document.querySelectorAll('[aria-label], [title]')].flatMap((one) => [
      one.getAttribute('aria-label') ?? '',
      one.getAttribute('title') ?? '',
    ]);
    const read = [document.body.innerText, ...labels].join('\n').replace(/\s+/g, ' ');
    return names.filter((name) => read.includes(name));
  }, pupils);
}

test('before a projector one key hides the names on every screen, and shows them again', async ({
  smallSchool: page,
}) => {
  await goTo(page, 'Данные');
  const grid = page.getByRole('grid', { name: 'Таблица записей' });
  await expect(grid).toContainText('Абрамова Анна');
  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: 'Скрыть имена' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(grid).not.toContainText('Абрамова Анна');
  const pseudonym = /^[2-9A-Z]{5}$/;
  await expect(grid.getByRole('row').nth(1).getByRole('gridcell').first()).toHaveText(pseudonym);
  expect(await namesOn(page)).toEqual([]);

  await test.step('in the row of the file behind a record', async () => {
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const source = page.getByRole('dialog', { name: 'Источник' });
    await expect(source.locator('[aria-current="true"]')).toBeVisible();
    expect(await namesOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('in an answer to a query', async () => {
    const query = 'SELECT name, name AS again FROM participant ORDER BY rank';
    await follow(page, `explore/sql/?${new URLSearchParams({ q: query }).toString()}`);
    await page.getByRole('button', { name: /^Выполнить/ }).click();
    await expect(page.getByRole('grid').getByRole('row').nth(2)).toContainText(/[2-9A-Z]{5}/);
    expect(await namesOn(page)).toEqual([]);
  });

  await test.step('on the other screens, after the page was loaded again', async () => {
    for (const screen of ['Загрузка', 'Обзор', 'Данные']) {
      await goTo(page, screen);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await namesOn(page)).toEqual([]);
    }
    await page.reload();
    await expect(grid.getByRole('row').nth(1).getByRole('gridcell').first()).toHaveText(pseudonym);
    expect(await namesOn(page)).toEqual([]);
  });

  await page.keyboard.press('F8');
  await expect(grid).toContainText('Абрамова Анна');
});
