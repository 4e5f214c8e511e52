import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readSheets } from '../../src/lib/sheets/read.ts';
import { accept, expect, follow, giveFiles, goTo, plain, test } from './journey.ts';
import { school } from './school.ts';

const picture = (page: Page): Locator =>
  page.getByRole('main').getByRole('application', { name: /^Линии по времени/ });

const doors = {
  shared: 'Картинка или таблица…',
  inner: 'Для работы внутри школы, без защиты…',
};

/** Opens one of the two doors of the menu «Сохранить» of the first picture of a screen. */
async function openDoor(page: Page, door: keyof typeof doors): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Сохранить: / })
    .first()
    .click();
  await page.getByRole('menuitem', { name: doors[door], exact: true }).click();
  return page.getByRole('dialog');
}

async function download(dialog: Locator, item: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = dialog.page().waitForEvent('download');
  await dialog.getByRole('button', { name: item, exact: true }).click();
  const file = await coming;
  const name = file.suggestedFilename();
  await expect(dialog.getByText(`Сохранено: ${name}.`)).toBeVisible();
  return { name, bytes: await readFile(await file.path()) };
}

async function readTable(bytes: Buffer, name: string) {
  const reading = await readSheets(new Uint8Array(bytes), name);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return reading.sheets.map((sheet) => ({ name: sheet.name, rows: [...sheet.rows] }));
}

test('a picture and its table are saved for work inside the school, and say so', async ({
  demonstration: page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await follow(page, 'explore/');
  await expect(picture(page)).toBeVisible();
  const title = plain(await page.getByRole('heading', { level: 2 }).first().innerText());
  const shownTable = page.getByRole('main').getByRole('button', { name: 'Таблица', exact: true });
  await shownTable.click();
  const shown = page.getByRole('figure').getByRole('table').getByRole('row');
  const count = await shown.count();
  const last = plain(await shown.last().getByRole('cell').nth(1).innerText());

  const dialog = await openDoor(page, 'inner');
  const caution = 'Для работы внутри школы, без защиты: ';
  await expect(dialog.getByRole('button', { name: 'Картинка SVG' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Файл останется в школе' }).check();
  const svg = await download(dialog, 'Картинка SVG');
  const name = 'Охват по блокам — линии по времени 2025-26 IV — для работы внутри школы';
  expect(svg.name).toBe(`${name}.svg`);
  const drawing = svg.bytes.toString('utf8');
  expect(plain(drawing)).toContain(`<title>${title}</title>`);
  expect(drawing).toContain(caution);
  expect(drawing).toContain('#004c48');
  expect(drawing).not.toMatch(/ecmeta|<script|href=/);

  const png = await download(dialog, 'Картинка PNG');
  expect(png.name).toBe(`${name}.png`);
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const width = Number(/^<svg[^>]* width="(\d+)"/.exec(drawing)?.[1]);
  expect(png.bytes.readUInt32BE(16)).toBe(2 * width);

  const csv = await download(dialog, 'Таблица CSV');
  const [fromCsv] = await readTable(csv.bytes, csv.name);
  const xlsx = await download(dialog, 'Таблица XLSX');
  const [table, about] = await readTable(xlsx.bytes, xlsx.name);
  for (const rows of [fromCsv?.rows, table?.rows]) {
    expect(rows?.[0]?.[0]).toContain(caution);
    expect(rows?.[2]?.slice(0, 3)).toEqual(['Ряд', 'Период', 'Значение, %']);
    expect(rows?.length).toBe(count + 2);
  }
  const value = table?.rows.at(-1)?.[2];
  expect(typeof value).toBe('number');
  expect(Number(value).toFixed(1)).toBe(last.replace(',', '.'));
  expect(about?.rows).toContainEqual(['Показатель', 'Охват']);
  expect(about?.rows).toContainEqual(['Период', 'IV четверть 2025/26']);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Скопировать таблицу' }).click();
  await expect(dialog.getByText(/^Таблица скопирована/)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split('\n');
  expect(lines[0]).toContain(caution);
  expect(lines[2]?.split('\t').slice(0, 3)).toEqual(['Ряд', 'Период', 'Значение, %']);
  await dialog.getByRole('button', { name: 'Скопировать картинку' }).click();
  await expect(dialog.getByText(/^Картинка скопирована/)).toBeVisible();
  const kinds = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(kinds).toContain('image/png');
  await page.context().clearPermissions();
  await page.keyboard.press('Escape');
});

test('a note and a target are pinned by the keyboard and stay; what leaves the school is audited first', async ({
  page,
}) => {
  await giveFiles(page, school);
  await accept(page);
  await goTo(page, 'Анализ');
  await expect(picture(page)).toBeVisible();
  const open = async (): Promise<Locator> => {
    await page.getByRole('button', { name: /^Сохранить: / }).press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem').last()).toBeFocused();
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

  await dialog.getByRole('button', { name: /^Изменить: .*договор подписан/ }).click();
  await dialog.getByLabel('День').fill('1999-01-01');
  await expect(dialog).toContainText('Этого дня нет в календаре программы.');
  await dialog.getByLabel('День').fill('2026-04-20');
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(listed.nth(0)).toContainText('20.04.2026: договор подписан');

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

  await test.step('a note that names a pupil stays behind, the others leave with the picture', async () => {
    await goTo(page, 'Анализ');
    const named = await open();
    await named.getByRole('radio', { name: 'Отметка времени' }).check();
    await named.getByRole('textbox', { name: 'Текст отметки' }).fill('победила Ёлкина Арина');
    await page.keyboard.press('Enter');
    await expect(named.getByRole('listitem')).toHaveCount(3);
    await page.keyboard.press('Escape');
    const leaving = await openDoor(page, 'shared');
    await expect(leaving).toContainText('Скрывать нечего: все числа (4) можно показать.');
    await expect(leaving).toContainText(/Не вошли отметки.*Ёлкина Арина/);
    const svg = await download(leaving, 'Картинка SVG');
    const drawn = svg.bytes.toString('utf8');
    expect(drawn).toContain('договор подписан');
    expect(drawn).not.toContain('Ёлкина');
    await page.keyboard.press('Escape');
  });

  await test.step('a class of which everybody took part is in no byte of what leaves', async () => {
    await follow(page, 'explore/?by=class&chart=bars');
    const figure = page.getByRole('main').getByRole('application', { name: /^Столбцы/ });
    await expect(figure).toBeVisible();
    const inside = await openDoor(page, 'inner');
    await inside.getByRole('checkbox', { name: 'Файл останется в школе' }).check();
    const open = await download(inside, 'Таблица CSV');
    const [raw] = await readTable(open.bytes, open.name);
    const at = raw?.rows[2]?.indexOf('x, n') ?? -1;
    expect(raw?.rows.slice(3).map((row) => row[at])).toEqual(['15', '5']);

    await inside.getByRole('button', { name: 'С защитой' }).click();
    await expect(inside).toContainText('Скрыто чисел: 1 из 2.');
    const csv = await download(inside, 'Таблица CSV');
    const [table] = await readTable(csv.bytes, csv.name);
    expect(table?.rows.slice(1).map((row) => row[2])).toEqual(['— скрыто', '33,3333']);
    const svg = await download(inside, 'Картинка SVG');
    const xlsx = await download(inside, 'Таблица XLSX');
    const sheets = await readTable(xlsx.bytes, xlsx.name);
    for (const text of [
      svg.bytes.toString('utf8'),
      JSON.stringify(sheets.map(({ rows }) => rows)),
    ]) {
      expect(plain(text)).not.toMatch(/15 из 15|100,0|"100"|\b15\b.{0,8}\b15\b/);
      expect(text).toContain('6А');
    }
    expect((await download(inside, 'Картинка PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
    await page.keyboard.press('Escape');
    await goTo(page, 'Педсовет');
    const ledger = page.getByRole('region', { name: 'Чем уже поделились' }).getByRole('listitem');
    await expect(ledger).toHaveCount(2);
    await expect(ledger.first()).toContainText(/картинка · CSV, SVG, XLSX, PNG/);
  });
});
