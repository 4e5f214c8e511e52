import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import {
  accept,
  chooseFiles,
  expect,
  expectRecords,
  expectSum,
  filesUnderReview,
  giveFiles,
  goTo,
  openTab,
  plainTexts,
  reviewOf,
  test,
} from './journey.ts';
import { csv, type MadeFile } from './made-file.ts';

/** A form of the school's own: one heading that nobody else uses, a column of its own, and two lines below that are no records. */
function monthly(name: string, heading: string, ...rows: string[]): MadeFile {
  const below = ['', 'Сводка по победителям;6А;2', 'Сводка по призёрам;6Б;1'];
  return csv(name, 'Участие в мероприятиях', '', heading, ...rows, ...below);
}

const april = monthly(
  'Апрель 2025-2026.csv',
  'ФИО;Класс;Ура;Дата;Смена;Результат',
  'Ёлкина Арина;6А;Концерт «Весна»;14.04.2026;первая;участник',
  'Белов-Орлов Пётр;6А;Концерт «Весна»;14.04.2026;первая;призёр',
  'Ким Лев;6Б;Конкурс чтецов;21.04.2026;вторая;участник',
);
const may = monthly(
  'Май 2025-2026.csv',
  'ФИО;Класс;Ура;Дата;Смена;Результат',
  'Жукова Жанна;6А;Бал;12.05.2026;вторая;участник',
  'Зайцев Захар;6А;Бал;12.05.2026;первая;призёр',
  'Ким Лев;6Б;Бал;12.05.2026;вторая;победитель',
  'Яковлева Яна;6Б;Бал;12.05.2026;вторая;участник',
);
const march = monthly(
  'Март 2025-2026.csv',
  'ФИО;Класс;Ура;Дата;Смена детей;Кабинет;Результат',
  'Ёлкина Арина;6А;Масленица;11.03.2026;первая;актовый зал;участник',
  'Ким Лев;6Б;Масленица;11.03.2026;вторая;актовый зал;призёр',
);

test('what a person explains once about a form is remembered, and can be looked at, carried over and forgotten', async ({
  page,
}) => {
  const column = (letter: string): Locator =>
    page.getByRole('combobox', { name: `Поле столбца ${letter}` });
  const expectExplained = async (): Promise<void> => {
    await expect(column('C')).toHaveValue('event_name');
    await expect(column('E').locator('option:checked')).toHaveText('Своё поле: Смена');
  };

  await test.step('the table is explained: its end, a heading, a column of its own', async () => {
    await giveFiles(page, [april]);
    const file = reviewOf(page, april.name);
    await column('C').selectOption('мероприятие');
    await expect(page.getByRole('columnheader').filter({ has: column('C') })).toContainText(
      'указано вами',
    );
    await column('E').selectOption('Оставить как своё поле…');
    const dialog = page.getByRole('dialog', { name: 'Своё поле из «Смена»' });
    await expect(dialog.getByRole('textbox', { name: 'Как назвать' })).toHaveValue('Смена');
    await expect(dialog.getByRole('checkbox', { name: 'Разрез для анализа' })).toBeChecked();
    await dialog.getByRole('button', { name: 'Оставить' }).click();
    await expectExplained();

    const end = file.getByRole('separator', { name: /^Конец данных/ });
    await expect(end).toHaveAccessibleName('Конец данных: строка 9');
    await expect(end).toBeEnabled();
    await end.focus();
    await page.keyboard.press('ArrowUp');
    await expect(end).toHaveAccessibleName('Конец данных: строка 8');
    await page.keyboard.press('Escape');
    await expect(end).toHaveAccessibleName('Конец данных: строка 9');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
    await expect(end).toHaveAttribute('aria-valuenow', '6');
    await page.keyboard.press('Enter');
    await expect(file.getByRole('row', { name: /^Строка 8: вне таблицы/ })).toBeVisible();
    await expect(file.getByRole('combobox', { name: 'Таблица' })).toBeVisible();
    await file.getByRole('rowheader', { name: 'Строка 6: запись' }).click();
    await page.getByRole('menuitem', { name: 'Ниже — не таблица' }).press('Enter');
    await expect(file.getByRole('combobox', { name: 'Таблица' })).toBeHidden();
    await expect(end).toHaveAccessibleName('Конец данных: строка 6');
    await expectSum(file, 3, 0, 0);
    await accept(page);
  });

  await test.step('the next month of the same form needs no click', async () => {
    await chooseFiles(page, [may]);
    const file = reviewOf(page, may.name);
    await expectSum(file, 4, 0, 0);
    await expectExplained();
    await expect(filesUnderReview(page)).toContainText('понятен');
    await accept(page);
  });

  await test.step('the form with a column more and another renamed needs one click', async () => {
    await chooseFiles(page, [march]);
    const file = reviewOf(page, march.name);
    await expect(file).toContainText('Похоже на форму, которую вы уже поясняли');
    await expect(file).toContainText('«Смена» теперь «Смена детей»');
    await expect(file).toContainText('добавлено: «Кабинет»');
    await file.getByRole('button', { name: 'Читать так же' }).click();
    await expectExplained();
    await expectSum(file, 2, 0, 0);
    await accept(page);
    await expectRecords(page, '9 записей');
  });

  await test.step('a column of its own is a breakdown of the analysis', async () => {
    await goTo(page, 'Анализ');
    await page.getByRole('combobox', { name: 'Показатель' }).click();
    await page.getByRole('listbox').getByRole('option', { name: 'Всего участий' }).click();
    await page.getByRole('combobox', { name: 'Разбить по' }).selectOption('Смена');
    await page.getByRole('button', { name: 'Таблица' }).click();
    await expect(page.getByRole('row', { name: /^вторая IV четверть 2025\/26 4\b/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /^первая IV четверть 2025\/26 3\b/ })).toBeVisible();
  });

  await goTo(page, 'Загрузка');
  await openTab(page, 'Формы');
  const forms = page
    .getByRole('region', { name: 'Запомненные формы' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) });
  const first = forms.filter({ hasText: '2 загрузки' });

  await test.step('the forms are listed with what was decided, and get names', async () => {
    await expect(forms).toHaveCount(2);
    await first.getByRole('button', { name: /^Назвать форму/ }).click();
    await page.getByRole('textbox', { name: 'Название формы' }).fill('Ежемесячная');
    await page.keyboard.press('Enter');
    await expect(first.getByRole('heading')).toHaveText('Ежемесячная');
    await first.getByText(/решени/).click();
    await expect(first).toContainText('своё поле «Смена», разрез для анализа');
    await expect(first).toContainText('Таблица кончается перед');
  });

  await test.step('a form is forgotten, brought back, and carried over as a file', async () => {
    const text = await saved(page, first.getByRole('button', { name: /^Сохранить в файл:/ }));
    expect(JSON.parse(text)).toBeTruthy();
    await first.getByRole('button', { name: 'Забыть форму: Ежемесячная' }).click();
    await expect(page.getByText('Форма «Ежемесячная» забыта.')).toBeVisible();
    await expect(forms).toHaveCount(1);
    await page.getByRole('button', { name: 'Вернуть' }).click();
    await expect(forms).toHaveCount(2);
    await expect(first.getByRole('heading')).toHaveText('Ежемесячная');

    await first.getByRole('button', { name: 'Забыть форму: Ежемесячная' }).click();
    await expect(forms).toHaveCount(1);
    await page.reload();
    await expect(forms).toHaveCount(1);
    await takeForms(page, 'формы.json', '{"ФИО":');
    await expect(page.getByText('Это не файл с формами.')).toBeVisible();
    await takeForms(page, 'формы.json', text);
    const incoming = page.getByRole('region', { name: 'Из файла «формы.json»' });
    expect(await plainTexts(incoming.getByRole('listitem'))).toEqual(['Ежемесячная новая']);
    await incoming.getByRole('button', { name: 'Взять 1 форму' }).click();
    await expect(forms).toHaveCount(2);
    await expect(forms.filter({ hasText: 'Ежемесячная' })).toHaveCount(1);
  });
});

/** The text of the file that a button saves. */
async function saved(page: Page, button: Locator): Promise<string> {
  const downloading = page.waitForEvent('download');
  await button.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  return readFileSync(await download.path(), 'utf8');
}

async function takeForms(page: Page, name: string, text: string): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Выбрать файл' }).click();
  await (await dialog).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}
