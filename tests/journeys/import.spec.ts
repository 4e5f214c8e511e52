import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
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
  problemsOf,
  reviewOf,
  test,
} from './journey.ts';
import { csv } from './made-file.ts';

const heading = 'ФИО;Класс;Мероприятие;Дата;Направление;Результат';
const rows = [
  'Ёлкина Арина;6А;Концерт «Весна»;14.04.2026;эстетическое;участник',
  'Белов-Орлов Пётр;6А;Концерт «Весна»;14.04.2026;эстетическое;участник',
  'Ким Лев;6Б;Концерт «Весна»;14.04.2026;эстетическое;лауреат',
  'Яковлева Яна;6Б;Концерт «Весна»;14.04.2026;эстетическое;участник',
];

test('rows that cannot be accepted wait in quarantine with their cell and the reason', async ({
  page,
}) => {
  const name = 'Участие IV четверть 2025-2026.csv';
  await giveFiles(page, [
    csv(
      name,
      heading,
      ...rows,
      'Жукова Жанна;6А;Концерт «Весна»;31.04.2026;эстетическое;участник',
      ';6А;Концерт «Весна»;14.04.2026;эстетическое;участник',
      rows[0] ?? '',
    ),
  ]);
  const file = reviewOf(page, name);
  await expectSum(file, 4, 2, 1);
  await expect(file).toContainText('повторы той же записи: 1');

  const issues = problemsOf(file);
  const date = issues.filter({ hasText: 'D6' });
  await expect(date).toContainText('Такой даты не бывает: «31.04.2026».');
  await expect(issues.filter({ hasText: 'A7' })).toContainText('Нет фамилии и имени.');
  await date.getByRole('button', { name: 'Показать D6' }).click();
  const cell = file.getByRole('gridcell', { name: /^31\.04\.2026/ });
  await expect(cell).toBeFocused();
  await expect(cell).toContainText('Такой даты не бывает');

  await accept(page);
  await expect(importsOf(page).getByRole('cell')).toContainText([
    'участие по именам',
    '4',
    '2',
    '1',
  ]);
});

test('a heading that is corrected by hand is known in the next file of the same layout', async ({
  page,
}) => {
  const strange = 'ФИО;Класс;Ура;Дата;Направление;Результат';
  const first = csv('Апрель 2025-2026.csv', strange, ...rows);
  const next = (name: string, date: string) =>
    csv(name, strange, ...rows.map((row) => row.replace('14.04.2026', date)));
  const column = page.getByRole('combobox', { name: 'Поле столбца C' });

  await giveFiles(page, [first]);
  await expect(column).not.toHaveValue('event_name');
  await expect(acceptButton(page)).toBeHidden();
  await column.selectOption('мероприятие');
  await expect(filesUnderReview(page)).toContainText('участие по именам · 4 записи');
  await expect(page.getByRole('columnheader').filter({ has: column })).toContainText(
    'указано вами',
  );
  await accept(page);

  await chooseFiles(page, [next('Май 2025-2026.csv', '12.05.2026')]);
  await expect(filesUnderReview(page)).toContainText('участие по именам · 4 записи');
  await expect(column).toHaveValue('event_name');
  await page.getByRole('button', { name: 'Не принимать' }).click();

  // This loads the page anew.
  await giveFiles(page, [next('Март 2025-2026.csv', '11.03.2026')]);
  await expect(filesUnderReview(page)).toContainText('участие по именам · 4 записи');
  await accept(page);
  await expectRecords(page, '8 записей');
});

test('the same file changes nothing; an import is taken back and brought back', async ({
  page,
}) => {
  const name = 'Участие IV четверть 2025-2026.csv';
  const file = csv(name, heading, ...rows);
  await giveFiles(page, [file]);
  await accept(page);

  await chooseFiles(page, [{ ...file, name: 'Копия.csv' }]);
  await expect(filesUnderReview(page)).toContainText('уже загружен');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Здесь нет ничего нового');
  await expect(
    page.getByText(/^Этот файл уже принят .* Повторный приём ничего не изменит\.$/),
  ).toBeVisible();
  await expect(acceptButton(page)).toBeHidden();
  await page.getByRole('button', { name: 'Не принимать' }).click();
  await expect(importsOf(page)).toHaveCount(1);

  await expectRecords(page, '4 записи');
  await goTo(page, 'Загрузка');
  await page.getByRole('button', { name: `Отменить загрузку «${name}»` }).click();
  await expect(importsOf(page)).toContainText('отменён');
  await goTo(page, 'Данные');
  await expect(page.getByText('Пока нет ни одного файла')).toBeVisible();

  await goTo(page, 'Загрузка');
  await page.getByRole('button', { name: `Вернуть загрузку «${name}»` }).click();
  await expect(importsOf(page)).toContainText('считается');
  await expectRecords(page, '4 записи');
});

test('a folder, a ZIP and tables pasted from a spreadsheet and from a page are read like files', async ({
  page,
}) => {
  const lines = [heading, ...rows];
  const onDay = (day: string): string[] =>
    lines.map((line) => line.replace('14.04.2026', `${day}.04.2026`));
  const table = onDay('16').map((line) => line.split(';'));

  await test.step('a folder with folders in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-'));
    try {
      mkdirSync(join(folder, '6А', 'апрель'), { recursive: true });
      writeFileSync(join(folder, '6А', 'апрель', 'Концерт.csv'), lines.slice(0, 3).join('\r\n'));
      writeFileSync(join(folder, 'Концерт.csv'), [heading, ...rows.slice(2)].join('\r\n'));
      await page.goto('import/');
      const dialog = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Выбрать папку' }).click();
      await (await dialog).setFiles(folder);
      await expect(filesUnderReview(page).getByRole('button')).toHaveCount(2);
      await expect(acceptButton(page)).toHaveText('Принять 4 записи');
      await accept(page);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  await test.step('an archive with folders, workbooks and a picture in it', async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), 'Апрель');
    const packed = zipSync({
      'IV четверть/6А.csv': Buffer.from(onDay('15').join('\r\n')),
      'IV четверть/6Б.xlsx': XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
      'IV четверть/фото.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    });
    await chooseFiles(page, [
      { name: 'Отчёты.zip', mimeType: 'application/zip', buffer: Buffer.from(packed) },
    ]);
    await expect(acceptButton(page)).toHaveText('Принять 8 записей');
    await accept(page);
  });

  await test.step('cells copied in a spreadsheet program', async () => {
    const cells = onDay('17').map((line) => line.replaceAll(';', '\t'));
    await paste(page, { 'text/plain': cells.join('\n') });
    await expect(filesUnderReview(page)).toContainText('участие по именам · 4 записи');
    await accept(page);
  });

  await test.step('a table copied on a page', async () => {
    const markup = onDay('20')
      .map((line) => `<tr>${line.replaceAll(/[^;]+/g, '<td>$&</td>').replaceAll(';', '')}</tr>`)
      .join('');
    await paste(page, {
      'text/html': `<html><body><p>Итоги</p><table><tbody>${markup}</tbody></table></body></html>`,
      'text/plain': onDay('20').join('\n'),
    });
    await expect(filesUnderReview(page)).toContainText('участие по именам · 4 записи');
    await accept(page);
  });
  await expectRecords(page, '20 записей');
});

test('reading that is cancelled and a review that is left write nothing', async ({ page }) => {
  const file = csv('Участие IV четверть 2025-2026.csv', heading, ...rows);
  await giveFiles(page, [file]);
  await accept(page);

  const many = Array.from({ length: 180_000 }, (_, index) =>
    (rows[index % rows.length] ?? '').replace('Концерт', `Концерт ${index}`),
  );
  const large = csv('Участие 2025-2026.csv', heading, many.join('\r\n'));
  expect(large.buffer.length).toBeGreaterThan(20_000_000);
  await chooseFiles(page, [large]);
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(page.getByText('Чтение отменено. Ничего не записано.')).toBeVisible();
  await expect(filesUnderReview(page)).toBeHidden();
  await page.reload();
  await expect(importsOf(page)).toHaveCount(1);

  await chooseFiles(page, [csv('Участие III четверть 2025-2026.csv', heading, ...rows.slice(2))]);
  await expect(filesUnderReview(page)).toContainText('участие по именам · 2 записи');
  await page.reload();
  await expect(importsOf(page)).toHaveCount(1);
  await expectRecords(page, '4 записи');
});

/** Pastes into the page what programs put into the clipboard: each form by its type. */
async function paste(page: Page, forms: Readonly<Record<string, string>>): Promise<void> {
  await expect(page.getByRole('button', { name: 'Выбрать файлы' })).toBeVisible();
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, forms);
}
