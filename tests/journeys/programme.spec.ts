import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accept, expect, giveFiles, goTo, test } from './journey.ts';
import { school, truth } from './school.ts';

const save = (page: Page) => page.getByRole('button', { name: 'Сохранить', exact: true });
const weight = (page: Page) => page.getByRole('textbox', { name: 'Вес: муниципальный' });
/** The winners and the others of the municipal contest, and the participants of the school concert. */
const { winners, others } = truth.points;
const points = (municipal: number) => municipal * (winners * 3 + others) + truth.blockII.x;

test('a weight that is changed counts at once and for good, until the former programme returns', async ({
  page,
  context,
}) => {
  await giveFiles(page, school);
  await accept(page);
  const analysis = await context.newPage();
  await analysis.goto('explore/?measure=M16&by=-');
  await analysis.getByRole('button', { name: 'Таблица' }).click();
  const last = analysis.getByRole('row').filter({ hasText: 'IV четверть 2025/26' });
  const shown = last.getByRole('cell').nth(1);
  await expect(shown).toHaveText(String(points(2)));

  await goTo(page, 'Программа');
  await weight(page).fill('2,5');
  await expect(page.getByText('Есть несохранённые изменения')).toBeVisible();
  await save(page).click();
  await expect(page.getByText('Программа сохранена, показатели пересчитаны.')).toBeVisible();
  await expect(shown).toHaveText(String(points(2.5)));

  await page.reload();
  await expect(weight(page)).toHaveValue('2,5');
  await weight(page).fill('10');
  await save(page).click();
  await expect(shown).toHaveText(String(points(10)));
  await page.getByRole('button', { name: 'Вернуть прежнюю' }).click();
  await expect(
    page.getByText('Прежняя программа возвращена, показатели пересчитаны.'),
  ).toBeVisible();
  await expect(weight(page)).toHaveValue('2,5');
  await expect(shown).toHaveText(String(points(2.5)));
});

test('what is wrong is said at its place and cannot be saved', async ({ page }) => {
  await page.goto('programme/');
  const end = page.getByLabel('Конец: IV четверть 2025/26');
  const former = await end.inputValue();
  await end.fill('2026-03-01');
  const year = page.getByRole('region', { name: '2025/26' });
  await expect(year).toContainText('Период кончается раньше, чем начинается. Поменяйте даты.');
  await expect(end).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('alert')).toContainText(
    '1 место нужно исправить, прежде чем сохранить',
  );
  await expect(save(page)).toBeDisabled();
  await end.fill('');
  await expect(year).toContainText('Такой даты нет.');
  await weight(page).fill('много');
  await expect(page.getByRole('alert')).toContainText('2 места нужно исправить');
  await page.reload();
  await expect(end).toHaveValue(former);

  await end.fill('2026-03-01');
  await page.getByRole('button', { name: 'Не сохранять' }).click();
  await expect(end).toHaveValue(former);
  await expect(save(page)).toBeHidden();
});

test('a programme travels as a file, and a broken file changes nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('programme/');
  await weight(page).fill('3,5');
  await save(page).click();
  await expect(page.getByText('Программа сохранена')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Сохранить в файл' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  const text = readFileSync(await download.path(), 'utf8');

  const elsewhere = await browser.newPage({ ...(baseURL ? { baseURL } : {}), locale: 'ru-RU' });
  await elsewhere.goto('programme/');
  await expect(weight(elsewhere)).toHaveValue('2');

  const broken = [
    ['обрыв.json', text.slice(0, 400), 'Файл не читается как JSON: он оборван'],
    ['список.json', '["ФИО", "Класс"]', 'В файле нет программы'],
    [
      'вес.json',
      JSON.stringify({ ...(JSON.parse(text) as object), remoteFactor: 7 }),
      'множитель заочного участия: Множитель больше 0 и не больше 1',
    ],
  ] as const;
  for (const [name, content, sentence] of broken) {
    await takeFile(elsewhere, name, content);
    const alert = elsewhere.getByRole('alert');
    await expect(alert).toContainText(`Файл «${name}» не подходит. Действует прежняя программа.`);
    await expect(alert).toContainText(sentence);
    await expect(weight(elsewhere)).toHaveValue('2');
    await expect(save(elsewhere)).toBeHidden();
  }

  await takeFile(elsewhere, 'программа.json', text);
  await expect(elsewhere.getByText(/^Программа из файла «программа\.json» показана/)).toBeVisible();
  await expect(elsewhere.getByRole('alert')).toBeHidden();
  await expect(weight(elsewhere)).toHaveValue('3,5');
  await save(elsewhere).click();
  await expect(elsewhere.getByText('Программа сохранена')).toBeVisible();
  await elsewhere.reload();
  await expect(weight(elsewhere)).toHaveValue('3,5');

  await elsewhere.getByRole('button', { name: 'Взять исходную' }).click();
  await expect(weight(elsewhere)).toHaveValue('2');
  await elsewhere.close();
});

async function takeFile(page: Page, name: string, text: string): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Взять из файла' }).first().click();
  await (await dialog).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}
