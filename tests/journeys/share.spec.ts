import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from '@playwright/test';
import { accept, expect, goTo, openDemonstration, plain, test } from './journey.ts';

async function save(page: Page, name: RegExp): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await downloading;
  await expect(page.getByText(`Сохранено: ${download.suggestedFilename()}`)).toBeVisible();
  return download;
}

test('from an empty browser to a file that the council opens with the network off', async ({
  page,
  browser,
}) => {
  await openDemonstration(page);
  await accept(page);
  await goTo(page, 'Педсовет');
  await page.getByRole('button', { name: /^Слайды для совета/ }).click();
  const pages = page.getByRole('navigation', { name: 'Страницы' });
  await expect(pages.getByRole('listitem')).toHaveCount(9);

  const openPage = (): Promise<void> =>
    pages.getByRole('button', { name: /^2\s*Охват по блокам$/ }).click();
  const conclusion = page
    .getByRole('region', { name: 'Охват по блокам' })
    .getByRole('textbox', { name: 'Вывод, часть 4' });
  const check = async (): Promise<void> => {
    await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Проверить и поделиться' }).click();
    await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  };
  const pupil = 'Никиту Назарова';
  const passed = page.getByRole('region', { name: 'Можно делиться' });

  await test.step('a name that stands on a roll is found before anything leaves', async () => {
    await openPage();
    await conclusion.click();
    await page.keyboard.type(`Особенно отметили ${pupil}.`);
    await check();
    await expect(passed).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('В текстах есть имена учеников')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Один файл HTML/ })).toBeDisabled();
    await page.getByRole('link', { name: 'Охват по блокам' }).last().click();
    await conclusion.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Два блока из трёх держатся.');
    await check();
  });

  await expect(passed).toBeVisible({ timeout: 60_000 });
  await expect(passed).toContainText(/Скрыто \d+ из \d+ чисел/);
  await expect(passed).toContainText(/самое узкое может принимать не меньше \d+ значений/);

  const html = await save(page, /^Один файл HTML/);
  const pptx = await save(page, /^Презентация PPTX/);
  const tables = await save(page, /^Таблицы XLSX/);
  for (const file of [pptx, tables]) {
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  }

  const place = `${await html.path()}.html`;
  await html.saveAs(place);
  await test.step('the file opens by itself', async () => {
    const text = await readFile(place, 'utf8');
    expect(text.length).toBeLessThan(1_000_000);
    const alone = await browser.newContext({ offline: true });
    const council = await alone.newPage();
    const requests: string[] = [];
    council.on('request', (request) => requests.push(request.url()));
    await council.goto(pathToFileURL(place).href);
    await expect(council.getByRole('heading', { name: 'Охват по блокам' }).first()).toBeVisible();
    await expect(council.getByText('Два блока из трёх держатся.').first()).toBeVisible();
    expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
    await alone.close();
  });

  await test.step('the file is whole, and its numbers come out again of the data', async () => {
    await goTo(page, 'Педсовет');
    await page.getByRole('link', { name: 'Проверить снимок' }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Выбрать файл' }).click();
    await (await choosing).setFiles(place);
    await expect(page.getByText('Снимок цел, но не подписан').first()).toBeVisible();
    const numbers = page.getByRole('region', { name: 'Сходятся ли числа' });
    await expect(numbers.getByRole('status')).toHaveText(/Сошлось всё: \d+\sутвержден/, {
      timeout: 30_000,
    });
  });

  await test.step('what was shared is known, and can be called back', async () => {
    await goTo(page, 'Педсовет');
    const shared = page.getByRole('region', { name: 'Чем уже поделились' });
    await expect(shared.getByRole('listitem')).toHaveCount(1);
    await expect.poll(async () => plain(await shared.innerText())).toContain('HTML, PPTX, XLSX');
    await shared.getByRole('button', { name: /^Отозвать снимок/ }).click();
    await expect(shared).toContainText('отозван');
    await page.reload();
    await expect(page.getByRole('region', { name: 'Чем уже поделились' })).toContainText('отозван');
  });
});
