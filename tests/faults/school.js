import { expect } from '@playwright/test';

/** A file as a browser's dialog hands it over. @typedef {{ name: string, mimeType: string, buffer: Buffer }} MadeFile */

const names = ['Ёлкина Арина', 'Ясенев Тимур', 'Орлова Вера', 'Крот Илья', 'Лось Анна', 'Чиж Пётр'];

/**
 * A file of participations that no other number gives; with `corrected` rows more it is a newer version of the same one.
 * @param {number} number
 * @param {number} rows
 * @param {number} [corrected]
 * @returns {MadeFile}
 */
export function madeFile(number, rows, corrected = 0) {
  const lines = Array.from(
    { length: rows + corrected },
    (_, row) =>
      `${names[row % names.length]};${5 + (row % 7)}А;Концерт ${number * 100_000 + row};${10 + (row % 18)}.02.2026;эстетическое;участник`,
  );
  return {
    name: `Участие ${number}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['ФИО;Класс;Мероприятие;Дата;Направление;Результат', ...lines].join('\r\n'),
    ),
  };
}

/** Opens the screen of imports and waits until the journal is read. @param {import('playwright').Page} page @param {string} site */
export async function openImports(page, site) {
  await page.goto(`${site}import/`);
  await expect(page.getByRole('button', { name: 'Выбрать файлы' })).toBeVisible({
    timeout: 60_000,
  });
  const ledger = page.getByRole('region', { name: 'Что загружено' });
  await expect(
    ledger.getByRole('rowheader').or(ledger.getByText('Здесь появятся принятые файлы')).first(),
  ).toBeVisible({
    timeout: 60_000,
  });
}

/** Gives files on the screen of imports and waits for the review. @param {import('playwright').Page} page @param {MadeFile[]} files */
export async function giveFiles(page, files) {
  await page.locator('input[type=file]').first().setInputFiles(files);
  await acceptButton(page).waitFor({ timeout: 60_000 });
}

/** The button that accepts what is under review. @param {import('playwright').Page} page */
export function acceptButton(page) {
  return page.getByRole('button', { name: /^Принять \d/ });
}

/** Accepts what is under review and waits until the screen says so. @param {import('playwright').Page} page */
export async function accept(page) {
  await acceptButton(page).click();
  await expect(page.getByText(/^Принято \d.* из /)).toBeVisible({ timeout: 60_000 });
}

/** Rows of the list of imports, newest first. @param {import('playwright').Page} page */
export function importsOf(page) {
  return page.getByRole('region', { name: 'Что загружено' }).getByRole('rowheader');
}
