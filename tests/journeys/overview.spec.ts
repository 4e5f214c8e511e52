import { accept, expect, giveFiles, goTo, plain, test } from './journey.ts';
import { school, truth } from './school.ts';

test('the overview compares with last year where it is loaded and says so where it is not', async ({
  smallSchool: page,
}) => {
  await goTo(page, 'Обзор');
  const { reach, reachYearAgo } = truth;
  const headlines = page.getByRole('list', { name: 'Главные показатели' });
  await expect(headlines).toContainText(`${reach.x} из ${reach.n}`);
  expect(plain(await headlines.innerText())).toMatch(/Охват 66,7 % \+33,3 п\. п\. \[/);
  const main = page.getByRole('main');
  await expect(main).toContainText('с периодом IV четверть 2024/25');

  await page.getByRole('combobox', { name: 'Период' }).selectOption('IV четверть 2024/25');
  await expect(headlines).toContainText(`${reachYearAgo.x} из ${reachYearAgo.n}`);
  await expect(headlines.getByRole('listitem').first()).toContainText('сравнения нет');
  // Nothing of 2023/24 is loaded: nobody can tell what there was.
  await expect(main).toContainText('сравнить не с чем');
  await expect(main).not.toContainText('год назад их тоже не было');

  await page.getByRole('combobox', { name: 'Период' }).selectOption('III четверть 2025/26');
  await expect(headlines.getByRole('listitem').first()).toContainText('нет записей');
});

test('without class rolls there are no shares, only a reason', async ({ page }) => {
  await giveFiles(page, school.slice(-1));
  await accept(page);
  await goTo(page, 'Обзор');
  const reach = page
    .getByRole('list', { name: 'Главные показатели' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Охват', exact: true }) });
  await expect(reach).toContainText('—');
  await expect(reach).toContainText('нет списка учеников');
  await expect(page.getByRole('main')).toContainText('списков классов за период нет');
  await goTo(page, 'Анализ');
  await expect(page.getByRole('heading', { name: 'Анализ' })).toBeVisible();
  await page.getByRole('button', { name: 'Таблица' }).click();
  await expect(page.getByRole('row', { name: /^Блок II IV четверть 2025\/26/ })).toContainText(
    '— нет списка учеников',
  );
});
