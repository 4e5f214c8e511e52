import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readSheets } from '../../src/lib/sheets/read.ts';
import { accept, expect, giveFiles, goTo, plain, test } from './journey.ts';
import { school } from './school.ts';

const picture = (page: Page): Locator =>
  page.getByRole('main').getByRole('application', { name: /^Линии по времени/ });

/** Chooses from the menu «Сохранить» of the only picture of a screen. */
async function keep(page: Page, item: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Сохранить: / })
    .first()
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function download(page: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await keep(page, item);
  const file = await coming;
  await expect(page.getByRole('status').filter({ hasText: 'Малые группы уже скрыты' })).toHaveText(
    /^Сохранено: /,
  );
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function readTable(bytes: Buffer, name: string) {
  const reading = await readSheets(new Uint8Array(bytes), name);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return reading.sheets.map((sheet) => ({ name: sheet.name, rows: [...sheet.rows] }));
}

test('a picture and its table are saved, copied and read back', async ({ demonstration: page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('explore/');
  await expect(picture(page)).toBeVisible();
  const title = plain(await page.getByRole('heading', { level: 2 }).first().innerText());

  const svg = await download(page, 'Картинка SVG');
  expect(svg.name).toBe('Охват по блокам 2025-26 IV.svg');
  const drawing = svg.bytes.toString('utf8');
  expect(plain(drawing)).toContain(`<title>${title}</title>`);
  expect(drawing).toContain('#004c48');
  expect(drawing).not.toMatch(/ecmeta|<script|<style|href=/);

  const png = await download(page, 'Картинка PNG');
  expect(png.name).toBe('Охват по блокам 2025-26 IV.png');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const width = Number(/^<svg[^>]* width="(\d+)"/.exec(drawing)?.[1]);
  expect(png.bytes.readUInt32BE(16)).toBe(2 * width);

  const csv = await download(page, 'Таблица CSV');
  const [fromCsv] = await readTable(csv.bytes, csv.name);
  const xlsx = await download(page, 'Таблица XLSX');
  const [table, about] = await readTable(xlsx.bytes, xlsx.name);
  expect(fromCsv?.rows[0]?.slice(0, 3)).toEqual(['Ряд', 'Период', 'Значение, %']);
  expect(table?.rows[0]).toEqual(fromCsv?.rows[0]);
  expect(table?.rows.length).toBe(fromCsv?.rows.length);
  await page.getByRole('main').getByRole('button', { name: 'Таблица', exact: true }).click();
  const shown = page.getByRole('figure').getByRole('table').getByRole('row');
  await expect(shown).toHaveCount(table?.rows.length ?? 0);
  const last = plain(await shown.last().getByRole('cell').nth(1).innerText());
  const value = table?.rows.at(-1)?.[2];
  expect(typeof value).toBe('number');
  expect(Number(value).toFixed(1)).toBe(last.replace(',', '.'));
  expect(about?.rows).toContainEqual(['Показатель', 'Охват']);
  expect(about?.rows).toContainEqual(['Период', 'IV четверть 2025/26']);
  expect(JSON.stringify(about?.rows)).toContain('а не проверенный снимок');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await keep(page, 'Скопировать таблицу');
  await expect(page.getByText(/^Таблица скопирована/)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')[0]?.split('\t').slice(0, 3)).toEqual(['Ряд', 'Период', 'Значение, %']);
  await keep(page, 'Скопировать картинку');
  await expect(page.getByText(/^Картинка скопирована/)).toBeVisible();
  const kinds = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(kinds).toContain('image/png');
  await page.context().clearPermissions();
});

test('a note and a target are pinned by the keyboard, changed, taken back and still there later', async ({
  page,
}) => {
  await giveFiles(page, school);
  await accept(page);
  await goTo(page, 'Анализ');
  await expect(picture(page)).toBeVisible();
  const open = async (): Promise<Locator> => {
    await page.getByRole('button', { name: /^Сохранить: / }).press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Отметки и цели' });
    await expect(dialog).toBeVisible();
    return dialog;
  };

  const dialog = await open();
  await expect(dialog).toContainText('Пока ничего не отмечено.');
  await dialog.getByRole('textbox', { name: 'Текст отметки' }).fill('договор подписан');
  await page.keyboard.press('Enter');
  const listed = dialog.getByRole('list', { name: 'Что отмечено' }).getByRole('listitem');
  await expect(listed).toHaveText([/договор подписан/]);
  await dialog.getByRole('radio', { name: 'Цель' }).check();
  await dialog.getByRole('textbox', { name: 'Значение, %' }).fill('60');
  await page.keyboard.press('Enter');
  await expect(listed).toHaveCount(2);

  await dialog.getByRole('button', { name: /^Изменить: цель/ }).click();
  await dialog.getByRole('textbox', { name: 'Значение, %' }).fill('55,5');
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(listed.nth(1)).toContainText('цель 55,5');
  await dialog.getByRole('button', { name: 'Вернуть' }).click();
  await expect(listed.nth(1)).toContainText('цель 60,0');
  await dialog.getByRole('button', { name: /^Удалить: .*договор подписан/ }).click();
  await expect(listed).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Вернуть' }).click();
  await expect(listed).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const marked = /Отмечено: .*договор подписан; цель 60,0/;
  await expect(picture(page)).toHaveAccessibleName(marked);
  await expect(picture(page).locator('text', { hasText: 'договор подписан' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Таблица', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Отметка' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'цель, %' })).toBeVisible();

  await page.reload();
  await expect(picture(page)).toHaveAccessibleName(marked);
  await goTo(page, 'Обзор');
  await expect(picture(page)).toHaveAccessibleName(/Отмечено: .*договор подписан/);
});
