import type { Page } from '@playwright/test';
import {
  accept,
  acceptButton,
  expect,
  filesUnderReview,
  giveFiles,
  goTo,
  importsOf,
  plainTexts,
  test,
} from './journey.ts';
import { csv } from './made-file.ts';
import { school, truth } from './school.ts';

test('a second tab follows what the first one accepts and takes back', async ({
  page,
  context,
}) => {
  const second = await context.newPage();
  await second.goto('');
  await expect(second.getByRole('button', { name: 'Открыть демонстрацию' })).toBeVisible();

  await giveFiles(page, school);
  await accept(page);
  const reach = second
    .getByRole('list', { name: 'Главные показатели' })
    .getByRole('listitem')
    .filter({ has: second.getByRole('link', { name: 'Охват', exact: true }) });
  await expect(reach).toContainText(`${truth.reach.x} из ${truth.reach.n}`);

  const last = school.at(-1)?.name ?? '';
  await page.getByRole('button', { name: `Отменить загрузку «${last}»` }).click();
  await expect(importsOf(page).filter({ hasText: last })).toContainText('отменён');
  await goTo(second, 'Загрузка');
  await expect(importsOf(second).filter({ hasText: last })).toContainText('отменён');
  await goTo(second, 'Обзор');
  const quarter = second
    .getByRole('combobox', { name: 'Период' })
    .getByRole('option', { name: 'IV четверть 2025/26' });
  await expect(quarter).toHaveCount(0);
  await expect(reach).toContainText(/\d/);

  await goTo(second, 'Загрузка');
  await second.getByRole('button', { name: `Вернуть загрузку «${last}»` }).click();
  await expect(importsOf(page).filter({ hasText: last })).toContainText('считается');
});

test('a tab that is closed when it says «Принято» has lost nothing', async ({ page, context }) => {
  await giveFiles(page, school);
  await accept(page);
  const kept = await plainTexts(importsOf(page));
  await page.close();

  const next = await context.newPage();
  await next.goto('import/');
  await expect(importsOf(next)).toHaveCount(school.length);
  expect(await plainTexts(importsOf(next))).toEqual(kept);
  await goTo(next, 'Данные');
  await expect(next.getByText(`${truth.records} записей`, { exact: true })).toBeVisible();
  await next.reload();
  await expect(next.getByText(`${truth.records} записей`, { exact: true })).toBeVisible();
});

test('a tab killed while it writes leaves all of the files or none', async ({ page, context }) => {
  const size = 6000;
  const files = ['III', 'IV'].map((quarter, at) =>
    csv(
      `Участие ${quarter} четверть 2025-2026.csv`,
      'ФИО;Класс;Мероприятие;Дата;Направление;Результат',
      ...Array.from(
        { length: size },
        (_, row) =>
          `Ёлкина Арина;6А;Концерт ${row};1${row % 10}.0${2 + 2 * at}.2026;эстетическое;участник`,
      ),
    ),
  );
  const moments: ((tab: Page) => Promise<unknown>)[] = [
    () => Promise.resolve(),
    (tab) => tab.getByRole('button', { name: 'Записываю…' }).waitFor(),
    (tab) => filesUnderReview(tab).waitFor({ state: 'hidden' }),
  ];
  let tab = page;
  for (const moment of moments) {
    await giveFiles(tab, files);
    await acceptButton(tab).click({ noWaitAfter: true });
    await moment(tab);
    await tab.close();

    tab = await context.newPage();
    await tab.goto('data/');
    const nothing = tab.getByText('Пока нет ни одного файла');
    const all = tab.getByText(/^12.000 записей$/);
    await expect(nothing.or(all)).toBeVisible();
    const isThere = await all.isVisible();
    await goTo(tab, 'Загрузка');
    await expect(importsOf(tab)).toHaveCount(isThere ? files.length : 0);
    if (isThere) break;
  }
  await expect(importsOf(tab)).toHaveCount(files.length);
});
