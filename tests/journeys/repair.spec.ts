import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import type { Locator, Page } from '@playwright/test';
import iconv from 'iconv-lite';
import {
  accept,
  acceptButton,
  chooseFiles,
  expect,
  expectRecords,
  expectSum,
  filesUnderReview,
  giveFiles,
  goTo,
  importsOf,
  plain,
  plainTexts,
  problemsOf,
  recordRows,
  reviewOf,
  test,
  undoImport,
} from './journey.ts';
import { csv } from './made-file.ts';
import { messySheet } from './school.ts';

const { name } = messySheet;

test('a messy sheet is mended on the spot, its rows add up at each step, and all of it is taken back', async ({
  page,
}) => {
  const file = reviewOf(page, name);
  const problems = problemsOf(file);
  const sheet = file.getByRole('grid', { name: 'Лист, как он лежит в файле' });
  await giveFiles(page, [messySheet]);

  await test.step('what is wrong is counted, with its place and a proposal', async () => {
    await expectSum(file, 2, 5, 5);
    await expect(problems).toHaveCount(4);
    const word = problems.filter({ hasText: 'призерр' });
    await expect(word).toContainText('«Результат» в 3 ячейках');
    await expect(word.getByRole('button', { name: /^Показать G/ })).toHaveText(['G7', 'G8', 'G11']);
    await expect(word).toContainText('Скорее всего «призёр»: отличается одной буквой.');
    await expect(acceptButton(page)).toHaveText('Принять 2 записи');
  });

  await test.step('a word is mended in all cells at once', async () => {
    await problems
      .filter({ hasText: 'призерр' })
      .getByRole('button', { name: 'Исправить все 3' })
      .click();
    await expectSum(file, 4, 3, 5);
    await expect(problems).toHaveCount(3);
  });

  await test.step('a date is mended as it is proposed', async () => {
    const date = problems.filter({ hasText: '12.13.2025' });
    await expect(date).toContainText('Скорее всего «13.12.2025»: день и месяц переставлены.');
    await date.getByRole('button', { name: 'Исправить', exact: true }).click();
    await expectSum(file, 5, 2, 5);
  });

  await test.step('a name is written into its cell by keyboard alone', async () => {
    await problems
      .filter({ hasText: 'Нет фамилии и имени' })
      .getByRole('button', { name: 'Показать B12' })
      .press('Enter');
    const row = sheet.getByRole('row', { name: /^Строка 12/ });
    await expect(row.getByRole('gridcell').nth(1)).toBeFocused();
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Новое значение ячейки B12' })).toBeFocused();
    await page.keyboard.type('Щукина');
    await page.keyboard.press('Escape');
    await expect(row.getByRole('gridcell').nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Щукина Эмма');
    await page.keyboard.press('Enter');
    await expectSum(file, 6, 1, 5);
    await expect(row).toContainText(/Щукина Эмма\s*, было пусто/);
  });

  await test.step('two repairs are taken back, and done again', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expectSum(file, 5, 2, 5);
    await file.getByRole('button', { name: 'Отменить исправление' }).click();
    await expectSum(file, 4, 3, 5);
    await expect(problems.filter({ hasText: '12.13.2025' })).toBeVisible();
    await file.getByRole('button', { name: 'Вернуть исправление' }).click();
    await expectSum(file, 5, 2, 5);
    await file.getByRole('button', { name: 'Вернуть исправление' }).click();
    await expectSum(file, 6, 1, 5);
    await expect(file.getByRole('button', { name: 'Вернуть исправление' })).toBeDisabled();
  });

  await test.step('a row that nobody can mend is set aside by hand', async () => {
    await problems
      .filter({ hasText: '31.09.2025' })
      .getByRole('button', { name: 'Отставить строку' })
      .click();
    await expectSum(file, 6, 0, 6);
    await expect(file).toContainText('Вопросов нет.');
    await file.getByRole('button', { name: 'отставлены вручную: 1: показать строку' }).click();
    const list = page.getByRole('dialog', { name: 'Строки: отставлены вручную' });
    await expect(list.getByRole('listitem')).toContainText('Зайцев Захар');
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
  });

  await test.step('what was accepted is what is counted, also after a reload', async () => {
    await expect(acceptButton(page)).toHaveText('Принять 6 записей');
    await accept(page);
    const standing = ['участие по именам', '6', '0', '6'];
    await expect(importsOf(page).getByRole('cell')).toContainText(standing);
    await expectCounted(page);
    await page.reload();
    await expectCounted(page);
    await page.reload();
    await goTo(page, 'Загрузка');
    await expect(importsOf(page).getByRole('cell')).toContainText(standing);
  });

  await test.step('the import is taken back with all its repairs', async () => {
    await undoImport(page, name);
    await expect(importsOf(page)).toContainText('отменён');
    await goTo(page, 'Данные');
    await expect(page.getByText('Пока нет ни одного файла')).toBeVisible();
  });
});

test('rows in quarantine go out as a workbook, come back mended and are counted once', async ({
  page,
}) => {
  const heading = 'ФИО;Класс;Мероприятие;Дата;Направление;Результат';
  await giveFiles(page, [
    csv(
      name,
      heading,
      'Ёлкина Арина;6А;Концерт «Весна»;14.04.2026;эстетическое;участник',
      'Белов-Орлов Пётр;6А;Концерт «Весна»;14.04.2026;эстетическое;призёр',
      'Жукова Жанна;6Б;Концерт «Весна»;31.09.2025;эстетическое;призёр',
      ';6Б;Концерт «Весна»;14.04.2026;эстетическое;участник',
      'Зайцев Захар;6Б;Концерт «Весна»;14.04.2026;эстетическое;герой',
    ),
  ]);
  await accept(page);
  const former = await recordRows(page, 2);

  await goTo(page, 'Загрузка');
  await page
    .getByRole('button', { name: `Исправить 3 строки в карантине файла «${name}»` })
    .click();
  await expectSum(reviewOf(page, name), 2, 3, 0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать карантин' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Участие 2025-2026, карантин.xlsx');
  const mended = await test.step('the reason stands beside each cell', async () => {
    const book = XLSX.read(readFileSync(await download.path()));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const rows = XLSX.utils.sheet_to_json<Readonly<Record<string, string>>>(sheet, { range: 3 });
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      ФИО: 'Жукова Жанна',
      Дата: '31.09.2025',
      '⚠ Дата': 'Такой даты не бывает: «31.09.2025». Исправьте день или месяц.',
    });
    expect(rows[1]?.['⚠ ФИО']).toMatch(/^Нет фамилии и имени/);
    expect(rows[2]?.['⚠ Результат']).toMatch(/^Результат «герой» не известен/);
    replaceCell(sheet, '31.09.2025', '30.09.2025');
    replaceCell(sheet, 'герой', 'победитель');
    return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  });

  await page.getByRole('button', { name: 'Не принимать' }).click();
  const back = { name: 'исправлено.xlsx', mimeType: 'application/octet-stream', buffer: mended };
  await chooseFiles(page, [back]);
  await expect(filesUnderReview(page)).toContainText('карантин вернулся');
  const file = reviewOf(page, name);
  await expectSum(file, 4, 1, 0);
  await expect(problemsOf(file)).toHaveCount(1);
  await expect(file.getByRole('row', { name: /^Строка 4/ })).toContainText('было: 31.09.2025');
  await filesUnderReview(page).getByRole('button', { name: back.name }).click();
  await expect(reviewOf(page, back.name)).toContainText(
    `Карантин файла «${name}» вернулся: исправлено 2 ячейки.`,
  );

  await accept(page);
  const active = importsOf(page).filter({ hasText: 'считается' });
  await expect(active).toHaveCount(1);
  await expect(active.getByRole('cell')).toContainText(['участие по именам', '4', '1', '0']);
  await expect(importsOf(page).filter({ hasText: 'заменён исправленным' })).toHaveCount(1);
  await expectRecords(page, '4 записи');

  await goTo(page, 'Загрузка');
  await chooseFiles(page, [back]);
  await expect(filesUnderReview(page)).toContainText('уже загружен');
  await expect(acceptButton(page)).toBeHidden();
  await page.getByRole('button', { name: 'Не принимать' }).click();

  await undoImport(page, name);
  await expect(importsOf(page).filter({ hasText: 'отменён' })).toHaveCount(1);
  await expect.poll(() => recordRows(page, 2)).toEqual(former);
});

test('a text that was decoded wrongly is decoded again, after a look at it', async ({ page }) => {
  const text = [
    'ФИО,Класс,Мероприятие,Дата,Направление,Результат',
    'Яковлева Яна,6А,Бал,14.04.2026,эстетическое,участник',
    'Ким Лев,6А,Бал,14.04.2026,эстетическое,призёр',
  ].join('\n');
  await giveFiles(page, [{ name, mimeType: 'text/csv', buffer: iconv.encode(text, 'koi8-r') }]);
  const file = reviewOf(page, name);
  await expectSum(file, 2, 0, 0);
  await expect(file).toContainText('Кодировка: KOI8-R');

  const open = async (): Promise<Locator> => {
    await file.getByRole('button', { name: 'Изменить…: кодировка и разделитель' }).click();
    return page.getByRole('dialog', { name: 'Как прочитан текст' });
  };
  const dialog = await open();
  const preview = dialog.getByRole('region', { name: 'Первые строки' });
  const encoding = dialog.getByRole('combobox', { name: 'Кодировка' });
  const delimiter = dialog.getByRole('combobox', { name: 'Разделитель' });
  await expect(preview.getByRole('cell', { name: 'Яковлева Яна', exact: true })).toBeVisible();
  await encoding.selectOption('Windows-1251');
  await expect(preview.getByRole('cell', { name: 'Яковлева Яна', exact: true })).toBeHidden();
  const wrongly = iconv.decode(iconv.encode('Яковлева Яна', 'koi8-r'), 'windows-1251');
  await expect(preview.getByRole('cell', { name: wrongly, exact: true })).toBeVisible();
  await delimiter.selectOption('точка с запятой');
  await expect(preview.getByRole('row').nth(1).getByRole('cell')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Не менять' }).click();
  await expectSum(file, 2, 0, 0);
  await expect(file).toContainText('Кодировка: KOI8-R');

  await open();
  await encoding.selectOption('Windows-1251');
  await dialog.getByRole('button', { name: 'Применить' }).click();
  await expect(file).toContainText('Кодировка: Windows-1251');
  await expect(file.getByRole('gridcell', { name: 'Яковлева Яна' })).toBeHidden();
  await expect(acceptButton(page)).toBeHidden();

  await open();
  await encoding.selectOption('KOI8-R');
  await delimiter.selectOption('точка с запятой');
  await dialog.getByRole('button', { name: 'Применить' }).click();
  await expect(file.getByRole('alert')).toContainText('не нашлось таблицы');
  await open();
  await encoding.selectOption('KOI8-R');
  await delimiter.selectOption('запятая');
  await dialog.getByRole('button', { name: 'Применить' }).click();
  await expectSum(file, 2, 0, 0);
  await expect(acceptButton(page)).toHaveText('Принять 2 записи');
});

/** The six records of the messy sheet, wherever they are counted. */
async function expectCounted(page: Page): Promise<void> {
  await expectRecords(page, '6 записей');
  await goTo(page, 'Обзор');
  const row = page
    .getByRole('region', { name: 'Полнота данных' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Участий', exact: true }) });
  await expect(row).toBeVisible();
  const counts = (await plainTexts(row.getByRole('cell'))).filter((text) => /[1-9]/.test(text));
  expect(counts.map(plain)).toEqual(['3', '3']);
}

/** Writes another text into the one cell of a sheet that reads so. */
function replaceCell(sheet: XLSX.WorkSheet, from: string, to: string): void {
  const cells = Object.values(sheet).filter(
    (cell): cell is XLSX.CellObject =>
      typeof cell === 'object' && cell !== null && (cell as XLSX.CellObject).v === from,
  );
  expect(cells).toHaveLength(1);
  for (const cell of cells) Object.assign(cell, { v: to, h: to, w: to });
}
