import type { Page } from '@playwright/test';
import { expect, follow, goTo, plain, plainTexts, test } from './journey.ts';
import { truth } from './school.ts';

const lastQuarter = 'IV четверть 2025/26';

test.beforeEach(async ({ smallSchool: page }) => {
  await goTo(page, 'Загрузка');
  await goTo(page, 'Анализ');
  await expect(page.getByRole('application')).toBeVisible();
});

test('what is chosen stands in the address and comes back with it', async ({
  smallSchool: page,
}) => {
  const measure = page.getByRole('combobox', { name: 'Показатель' });
  await measure.click();
  await page.getByRole('listbox').getByRole('option', { name: 'Не охвачены' }).click();
  await expect(page.getByRole('application')).toHaveAccessibleName(/Не охвачены, 2 ряда/);
  await page.getByRole('combobox', { name: 'Показатель' }).press('ControlOrMeta+a');
  await page.keyboard.type('повторн');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(measure).toHaveValue('Повторное участие');
  expect(new URL(page.url()).searchParams.get('measure')).toBe('M08');
  await goTo(page, 'Обзор');
  await goTo(page, 'Анализ');
  await expect(measure).toHaveValue('Охват');

  await page.getByRole('combobox', { name: 'Разбить по' }).selectOption('класс');
  await page.getByRole('radio', { name: 'Столбцы' }).check();
  await filterBy(page, 'блок', 'Блок II');
  await expect(page.getByRole('application')).toHaveAccessibleName(/^Столбцы по величине/);

  await page.getByRole('button', { name: 'Таблица' }).click();
  const known = async (): Promise<string[]> =>
    (await rowsOf(page)).filter((row) => !row.includes('нет данных'));
  await expect
    .poll(known)
    .toEqual([
      expect.stringMatching(/^6А IV четверть 2025\/26 100,0 .* 15 из 15$/),
      expect.stringMatching(/^6Б IV четверть 2025\/26 0,0 .* 0 из 15$/),
    ]);
  const table = await rowsOf(page);

  const address = new URL(page.url());
  expect(Object.fromEntries(address.searchParams)).toEqual({
    by: 'class',
    chart: 'bars',
    'only.block': '["II"]',
  });
  await page.goto('about:blank');
  await page.goto(address.href);
  await expect(page.getByRole('radio', { name: 'Столбцы' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Разбить по' })).toHaveValue('class');
  await page.getByRole('button', { name: 'Таблица' }).click();
  await expect.poll(() => rowsOf(page)).toEqual(table);

  await page.getByRole('button', { name: 'Снять отбор «Блок II»' }).click();
  await expect(page.getByRole('row', { name: /^6Б/ })).toContainText(
    `${truth.classes['6Б'].x} из ${truth.classes['6Б'].n}`,
  );
  await expect(page).not.toHaveURL(/only\.block/);
});

test('the same period of last year stands beside every number', async ({ smallSchool: page }) => {
  const { reach, reachYearAgo } = truth;
  await page.getByRole('combobox', { name: 'Разбить по' }).selectOption('не разбивать');
  await page.getByRole('button', { name: 'Таблица' }).click();
  const rows = page.getByRole('figure').getByRole('row');
  const last = rows.filter({ hasText: lastQuarter });
  await expect(last).toHaveCount(1);
  await expect(last).toContainText(`${reach.x} из ${reach.n}`);
  expect(plain(await last.innerText())).toMatch(/ 66,7 .* 33,3 10 из 30 \+33,3 п\. п\. \[/);
  await expect(rows.filter({ hasText: 'IV четверть 2024/25' })).toContainText(
    `${reachYearAgo.x} из ${reachYearAgo.n}`,
  );

  await page.getByRole('combobox', { name: 'Сравнить' }).selectOption('не сравнивать');
  await expect(page.getByRole('columnheader', { name: 'Год назад' })).toBeHidden();

  await page.getByRole('combobox', { name: 'Промежуток' }).selectOption('учебный год');
  await expect(page.getByRole('row', { name: /^Охват 2025\/26 / })).toContainText(
    `${reach.x} из ${reach.n}`,
  );
  await page.getByRole('radio', { name: 'Матрица' }).check();
  await page.getByRole('button', { name: 'График' }).click();
  await expect(page.getByRole('application')).toHaveAccessibleName(/^Таблица по времени: Охват/);
});

test('by keyboard alone from the chart to the row of the source file', async ({
  smallSchool: page,
}) => {
  await page.getByRole('application').focus();
  const spoken = page.getByRole('figure').getByRole('status');
  await expect(spoken).toHaveText(new RegExp(`^${lastQuarter}, Блок I: 33,3`));
  expect(plain(await spoken.innerText())).toContain(`${truth.blockI.x} из ${truth.blockI.n}`);
  await page.keyboard.press('ArrowDown');
  await expect(spoken).toHaveText(new RegExp(`^${lastQuarter}, Блок II: 50,0`));
  await page.keyboard.press('ArrowLeft');
  await expect(spoken).not.toContainText(lastQuarter);
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText(`${truth.blockII.x} из ${truth.blockII.n}`);

  await page.keyboard.press('Enter');
  const behind = page.getByRole('region', { name: 'Записи за этим значением' });
  await expect(behind).toContainText('Блок II');
  await expect(behind).toContainText('15 записей');
  const record = behind.getByRole('button', { name: /^Ёлкина Арина/ });
  await expect(record).toContainText('14.04.2026');
  await record.focus();
  await page.keyboard.press('Enter');
  const source = page.getByRole('dialog', { name: 'Источник' });
  await expect(source).toContainText('Участие IV четверть 2025-2026.csv');
  const marked = source.locator('[aria-current="true"]');
  await expect(marked).toHaveCount(1);
  await expect(marked.getByRole('cell')).toContainText(['Ёлкина Арина', '6А', 'Концерт «Весна»']);
  await page.keyboard.press('Escape');
  await expect(source).toBeHidden();
  await expect(record).toBeFocused();
});

test('an address with an unknown part, or that nobody answers to, says so', async ({
  smallSchool: page,
}) => {
  await follow(page, 'explore/?measure=M05&by=moon&only.block=%5B%22II%22%5D');
  await expect(
    page.getByText('В адресе есть то, чего приложение не знает: by=moon. Показано остальное.'),
  ).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Показатель' })).toHaveValue(
    'Участий на участника',
  );
  await expect(page.getByRole('button', { name: 'Снять отбор «Блок II»' })).toBeVisible();
  await expect(page.getByRole('application')).toBeVisible();

  await follow(page, 'explore/?only.class=%5B%2211%D0%AF%22%5D');
  await expect(
    page.getByText('Такому отбору никто не отвечает. Снимите один из отборов.'),
  ).toBeVisible();
});

test('going back and forth in the browser brings the choices of each address', async ({
  smallSchool: page,
}) => {
  await page.getByRole('combobox', { name: 'Разбить по' }).selectOption('класс');
  await expect(page).toHaveURL(/\?by=class$/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Загрузка');
  await page.goForward();
  await expect(page).toHaveURL(/\?by=class$/);
  await expect(page.getByRole('combobox', { name: 'Разбить по' })).toHaveValue('class');
});

async function filterBy(page: Page, dimension: string, member: string): Promise<void> {
  await page.getByRole('button', { name: 'Добавить отбор' }).click();
  const dialog = page.getByRole('dialog', { name: 'Добавить отбор' });
  await dialog.getByRole('combobox', { name: 'Отобрать' }).selectOption(dimension);
  await dialog.getByRole('checkbox', { name: member, exact: true }).check();
  await dialog.getByRole('button', { name: 'Отобрать' }).click();
  await expect(page.getByRole('button', { name: `Снять отбор «${member}»` })).toBeVisible();
}

/** The rows of the table behind the chart, which shows the former answer until the next one is there. */
async function rowsOf(page: Page): Promise<string[]> {
  const rows = page.getByRole('figure').getByRole('row');
  await expect(rows.first()).toBeVisible();
  return (await plainTexts(rows)).slice(1);
}
