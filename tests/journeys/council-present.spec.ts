import type { Page } from '@playwright/test';
import { accept, expect, giveFiles, goTo, openDemonstration, plain, test } from './journey.ts';
import { school } from './school.ts';

/** Leads to a checked snapshot of what was accepted, where it can be presented. */
async function checkSnapshot(page: Page): Promise<void> {
  await goTo(page, 'Педсовет');
  await page.getByRole('button', { name: /^Слайды для совета/ }).click();
  await page.getByRole('link', { name: 'Проверить и поделиться' }).first().click();
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Показать', exact: true })).toBeEnabled();
}

test('a snapshot is presented with keys alone: pages, spotlight, table, black screen, language, clock', async ({
  page,
}) => {
  await openDemonstration(page);
  await accept(page);
  await checkSnapshot(page);
  const open = page.getByRole('button', { name: 'Показать', exact: true });
  await open.focus();
  await page.keyboard.press('Enter');
  const show = page.getByRole('dialog', { name: 'Показ' });
  const status = show.getByRole('status').last();
  await expect(status).toHaveText(/^Слайды для совета/);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);

  // A remote control turns the pages, and the pages are announced.
  await page.keyboard.press('PageDown');
  await expect(status).toHaveText('стр. 1 из 10: Цель и задачи');
  await page.keyboard.press('Space');
  await expect(status).toHaveText('стр. 2 из 10: Охват по блокам');
  const sheet = show.getByRole('region', { name: 'Охват по блокам' });
  await expect(sheet.getByRole('application')).toHaveCount(2);
  await page.keyboard.press('End');
  await expect(status).toHaveText('стр. 10 из 10: Что скрыто и почему');
  await page.keyboard.press('PageDown');
  await expect(status).toHaveText('стр. 10 из 10: Что скрыто и почему');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(status).toHaveText('стр. 2 из 10: Охват по блокам');

  // Marks are walked, one is put in the spotlight, and leads to its row of the table.
  const picture = sheet.getByRole('application').first();
  await expect(picture).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(picture).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const spoken = sheet.getByRole('status').first();
  await expect(spoken).toHaveText(/^III четверть 2025\/26, Блок I: /);
  const share = /\d\d,\d/.exec(plain(await spoken.innerText()))?.[0] ?? '?';
  await page.keyboard.press('KeyS');
  await expect(show.getByRole('button', { name: 'Выделить' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Enter');
  const row = sheet.locator('tr[aria-current="true"]');
  await expect(row).toContainText('III четверть 2025/26');
  await expect(row).toContainText(share);
  await expect(row.getByRole('button')).toBeFocused();
  await expect(sheet.getByRole('application')).toHaveCount(0);

  // From another row to its mark; Esc lets go of it and does not end the presentation.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('application')).toHaveCount(2);
  const chosen = sheet.getByText('Блок I · IV четверть 2025/26', { exact: true });
  await expect(chosen).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chosen).toBeHidden();
  await expect(show).toBeVisible();

  // The table and back, a picture by itself, a black screen, the other language.
  await page.keyboard.press('KeyT');
  await expect(sheet.getByRole('table')).toBeVisible();
  await page.keyboard.press('KeyT');
  await expect(sheet.getByRole('application')).toHaveCount(2);
  await page.keyboard.press('KeyZ');
  await expect(sheet.getByRole('application')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet.getByRole('application')).toHaveCount(2);
  await page.keyboard.press('KeyB');
  await expect(status).toHaveText(/^Экран погашен/);
  await page.keyboard.press('PageDown');
  await expect(status).toHaveText('стр. 2 из 10: Охват по блокам');
  await page.keyboard.press('KeyL');
  const presentation = page.getByRole('dialog', { name: 'Presentation' });
  await expect(presentation.getByRole('status').last()).toHaveText('page 2 of 10: Reach by block');
  await page.keyboard.press('KeyL');

  // The length of the talk is set; the keys typed there turn no page.
  await page.keyboard.press('KeyM');
  await page.keyboard.type('15');
  await expect(show.getByText(/^\/ 15.мин$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('стр. 2 из 10: Охват по блокам');

  // Nothing outside can be reached; at the end the focus is where it was.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    await expect(show.locator(':focus')).toHaveCount(1);
  }
  await show.getByRole('button', { name: 'Закончить показ' }).click();
  await expect(show).toBeHidden();
  await expect(open).toBeFocused();
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('on a phone the pages of a snapshot are turned and read by touch', async ({
  browser,
}, info) => {
  const { baseURL = '', locale = '' } = info.project.use;
  const context = await browser.newContext({
    baseURL,
    locale,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await giveFiles(page, school);
  await accept(page);
  await checkSnapshot(page);
  await page.getByRole('button', { name: 'Показать', exact: true }).tap();
  const show = page.getByRole('dialog', { name: 'Показ' });
  await show.getByRole('button', { name: 'Охват по блокам' }).tap();
  const sheet = show.getByRole('region', { name: 'Охват по блокам' });
  await expect(sheet.getByRole('application')).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await show.getByRole('button', { name: 'Таблица' }).tap();
  await expect(sheet.getByRole('table')).toBeVisible();
  await show.getByRole('button', { name: 'Таблица' }).tap();
  await expect(sheet.getByRole('application')).toHaveCount(2);
  await show.getByRole('button', { name: 'Вперёд' }).tap();
  await expect(show.getByText('стр. 3 из 10', { exact: true })).toBeVisible();
  await context.close();
});
