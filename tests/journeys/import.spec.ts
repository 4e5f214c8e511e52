import type { Page } from '@playwright/test';
import {
  accept,
  acceptButton,
  chooseFiles,
  csv,
  expect,
  filesUnderReview,
  giveFiles,
  goTo,
  importsOf,
  plain,
  test,
} from './journey.ts';

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
  const file = page.getByRole('region', { name });
  await expect(file).toBeVisible();
  expect(plain(await file.innerText())).toContain(
    '7 прочитано = 4 принять + 2 в карантин + 1 отложено правилом',
  );
  await expect(file).toContainText('повторы той же записи: 1');

  const issues = file.getByRole('region', { name: 'Вопросы' }).getByRole('listitem');
  const date = issues.filter({ hasText: 'D6' });
  await expect(date).toContainText('Такой даты не бывает: «31.04.2026».');
  await expect(issues.filter({ hasText: 'A7' })).toContainText('Нет фамилии и имени.');
  await date.getByRole('button', { name: 'Показать в листе' }).click();
  await expect(file.getByRole('row', { name: /31\.04\.2026/ })).toContainText(
    'Такой даты не бывает',
  );

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

test('a corrected version takes the place of the former one until it is taken back', async ({
  page,
}) => {
  const before = 'Участие IV четверть 2025-2026.csv';
  const after = 'Участие IV четверть 2025-2026 (исправлено).csv';
  await giveFiles(page, [csv(before, heading, ...rows)]);
  await accept(page);
  await chooseFiles(page, [
    csv(
      after,
      heading,
      ...rows.slice(1).map((row) => row.replace('лауреат', 'победитель')),
      'Жукова Жанна;6А;Концерт «Весна»;14.04.2026;эстетическое;участник',
      'Зайцев Захар;6А;Концерт «Весна»;14.04.2026;эстетическое;участник',
    ),
  ]);
  await expect(page.getByRole('region', { name: after })).toContainText(
    `Новая версия файла «${before}»: добавлено 2, изменено 1, убрано 1.`,
  );
  await accept(page);
  const former = importsOf(page).filter({ hasText: before });
  await expect(former).toContainText('заменён новой версией');
  await expectRecords(page, '5 записей');

  await goTo(page, 'Загрузка');
  await page.getByRole('button', { name: `Отменить загрузку «${after}»` }).click();
  await expect(former).toContainText('считается');
  await expectRecords(page, '4 записи');
});

test('a table that is pasted is read like a file', async ({ page }) => {
  await page.goto('import/');
  await expect(page.getByRole('button', { name: 'Выбрать файлы' })).toBeVisible();
  const text = [heading, ...rows].map((line) => line.replaceAll(';', '\t')).join('\n');
  await page.evaluate((table) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', table);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await expect(filesUnderReview(page)).toContainText('участие по именам · 4 записи');
  await accept(page);
  await expectRecords(page, '4 записи');
});

test('reading that is cancelled and a review that is left write nothing', async ({ page }) => {
  const many = Array.from({ length: 120_000 }, (_, index) =>
    (rows[index % rows.length] ?? '').replace('Концерт', `Концерт ${index}`),
  );
  await page.goto('import/');
  await chooseFiles(page, [csv('Участие 2025-2026.csv', heading, ...many)]);
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(page.getByText('Чтение отменено. Ничего не записано.')).toBeVisible();
  await expect(filesUnderReview(page)).toBeHidden();
  await page.reload();
  await expect(page.getByText('Здесь появятся принятые файлы.')).toBeVisible();

  await chooseFiles(page, [csv('Участие IV четверть 2025-2026.csv', heading, ...rows)]);
  await expect(filesUnderReview(page)).toContainText('участие по именам · 4 записи');
  await page.reload();
  await expect(page.getByText('Здесь появятся принятые файлы.')).toBeVisible();
});

/** Opens the records and expects so many. */
async function expectRecords(page: Page, count: string): Promise<void> {
  await goTo(page, 'Данные');
  await expect(page.getByText(count, { exact: true })).toBeVisible();
}
