import { locales } from '#lib/i18n/locale.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Page } from '@playwright/test';
import { expect, follow, goTo, plain, plainTexts, test } from './journey.ts';
import { faultOf, type Step } from './reckon.ts';
import { truth } from './school.ts';

test('without data a method tells everything but the example, and leads to the import', async ({
  page,
}) => {
  await page.goto('methods/');
  await page.getByRole('searchbox', { name: 'Найти показатель' }).fill('м9');
  await expect(page.getByText('1 показатель', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /^M09/ }).click();
  await expect(page).toHaveURL(/methods\/\?measure=M09$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Удержание');
  await expect(page.getByRole('math')).toHaveAccessibleName(/^Удержание = .+, делить на: .+/);
  await expect(page.getByText('Здесь будет пример на ваших данных')).toBeVisible();
  await page.getByRole('link', { name: 'К загрузке' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Загрузка');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Удержание');
});

test('an address that names no measure says so and offers all', async ({ page }) => {
  await page.goto('methods/?measure=M99');
  await expect(page.getByText(/^Показателя «M99» нет/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^M01/ })).toBeVisible();
});

test.describe('with data', () => {
  const { reach, reachYearAgo } = truth;

  test.beforeEach(async ({ smallSchool: page }) => {
    await goTo(page, 'Обзор');
    await goTo(page, 'Методика');
    await page.getByRole('link', { name: /^M01/ }).click();
    await expect(page.getByRole('list', { name: 'Шаги расчёта' })).toBeVisible();
  });

  test('a number is worked out step by step down to the cell', async ({ smallSchool: page }) => {
    const steps = page.getByRole('list', { name: 'Шаги расчёта' }).getByRole('listitem');
    const said = (await plainTexts(steps)).join('\n');
    expect(said).toContain(`По спискам классов за IV четверть 2025/26`);
    expect(said).toContain(`${reach.n} учеников`);
    expect(said).toContain(`${reach.x} ÷ ${reach.n} = 0,6667`);
    expect(said).toContain('66,7 %');
    expect(said).toContain(`${reachYearAgo.x} из ${reachYearAgo.n}`);
    expect(said).toMatch(/\+33,3 п\. п\. \[/);

    const rows = page.getByRole('button', { name: /строка \d|ячейка [A-Z]+\d/ });
    const place = plain(await rows.first().innerText());
    await rows.first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('[aria-current="true"]')).toBeVisible();
    const [file = ''] = place.split(' · ');
    await expect(dialog).toContainText(file);
    await page.keyboard.press('Escape');
    await expect(rows.first()).toBeFocused();

    await steps.first().getByRole('button').click();
    await expect(dialog.getByRole('grid')).toHaveAttribute('aria-rowcount', `${reach.n + 1}`);
    await dialog.getByRole('gridcell').first().click();
    await expect(dialog.locator('[aria-current="true"]')).toBeVisible();
    await dialog.getByRole('button', { name: 'Назад к записям' }).click();
    await expect(dialog.getByRole('grid')).toBeVisible();
  });

  test('period and member are chosen, stand in the address and come back with it', async ({
    smallSchool: page,
  }) => {
    const period = page.getByRole('combobox', { name: 'Период' });
    const steps = page.getByRole('list', { name: 'Шаги расчёта' });
    await period.selectOption('IV четверть 2024/25');
    await expect(page.getByRole('heading', { name: /IV четверть 2024\/25/ })).toBeVisible();
    await expect(steps).toContainText(`${reachYearAgo.x} ÷ ${reachYearAgo.n}`);
    await period.selectOption('IV четверть 2025/26');
    await page.getByRole('combobox', { name: 'Разбить по' }).selectOption('класс');
    await page.getByRole('combobox', { name: 'Значение' }).selectOption('6Б');
    const { x, n } = truth.classes['6Б'];
    await expect(page.getByRole('heading', { name: /2025\/26, 6Б/ })).toBeVisible();
    await expect(steps).toContainText(`${x} ÷ ${n}`);
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      measure: 'M01',
      by: 'class',
      member: '"6Б"',
    });
    const told = plain(await steps.innerText());
    await page.goto('about:blank');
    await page.goto(address.href);
    await expect.poll(async () => plain(await steps.innerText())).toBe(told);
    for (const heading of [null, 'Охват', 'Методика']) {
      await page.goBack();
      if (heading) await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    }
  });
});

test('every method of the demonstration is worked out, and each sum makes what is shown', async ({
  demonstration: page,
}) => {
  await follow(page, 'methods/');
  await page.getByRole('link', { name: /^M01/ }).click();
  let language: 'ru' | 'en' = 'ru';
  let reckoned = 0;
  const faults: string[] = [];
  for (const id of Object.keys(measures) as MeasureId[]) {
    await page.getByRole('link', { name: new RegExp(`^${id} `) }).click();
    for (const isOther of [false, true]) {
      if (isOther) language = await turnLanguage(page, language);
      const { t } = locales[language];
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.measures.words[id].name);
      const { all, steps } = await readMethod(page, t.methods.steps);
      const odd = /NaN|Infinity|∞|undefined|null|\[object/.exec(all);
      if (odd) faults.push(`${id}: ${odd[0]}`);
      if (!steps.some(({ isResult }) => isResult)) faults.push(`${id}: no number`);
      const told = steps.filter(({ sum }) => sum !== null);
      reckoned += told.length;
      faults.push(...told.flatMap((step) => faultOf(step, language) ?? []));
    }
  }
  expect(faults).toEqual([]);
  expect(reckoned).toBeGreaterThan(4 * Object.keys(measures).length);
});

/** Turns the screen from one language to the other, and says which it is now. */
async function turnLanguage(page: Page, former: 'ru' | 'en'): Promise<'ru' | 'en'> {
  const next = former === 'ru' ? 'en' : 'ru';
  const { app } = locales[former].t;
  await page.getByRole('combobox', { name: app.language }).selectOption(app.languageNames[next]);
  return next;
}

/** What the page of a measure says, and the steps of its example once they are there. */
async function readMethod(page: Page, name: string): Promise<{ all: string; steps: Step[] }> {
  const list = page.getByRole('list', { name, exact: true });
  await expect(list.getByRole('listitem').first()).toBeVisible();
  const steps = await list.evaluate((shown) =>
    [...shown.children].map((step) => ({
      sum: step.querySelector('.arithmetic')?.textContent ?? null,
      value: step.querySelector('.value')?.textContent ?? '',
      isResult: step.matches('.result'),
    })),
  );
  return { all: await page.getByRole('main').innerText(), steps };
}
