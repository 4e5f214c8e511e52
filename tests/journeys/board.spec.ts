import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { accept, expect, follow, giveFiles, goTo, plain, test } from './journey.ts';
import { school } from './school.ts';

const panelCount = 6;

/** Follows the links to the board and waits until every panel is drawn. */
async function openBoard(page: Page, panels = panelCount): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Разделы анализа' })
    .getByRole('link', { name: 'Доска' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Доска' })).toBeVisible();
  await expect(page.getByRole('application')).toHaveCount(panels);
}

function panelOf(page: Page, subtitle: RegExp): Locator {
  return page
    .getByRole('region')
    .filter({ has: page.getByRole('application') })
    .filter({ hasText: subtitle });
}

function selectionOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Отбор' });
}

async function fromMenu(page: Page, button: Locator, item: string): Promise<void> {
  await button.click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('what is chosen in one picture filters the others, down to the cell of the sheet', async ({
  demonstration: page,
}) => {
  await follow(page, 'explore/');
  await openBoard(page);
  const trend = panelOf(page, /Охват по блокам · %/);
  const grades = panelOf(page, /Охват по параллелям/);
  const directions = panelOf(page, /Охват по направлениям/);
  await expect(grades).toContainText('IV четверть 2025/26');

  // A span of time by the keys of the picture.
  await trend.getByRole('application').focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowLeft');
  await expect(selectionOf(page)).toContainText('IV четв. 2023/24 — III четв. 2024/25');
  await expect(grades).toContainText('IV четв. 2023/24 — III четв. 2024/25');
  await expect(trend).toContainText('IV четверть 2025/26');
  await expect(trend).toContainText('здесь выбрано');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(selectionOf(page)).not.toContainText('IV четв. 2023/24 — III четв. 2024/25');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(selectionOf(page)).toContainText('IV четв. 2023/24 — III четв. 2024/25');
  await selectionOf(page)
    .getByRole('button', { name: /^Снять отбор/ })
    .click();
  await expect(selectionOf(page)).toContainText('Все ученики, всё время');

  // The same with the pointer.
  const picture = trend.getByRole('application');
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('The picture has no place');
  const x = (share: number) => box.x + box.width * share;
  await page.mouse.move(x(0.3), box.y + box.height / 2);
  await page.mouse.down();
  for (const share of [0.32, 0.4, 0.38, 0.5])
    await page.mouse.move(x(share), box.y + box.height / 3);
  await page.mouse.up();
  await expect(selectionOf(page)).toContainText('четв. 2024/25');
  expect(new URL(page.url()).searchParams.get('times')).toMatch(/~reach$/);
  await selectionOf(page)
    .getByRole('button', { name: /^Снять отбор/ })
    .click();

  // A row of the table behind a picture.
  await grades.getByRole('button', { name: 'Таблица' }).click();
  await page.getByRole('button', { name: /^10-е классы/ }).click();
  await expect(
    selectionOf(page).getByRole('button', { name: /^параллель: .*изменить условие$/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'График' }).click();
  await selectionOf(page)
    .getByRole('button', { name: /^Снять отбор/ })
    .click();

  // A member, then the records behind it and their place in the file.
  const bars = directions.getByRole('application');
  await bars.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Enter');
  const chip = selectionOf(page).getByRole('button', { name: /^направление: .*изменить условие$/ });
  await expect(chip).toBeVisible();
  await expect(trend.getByRole('application')).toHaveAccessibleName(/1 ряд/);
  await expect(directions.getByRole('application')).toHaveAccessibleName(/10 рядов/);
  const about = page.getByRole('complementary', { name: 'За отметкой' });
  await expect(about).toContainText('За год, от IV четверти 2024/25');
  await about.getByRole('list').getByRole('button').first().click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.locator('tr[aria-current]')).toBeVisible();
  await page.keyboard.press('Escape');

  // Nothing is lost on reload.
  const { href } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(href);
  await expect(page.getByRole('application')).toHaveCount(panelCount);
  await expect(chip).toBeVisible();
});

test('a mark of several terms together leads to the change of the last of them', async ({
  demonstration: page,
}) => {
  await page.goto('explore/board/?times=2024-1..2025-1');
  await expect(page.getByRole('application')).toHaveCount(panelCount);
  const grades = panelOf(page, /Охват по параллелям/);
  await expect(grades).toContainText('I четв. 2024/25 — I четв. 2025/26');
  await grades.getByRole('application').focus();
  await page.keyboard.press('Enter');
  const about = page.getByRole('complementary', { name: 'За отметкой' });
  await expect(about).toContainText('Изменение показано для I четверти 2025/26');
  await expect(about).toContainText('За год, от I четверти 2024/25');
  await page.goto('explore/board/?times=1999-1..1999-2');
  await expect(page.getByText(/^Такого времени нет в календаре/)).toBeVisible();
  await page
    .getByRole('button', { name: /^Убрать условие «1999-1/ })
    .first()
    .click();
  await expect(page.getByText(/^Такого времени нет в календаре/)).toHaveCount(0);
});

test('a condition is turned round, pinned, changed and taken away', async ({
  demonstration: page,
}) => {
  await follow(page, 'explore/board/?only.block=%5B%22I%22%5D');
  await expect(page.getByRole('application')).toHaveCount(panelCount);
  const chip = (name: string) =>
    selectionOf(page).getByRole('button', { name: `${name}: изменить условие` });
  await fromMenu(page, chip('блок: Блок I'), 'Наоборот');
  await fromMenu(page, chip('блок: кроме: Блок I'), 'Закрепить');
  await page.getByRole('combobox', { name: 'Доска' }).selectOption('Партнёры');
  await expect(chip('блок: кроме: Блок I')).toBeVisible();
  await fromMenu(page, chip('блок: кроме: Блок I'), 'Изменить…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Блок I', exact: true }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Блок III' }).check();
  await dialog.getByRole('button', { name: 'Отобрать' }).click();
  await expect(chip('блок: кроме: Блок III')).toBeVisible();
  await fromMenu(page, chip('блок: кроме: Блок III'), 'Убрать');
  await expect(selectionOf(page)).toContainText('Все ученики, всё время');
});

test('an address that means nothing, and conditions that leave nobody, say so', async ({
  demonstration: page,
}) => {
  await follow(
    page,
    'explore/board/?board=nowhere&only.grade=%5B5%5D&only.class=%5B%2211%D0%90%22%5D',
  );
  await expect(page.getByText(/Часть адреса не понята.*board=nowhere/)).toBeVisible();
  const nobody = page.getByText('Под эти условия никто не подходит.');
  await expect(nobody.first()).toBeVisible();
  await page
    .getByRole('button', { name: 'Убрать условие «параллель: 5-е классы»' })
    .first()
    .click();
  await expect(nobody).toHaveCount(0);
});

test('a board is arranged, saved, exported, deleted and put back', async ({ page }) => {
  await giveFiles(page, school);
  await accept(page);
  await goTo(page, 'Анализ');
  await openBoard(page);
  const manage = page.getByRole('button', { name: 'Действия с доской' });
  const menuOf = (subtitle: RegExp) =>
    panelOf(page, subtitle).getByRole('button', { name: /^Действия с картинкой/ });
  await fromMenu(page, menuOf(/Охват по направлениям/), 'Убрать с доски');
  await expect(page.getByRole('application')).toHaveCount(panelCount - 1);
  await fromMenu(page, menuOf(/Охват по блокам/), 'Дальше от начала');
  await page.getByRole('button', { name: 'Добавить картинку' }).click();
  const editor = page.getByRole('dialog', { name: 'Что показать' });
  await editor.getByRole('combobox', { name: 'Показатель' }).click();
  await page.getByRole('option', { name: 'Не охвачены' }).click();
  await editor.getByRole('button', { name: 'Готово' }).click();
  await expect(panelOf(page, /Не охвачены/)).toBeVisible();

  await fromMenu(page, manage, 'Сохранить как…');
  await page.getByRole('textbox', { name: 'Название доски' }).fill('К совету');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Доска «К совету» сохранена.')).toBeVisible();
  const described = async () =>
    Promise.all(
      (await page.getByRole('application').all()).map(async (one) =>
        plain((await one.getAttribute('aria-label')) ?? ''),
      ),
    );
  const shown = await described();

  const download = page.waitForEvent('download');
  await fromMenu(page, manage, 'Выгрузить в файл');
  const file = await (await download).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    dinamika: 'board',
    name: 'К совету',
  });

  await page.goto('explore/board/');
  await expect(page.getByRole('application')).toHaveCount(panelCount);
  await page.getByRole('combobox', { name: 'Доска' }).selectOption('К совету');
  await expect.poll(described).toEqual(shown);
  await fromMenu(page, manage, 'Удалить сохранённую');
  await expect(page.getByText('Доска «К совету» удалена.')).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await expect.poll(described).toEqual(shown);

  const chooser = page.waitForEvent('filechooser');
  await fromMenu(page, manage, 'Открыть из файла…');
  await (
    await chooser
  ).setFiles({
    name: 'no.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"dinamika":"board","panels":7}'),
  });
  await expect(page.getByText(/В этом файле нет доски/)).toBeVisible();
  await expect.poll(described).toEqual(shown);
  const again = page.waitForEvent('filechooser');
  await fromMenu(page, manage, 'Открыть из файла…');
  await (
    await again
  ).setFiles({
    name: 'yes.json',
    mimeType: 'application/json',
    buffer: await readFile(file),
  });
  await expect(page.getByText('Доска «К совету» сохранена.')).toBeVisible();
  await expect.poll(described).toEqual(shown);
});
