import type { Locator } from '@playwright/test';
import {
  accept,
  chooseFiles,
  expect,
  expectRecords,
  giveFiles,
  goTo,
  importsOf,
  openTab,
  recordRows,
  reviewOf,
  test,
  undoImport,
} from './journey.ts';
import { csv } from './made-file.ts';

const heading = 'ФИО;Класс;Мероприятие;Дата;Направление;Результат';
const concert = (name: string, result: string): string =>
  `${name};6А;Концерт «Весна»;14.04.2026;эстетическое;${result}`;
const before = csv(
  'Участие IV четверть 2025-2026.csv',
  heading,
  concert('Ёлкина Арина', 'участник'),
  concert('Белов-Орлов Пётр', 'участник'),
  concert('Ким Лев', 'лауреат'),
  concert('Яковлева Яна', 'участник'),
  concert('Жукова Жанна', 'участник'),
  concert('Зайцев Захар', 'участник'),
);
const after = csv(
  'Участие IV четверть 2025-2026 (исправлено).csv',
  heading,
  concert('Ёлкина Арина', 'участник'),
  concert('Белов-Орлов Пётр', 'призёр'),
  concert('Ким Лев', 'победитель'),
  concert('Яковлева Яна', 'участник'),
  concert('Юдин Юрий', 'участник'),
);

test('a corrected version is shown change by change, taken over as far as wanted, and taken back', async ({
  page,
}) => {
  await giveFiles(page, [before]);
  await accept(page);
  const former = await recordRows(page, 6);

  await goTo(page, 'Загрузка');
  await chooseFiles(page, [after]);
  const difference = reviewOf(page, after.name).getByRole('region', {
    name: `Новая версия файла «${before.name}», принятого`,
  });
  const changes = difference
    .getByRole('table', { name: 'Различия с прежним файлом' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

  await test.step('added, changed and removed are told cell by cell', async () => {
    await expect(difference).toContainText('2 записи без изменений');
    await expect(changes).toHaveCount(5);
    await expectChanged(changes, 'Белов-Орлов Пётр', 'участник', 'призёр');
    await expectChanged(changes, 'Ким Лев', 'призёр', 'победитель');
    await expect(changes.filter({ hasText: 'Юдин Юрий' })).toContainText('добавлено');
    for (const name of ['Жукова Жанна', 'Зайцев Захар'])
      await expect(changes.filter({ hasText: name })).toContainText('нет в новом');
    await expect(changes.filter({ hasText: 'Юдин Юрий' })).toContainText('здесь: строка 6');
    await expect(changes.filter({ hasText: 'Зайцев Захар' })).toContainText('было: строка 7');
  });

  await test.step('they are narrowed by kind and by name', async () => {
    await difference.getByRole('radio', { name: 'нет в новом 2' }).check();
    await expect(changes).toHaveCount(2);
    await difference.getByRole('searchbox', { name: 'Найти' }).fill('зайцев');
    await expect(changes).toHaveCount(1);
    await difference.getByRole('searchbox', { name: 'Найти' }).fill('');
    await difference.getByRole('radio', { name: 'Все 5' }).check();
    await expect(changes).toHaveCount(5);
  });

  await test.step('one change and one removal are refused, and a refusal is undone', async () => {
    const take = (name: string): Locator =>
      difference.getByRole('checkbox', { name: `Принять: ${name}` });
    await difference.getByRole('button', { name: 'Не удалять (2)' }).click();
    await expect(take('Жукова Жанна')).not.toBeChecked();
    await difference.getByRole('button', { name: 'Отменить выбор' }).click();
    await expect(take('Жукова Жанна')).toBeChecked();
    await take('Ким Лев').uncheck();
    await take('Зайцев Захар').focus();
    await page.keyboard.press('Space');
    await expect(difference).toContainText('2 различия не будут приняты');
  });

  await test.step('what was taken over is what counts', async () => {
    await accept(page);
    await expect(importsOf(page)).toHaveCount(2);
    const taken = ['Белов-Орлов', 'Ёлкина', 'Зайцев', 'Ким', 'Юдин', 'Яковлева'].sort();
    const surnames = async (): Promise<(string | undefined)[]> =>
      (await recordRows(page, 6)).map((row) => row.split(' ')[0]).sort();
    await expect.poll(surnames).toEqual(taken);
    const now = await recordRows(page, 6);
    for (const name of ['Белов-Орлов', 'Ким'])
      expect(now.find((row) => row.startsWith(name))).toContain('призёр');
  });

  await test.step('taking it back restores the former version whole', async () => {
    await goTo(page, 'Загрузка');
    await undoImport(page, after.name);
    await expect(importsOf(page).filter({ hasText: after.name })).toContainText('отменён');
    await expect.poll(() => recordRows(page, 6)).toEqual(former);
  });
});

test('one event told by two teachers counts once, and as two when somebody says so', async ({
  page,
}) => {
  await giveFiles(page, [before]);
  await accept(page);
  await chooseFiles(page, [
    csv(
      'Отчёт музея, апрель 2026.csv',
      'Участник;Класс;Название мероприятия;Дата проведения;Итог',
      'Ёлкина Арина;6А;Школьный концерт «Весна»;14.04.2026;участник',
      'Белов-Орлов Пётр;6А;Школьный концерт «Весна»;14.04.2026;участник',
      'Ким Лев;6А;Школьный концерт «Весна»;14.04.2026;призёр',
      'Юдин Юрий;6А;Школьный концерт «Весна»;14.04.2026;участник',
    ),
  ]);
  await accept(page);
  await expectRecords(page, '7 записей');

  const openMatches = async (): Promise<void> => {
    await goTo(page, 'Загрузка');
    await openTab(page, 'Совпадения');
  };
  const pair = page.getByRole('article', {
    name: /«Концерт «Весна»» и «Школьный концерт «Весна»»/,
  });
  const decided = page.getByRole('region', { name: 'Решено вами' });
  await openMatches();
  await expect(pair).toContainText('3 из 4 участников общие');
  await expect(pair).toContainText('Пока считаются одним.');
  await pair.getByRole('button', { name: 'Это разные мероприятия' }).click();
  await expect(decided).toContainText('Школьный концерт');
  await expectRecords(page, '10 записей');

  await openMatches();
  await decided.getByRole('button', { name: /^Отменить решение/ }).click();
  await expect(pair).toBeVisible();
  await expectRecords(page, '7 записей');
});

async function expectChanged(
  changes: Locator,
  name: string,
  was: string,
  became: string,
): Promise<void> {
  const row = changes.filter({ hasText: name });
  await expect(row).toContainText('изменено');
  await expect(row.getByRole('listitem')).toContainText('Результат:');
  await expect(row.getByRole('deletion')).toHaveText(was);
  await expect(row.getByRole('insertion')).toHaveText(became);
}
