import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { accept, expect, giveFiles, goTo, importsOf, plain, plainTexts, test } from './journey.ts';
import { school, truth } from './school.ts';

const phrase = 'четыре тёплых слова';

/** Without the system's dialog a file is handed over as a download. */
const withoutDialog = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));

async function giveBackup(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'Динамика.dinamika', mimeType: 'application/octet-stream', buffer };
  await page.locator('input[type=file]').first().setInputFiles(file);
}

async function unlock(page: Page, typed: string): Promise<void> {
  const restoring = page.getByRole('region', { name: 'Восстановить из копии' });
  await restoring.getByLabel('Парольная фраза').fill(typed);
  await restoring.getByRole('button', { name: 'Открыть', exact: true }).click();
}

/** What the overview and the list of imports say. */
async function numbersOf(page: Page): Promise<readonly string[]> {
  await goTo(page, 'Обзор');
  const headline = page.getByRole('list', { name: 'Главные показатели' });
  await expect(headline).toContainText(`${truth.reach.x} из ${truth.reach.n}`);
  const told = plain(await headline.innerText());
  await goTo(page, 'Загрузка');
  return [told, ...(await plainTexts(importsOf(page)))];
}

test('a backup takes everything to another computer, and a broken one changes nothing', async ({
  page,
  browser,
}, { project }) => {
  await withoutDialog(page.context());
  await giveFiles(page, school);
  await accept(page);
  const here = await numbersOf(page);
  await openBackup(page);
  const save = page.getByRole('button', { name: 'Сохранить копию' });
  await save.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Не короче 8 знаков' })).toBeVisible();
  await page.getByLabel('Парольная фраза').fill(phrase);
  await page.getByLabel('Ещё раз').fill(phrase);
  const downloading = page.waitForEvent('download');
  await save.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^Динамика \d{4}-\d\d-\d\d\.dinamika$/);
  await expect(page.getByText(/^Копия сохранена/).first()).toBeVisible();
  await expect(page.getByText('С тех пор ничего не изменилось.')).toBeVisible();
  const file = readFileSync(await download.path());

  const { baseURL = '', locale = '', timezoneId = '' } = project.use;
  const other = await browser.newContext({ baseURL, locale, timezoneId });
  const there = await other.newPage();
  await there.goto('status/backup/');
  await giveBackup(there, file.subarray(0, file.length - 20));
  await expect(there.getByText('Копия обрезана: конца в ней нет')).toBeVisible();
  const altered = Buffer.from(file);
  altered[file.length >> 1] = (altered[file.length >> 1] ?? 0) ^ 1;
  await giveBackup(there, altered);
  await unlock(there, phrase);
  await expect(there.getByText('Копия повреждена')).toBeVisible();
  await giveBackup(there, Buffer.from('ФИО;Класс'));
  await expect(there.getByText('Это не копия «Динамики»')).toBeVisible();
  await giveBackup(there, file);
  await unlock(there, 'другие слова');
  await expect(there.getByText('Фраза не подходит')).toBeVisible();
  await there.reload();
  await expect(there.getByText('Сохранять пока нечего')).toBeVisible();

  await giveBackup(there, file);
  await unlock(there, phrase);
  const files = there.getByRole('row', { name: /Файлы с данными/ });
  await expect(files).toHaveText(new RegExp(`Файлы с данными\\s*${school.length}\\s*0\\s*0\\s*0`));
  await there.getByRole('button', { name: 'Восстановить', exact: true }).click();
  await expect(there.getByText('Восстановлено из «Динамика.dinamika»')).toBeVisible();
  expect(await numbersOf(there)).toEqual(here);

  await openBackup(there);
  await giveBackup(there, file);
  await unlock(there, phrase);
  await expect(there.getByText('Добавлять нечего.')).toBeVisible();
  await there.getByRole('radio', { name: 'Заменить всё' }).check({ force: true });
  await there.getByRole('button', { name: 'Заменить всё копией' }).click();
  await expect(there.getByText('Всё заменено копией «Динамика.dinamika»')).toBeVisible();
  await there.getByRole('button', { name: 'Вернуть как было' }).click();
  await expect(there.getByText('Всё как до восстановления.')).toBeVisible();
  expect(await numbersOf(there)).toEqual(here);
  await other.close();
});

async function openBackup(page: Page): Promise<void> {
  await goTo(page, 'Состояние');
  await page
    .getByRole('navigation', { name: 'Хранение данных' })
    .getByRole('link', { name: 'Копия' })
    .click();
}
