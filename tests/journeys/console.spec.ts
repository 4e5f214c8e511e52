import type { Page } from '@playwright/test';
import { accept, expect, giveFiles, test } from './journey.ts';
import { school } from './school.ts';

const endless =
  'SELECT count(*) FROM range(900000) a, range(900000) b WHERE (a.range * b.range) % 7 = 3';
const hostile = [
  'DROP TABLE participation',
  'SELECT 1; DELETE FROM participation',
  "COPY participation TO 'all.csv'",
  'SET enable_external_access = true',
  "ATTACH ':memory:' AS other",
];
const reaching = [
  "SELECT * FROM read_csv('https://example.org/a.csv')",
  "SELECT * FROM 'https://example.org/a.parquet.csv'",
  "SELECT * FROM glob('*')",
];

const editor = (page: Page) => page.getByRole('textbox', { name: 'Текст запроса' });
const grid = (page: Page) => page.getByRole('grid', { name: 'Ответ на запрос' });

/** Writes a text in the place of what stands in the editor, and runs it. */
async function ask(page: Page, text: string): Promise<void> {
  // Filling would replace by a command that browsers give a style of its own.
  await editor(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
  await editor(page).press('Control+Enter');
}

test('a query is completed, run, mended, stopped and kept; nothing but reading is done', async ({
  page,
}) => {
  await giveFiles(page, school);
  await accept(page);
  await page.goto('explore/sql/');
  await expect(
    page.getByRole('navigation', { name: 'Разделы анализа' }).getByRole('link', { name: 'SQL' }),
  ).toHaveAttribute('aria-current', 'page');

  await test.step('names are completed, and inserted from the list of tables', async () => {
    await editor(page).click();
    await page.keyboard.type('SELECT count(*) AS n FROM part');
    await page.getByRole('option', { name: /^participations.*Участия/ }).click();
    await page.keyboard.type(' p WHERE p.');
    await page.getByText('Участия: один ученик в одном мероприятии.').click();
    await page
      .getByRole('list', { name: 'Столбцы таблицы participations' })
      .getByText('counted')
      .first()
      .click();
    await expect(editor(page)).toHaveText(
      'SELECT count(*) AS n FROM participations p WHERE p.counted',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await expect(grid(page).getByRole('columnheader')).toHaveText('n · целое');
    await expect(grid(page).getByRole('gridcell')).toHaveText(/^\d+$/);
  });

  await test.step('an example is run, and its answer ordered by a column', async () => {
    await page.getByRole('button', { name: 'Примеры' }).click();
    await page.getByRole('menuitem', { name: 'Охват по блокам и четвертям' }).click();
    await expect(grid(page).getByRole('columnheader', { name: /^percent/ })).toBeVisible();
    await expect(grid(page).getByRole('gridcell', { name: '2025/26' }).first()).toBeVisible();
    await expect
      .poll(() => new URL(page.url()).searchParams.get('q'))
      .toContain('round(100 * count');
  });

  await test.step('a fault has its place, and the former answer stays, marked', async () => {
    await ask(page, 'SELECT pupil,\n  age\nFROM pupils');
    const fault = page.getByRole('alert').filter({ hasText: 'База не смогла' });
    await expect(fault).toContainText('Строка 2, знак 3.');
    await expect(fault).toContainText('Referenced column "age" not found');
    await expect(editor(page).locator('.cm-fault')).toHaveText('age');
    await expect(page.getByRole('region', { name: 'Ответ на прежний запрос' })).toBeVisible();
    await expect(grid(page).getByRole('columnheader', { name: /^percent/ })).toBeVisible();
  });

  await test.step('what does more than read is refused', async () => {
    for (const text of hostile) {
      await ask(page, text);
      await expect(page.getByRole('alert'), text).toContainText('один запрос на чтение');
    }
    for (const text of reaching) {
      await ask(page, text);
      await expect(page.getByRole('alert'), text).toContainText('отсюда закрыты');
    }
  });

  await test.step('a query without end is stopped, and the next is answered', async () => {
    await ask(page, endless);
    await expect(page.getByText(/^Выполняется \d+ с$/)).toBeVisible();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await expect(page.getByText('Запрос остановлен.')).toBeVisible();
    await ask(page, endless);
    await expect(page.getByRole('button', { name: 'Остановить' })).toBeVisible();
    await editor(page).press('Escape');
    await expect(page.getByText('Запрос остановлен.')).toBeVisible();
    await ask(page, 'SELECT pupil, class FROM pupils ORDER BY pupil, school_year, term');
    await expect(
      grid(page)
        .getByRole('gridcell', { name: /^Ёлкина/ })
        .first(),
    ).toBeVisible();
  });

  await test.step('the text, its answer and the reader’s place are there after a reload', async () => {
    await grid(page).focus();
    for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
    await page.reload();
    await expect(editor(page)).toHaveText(
      'SELECT pupil, class FROM pupils ORDER BY pupil, school_year, term',
    );
    // Thirty pupils in four terms of two years.
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '241');
    await expect(grid(page)).toHaveAttribute('aria-activedescendant', /-3-0$/);
  });

  await test.step('the answer is saved, and the editor left by keyboard', async () => {
    await page.getByRole('button', { name: 'Сохранить…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Таблица CSV' })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: 'Файл останется в школе' }).check();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Таблица CSV' }).click();
    expect((await download).suggestedFilename()).toBe('запрос — для работы внутри школы.csv');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await editor(page).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Выполнить' })).toBeFocused();
  });

  await test.step('the app counts what it counted before', async () => {
    await page
      .getByRole('navigation', { name: 'Экраны' })
      .getByRole('link', { name: 'Данные', exact: true })
      .click();
    await expect(page.getByRole('gridcell', { name: /^Ёлкина/ }).first()).toBeVisible();
  });
});
