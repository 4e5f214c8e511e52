import { accept, expect, giveFiles, goTo, openDemonstration, plain, test } from './journey.ts';
import { school } from './school.ts';

test('a snapshot for the council: template, own words, a live number, a picture of a board, and all of it still there', async ({
  page,
}) => {
  await openDemonstration(page);
  await accept(page);
  await goTo(page, 'Педсовет');
  await page.getByRole('button', { name: /^Слайды для совета/ }).click();

  // Pages, texts and numbers are in place.
  const pages = page.getByRole('navigation', { name: 'Страницы' });
  await expect(pages.getByRole('listitem')).toHaveCount(9);
  await pages.getByRole('button', { name: /^2\s*Охват по блокам$/ }).click();
  const sheet = page.getByRole('region', { name: 'Охват по блокам' });
  const lead = sheet.getByRole('textbox', { name: 'Главная мысль, часть 1' });
  await expect
    .poll(async () => plain(await lead.innerText()))
    .toMatch(
      /^Охват: \d\d,\d %\. Участвовали \d+ из \d \d+ учеников; 95 % интервал — от \d\d,\d % до \d\d,\d %\.$/,
    );
  await expect(sheet.getByRole('application')).toHaveCount(2);

  // A conclusion is written, with a number inside that is found by words.
  const conclusion = sheet.getByRole('textbox', { name: 'Вывод, часть 4' });
  await conclusion.click();
  await page.keyboard.type('Блок II держится: ');
  await page.keyboard.press('ControlOrMeta+i');
  const dialog = page.getByRole('dialog', { name: 'Вставить число' });
  await dialog.getByLabel('О ком или о чём').selectOption({ label: 'блок' });
  await dialog.getByLabel('Что именно').selectOption({ label: 'Блок II' });
  await expect
    .poll(async () => plain(await dialog.getByRole('status').innerText()))
    .toMatch(/до проверки: \d\d,\d % Охват, Блок II, IV четверть 2025\/26$/);
  await dialog.getByRole('button', { name: 'Вставить' }).click();
  await page.keyboard.type(' учеников.');
  const written = /^Блок II держится: \d\d,\d % учеников\.$/;
  await expect.poll(async () => plain(await conclusion.innerText())).toMatch(written);
  await expect(conclusion.getByRole('img')).toHaveAccessibleName(
    /^\d\d,\d\s% — Охват, Блок II, IV четверть 2025\/26$/,
  );
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();

  // A panel of a board comes to a page of its own, and can be taken away again at once.
  await goTo(page, 'Анализ');
  await page.getByRole('link', { name: 'Доска', exact: true }).click();
  await page
    .getByRole('button', { name: /^Действия с картинкой .*блок/i })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'В снимок…' }).click();
  const taking = page.getByRole('dialog', { name: 'Добавить в снимок' });
  await taking.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(taking.getByRole('status')).toContainText('на страницу 10 из 10');
  await taking.getByRole('button', { name: 'Отменить' }).click();
  await expect(taking.getByRole('status')).toContainText('снова такой, каким был');
  await taking.getByRole('button', { name: 'Закрыть' }).first().click();
  await page
    .getByRole('button', { name: /^Действия с картинкой .*блок/i })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'В снимок…' }).click();
  await taking.getByRole('button', { name: 'Добавить', exact: true }).click();
  await taking.getByRole('link', { name: 'Открыть снимок' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Страница 10 из 10' })).toBeVisible();
  await expect(page.getByRole('application')).toHaveCount(1);

  // All of it is there after the page is loaded anew.
  await pages.getByRole('button', { name: /^2\s*Охват по блокам$/ }).click();
  await page.reload();
  await expect(sheet).toBeVisible();
  await expect.poll(async () => plain(await conclusion.innerText())).toMatch(written);
  await expect(pages.getByRole('listitem')).toHaveCount(10);

  // Pages are put in another order by keyboard, and steps are taken back and again.
  const second = pages.getByRole('listitem').nth(1);
  await second.getByRole('button').first().focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(pages.getByRole('listitem').first()).toContainText('Охват по блокам');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pages.getByRole('listitem').first()).toContainText('Цель и задачи');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(pages.getByRole('listitem').first()).toContainText('Охват по блокам');

  // A deleted snapshot can be put back.
  await page.getByRole('link', { name: 'Все снимки' }).click();
  await page.getByRole('button', { name: /^Действия со снимком/ }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  await expect(page.getByText('Снимков пока нет')).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть' }).click();
  await expect(page.getByRole('link', { name: /^Слайды для совета/ })).toBeVisible();
});

test('two tabs at one snapshot do not write over each other', async ({ page, context }) => {
  await page.goto('council/');
  await page.getByRole('button', { name: /^Пустые слайды/ }).click();
  const titleOf = (one: typeof page) => one.getByRole('textbox', { name: 'Название страницы' });
  await titleOf(page).click();
  await page.keyboard.type('Начало');
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(titleOf(other)).toHaveText('Начало');
  await titleOf(other).click();
  await other.keyboard.press('End');
  await other.keyboard.type(' года');
  // What nobody touches here follows.
  await expect(titleOf(page)).toHaveText('Начало года');

  // What is being typed here at that moment is not lost, and writes over nothing.
  await page.evaluate(() => {
    // Nothing that waits for a pause comes to its turn any more.
    window.setTimeout = (() => 0) as unknown as typeof setTimeout;
  });
  await titleOf(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(', моё');
  await titleOf(other).click();
  await other.keyboard.press('End');
  await other.keyboard.type('!');
  const asked = page.getByText('Этот снимок изменили в другой вкладке');
  await expect(asked).toBeVisible();
  await expect(titleOf(page)).toHaveText('Начало года, моё');
  await page.getByRole('button', { name: 'Сохранить моё отдельным снимком' }).click();
  await expect(page.getByRole('link', { name: 'Пустые слайды (копия)' })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Пустые слайды (копия)' }).click();
  await expect(titleOf(page)).toHaveText('Начало года, моё');
  await expect(titleOf(other)).toHaveText('Начало года!');
});

test('without tables pages and texts can be prepared, and the screen says what is missing', async ({
  page,
}) => {
  await page.goto('council/');
  await expect(page.getByText(/^Загруженных таблиц нет/)).toBeVisible();
  await page.getByRole('button', { name: /^Аналитическая записка/ }).click();
  await expect(page.getByText(/^Загруженных таблиц нет/)).toBeVisible();
  const lead = page.getByRole('textbox', { name: 'Главная мысль, часть 1' });
  await expect(lead).toContainText('Аналитическая записка о ходе программы');
  await page.getByRole('button', { name: 'Следующая страница' }).click();
  await expect(page.getByText('Картинка появится, когда будут загружены таблицы.')).toBeVisible();
});

test('a pupil who is named in a text is pointed out', async ({ page }) => {
  await giveFiles(page, school);
  await accept(page);
  await goTo(page, 'Педсовет');
  await page.getByRole('button', { name: /^Пустые слайды/ }).click();
  await page.getByRole('button', { name: 'Текст', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Решения/ }).click();
  await page.getByRole('textbox', { name: 'Решения, часть 1' }).click();
  await page.keyboard.type('Поздравить Арину Ёлкину; классный руководитель; май');
  await expect(page.getByText('Похоже на имя ученика: Арину Ёлкину')).toBeVisible();
});
