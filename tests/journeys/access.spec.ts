import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Result, RunOptions } from 'axe-core';
import { locales } from '../../src/lib/i18n/locale.ts';
import { accept, expect, giveFiles, goTo, importsOf, test } from './journey.ts';
import { csv, type MadeFile } from './made-file.ts';
import { makeSnapshots } from './made-snapshots.ts';
import { correctedFile, messySheet, otherReport, school, truth } from './school.ts';

const axe = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const screens = [
  'overview',
  'import',
  'explore',
  'records',
  'council',
  'programme',
  'methods',
] as const;

/** Each journey changes sides at every stop; what one sees light the other sees dark, and from stop to stop large or small. */
const ways = [
  {
    language: 'ru',
    sides: [
      { viewport: wide, theme: 'light' },
      { viewport: narrow, theme: 'dark' },
    ],
  },
  {
    language: 'en',
    sides: [
      { viewport: wide, theme: 'dark' },
      { viewport: narrow, theme: 'light' },
    ],
  },
] as const;

for (const { language, sides } of ways) {
  test(`no barrier on any screen, large or small, light or dark: ${language}`, async ({ page }) => {
    test.slow();
    const { t } = locales[language];
    const barriers: string[] = [];
    let [here, there]: readonly [Side, Side] = sides;
    const take = async ({ viewport, theme }: Side): Promise<void> => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme });
    };
    const look = async (where: string): Promise<void> => {
      await settle(page);
      const { viewport, theme } = here;
      const found = await findBarriers(page);
      barriers.push(
        ...found.map((barrier) => `${where}, ${viewport.width} px, ${theme}: ${barrier}`),
      );
      await take(there);
      [here, there] = [there, here];
    };

    await page.emulateMedia({ reducedMotion: 'reduce' });
    await take(here);
    await page.goto('');
    for (const theme of ['dark', 'light'] as const) {
      await choose(page, locales.ru.t.app.themes[theme]);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    }
    await choose(page, locales.ru.t.app.themes.system);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    await choose(page, t.app.languageNames[language]);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const rail = page.getByRole('navigation', { name: t.app.screenList });
    const open = async (screen: (typeof screens)[number]): Promise<void> => {
      await rail.getByRole('link', { name: t.app.screens[screen], exact: true }).click();
      await expect(rail.getByRole('link', { name: t.app.screens[screen] })).toHaveAttribute(
        'aria-current',
        'page',
      );
    };
    const openSection = async (list: string, name: string): Promise<void> => {
      const link = page
        .getByRole('navigation', { name: list })
        .getByRole('link', { name: new RegExp(`^${name}`) });
      await link.click();
      await expect(link).toHaveAttribute('aria-current', 'page');
    };
    const { board, sql } = t.console.tabs;
    const openAnalysis = (name: string): Promise<void> => openSection(t.console.tabs.label, name);
    const lookAtTabs = async (when: string): Promise<void> => {
      for (const tab of ['matches', 'forms'] as const) {
        await openSection(t.matching.tabs.label, t.matching.tabs[tab]);
        if (when !== 'empty' && tab === 'matches')
          await expect(page.getByRole('article').first()).toBeVisible();
        await look(`${tab}, ${when}`);
      }
    };
    const choosing = async (made: MadeFile[]): Promise<void> => {
      await open('import');
      const dialog = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: t.importing.drop.choose, exact: true }).click();
      await (await dialog).setFiles(made);
    };
    const acceptAll = async (): Promise<void> => {
      const acceptWord = t.importing.review.accept(1, '').split(' ')[0] ?? '';
      await page.getByRole('button', { name: new RegExp(`^${acceptWord} \\d`) }).click();
      await expect(page.getByRole('link', { name: t.importing.toOverview })).toBeVisible();
    };
    const lookInDialog = async (button: string, where: string): Promise<void> => {
      await page.getByRole('button', { name: button, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(where);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    };
    for (const screen of screens) {
      await open(screen);
      await expect(page.getByRole('progressbar')).toBeHidden();
      await look(`${screen}, empty`);
      if (screen === 'import') await lookAtTabs('empty');
      if (screen === 'explore')
        for (const name of [board, t.contrasting.tab, t.explaining.tab, t.pivot.tab, sql]) {
          await openAnalysis(name);
          await look(`${name}, empty`);
        }
    }

    await choosing([...school, messySheet, otherReport, csv('пусто.csv')]);
    const files = page.getByRole('list', { name: t.importing.review.files }).getByRole('button');
    await expect(files).toHaveCount(school.length + 3);
    await files.filter({ hasText: 'пусто' }).click();
    await look('review of a refused file');
    await files.filter({ hasText: messySheet.name }).click();
    await page.getByRole('button', { name: t.repairing.work.showCell('E11') }).click();
    const cell = page.getByRole('gridcell', { name: /^12\.13\.2025/ });
    await expect(cell).toBeFocused();
    await look('review of a messy sheet');
    await cell.press('Enter');
    await look('a cell that is written into');
    await page.keyboard.press('Escape');
    await lookInDialog(t.repairing.decoding.changeWhat, 'how a text is decoded');
    await lookInDialog(
      `${t.repairing.context.change}: ${t.repairing.context.what}`,
      'what is said of the whole table',
    );
    await lookInDialog(
      t.repairing.sum.label(5, `5 ${t.importing.sum.quarantined}`),
      'the rows in quarantine',
    );
    await acceptAll();
    await choosing([correctedFile]);
    await expect(page.getByRole('table', { name: t.matching.difference.table })).toBeVisible();
    await look('the difference from the former version');
    await acceptAll();
    await lookAtTabs('with data');

    const lookAtAnalysis = async (): Promise<void> => {
      await openAnalysis(board);
      const boards = page.getByRole('combobox', { name: t.boards.board });
      const templates = Object.values(t.boards.templates);
      for (const name of templates.filter((_, at) => at % 2 === (language === 'ru' ? 0 : 1))) {
        await boards.selectOption(name);
        await expect(page.getByRole('application').first()).toBeVisible();
        await look(`board ${name}`);
      }
      await page
        .getByRole('button', { name: /^(Действия с картинкой|Actions)/ })
        .first()
        .click();
      await expect(page.getByRole('menu')).toBeVisible();
      await look('the menu of a picture');
      await page.keyboard.press('Escape');
      await lookInDialog(t.boards.add, 'the editor of a picture');

      await openAnalysis(t.contrasting.tab);
      await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
      await look('compare');
      await openAnalysis(t.explaining.tab);
      await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
      await look('explain');

      await openAnalysis(t.pivot.tab);
      const pivot = page.getByRole('treegrid');
      await expect(pivot).toHaveAttribute('aria-busy', 'false');
      await look('pivot');
      await pivot.focus();
      await page.keyboard.press('Control+End');
      await look('the last cell of a pivot');

      await openAnalysis(sql);
      await page.getByRole('button', { name: t.console.examples, exact: true }).click();
      await page.getByRole('menuitem').first().click();
      await expect(page.getByRole('grid', { name: t.console.grid })).toBeVisible();
      await look('an answer to a query');
    };

    const lookAtDraft = async (): Promise<void> => {
      await look('council, with data');
      await page.getByRole('button', { name: t.council.templates.slides.name }).click();
      await page.getByRole('button', { name: t.council.editor.nextPage }).click();
      await expect(page.getByRole('application').first()).toBeVisible();
      await expect(page.getByText(t.charts.drawing)).toHaveCount(0);
      await look('a snapshot');
      await page.getByRole('button', { name: t.council.editor.insertNumber }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('inserting a number');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.getByRole('link', { name: t.councilShare.open }).click();
      await page.getByRole('button', { name: t.councilShare.check, exact: true }).click();
      await expect(page.getByRole('heading', { name: t.councilShare.passed.title })).toBeVisible();
      await look('a checked snapshot');
      await page.goBack();
      await page.getByRole('link', { name: t.council.back }).click();
      await expect(page.getByRole('heading', { name: t.council.drafts })).toBeVisible();
    };

    const lookAtCheck = async (): Promise<void> => {
      const { first, second } = await makeSnapshots();
      const give = async (file: MadeFile): Promise<void> => {
        await page.locator('input[type=file]').first().setInputFiles(file);
        await expect(page.getByRole('progressbar')).toBeHidden();
      };
      await page.getByRole('link', { name: t.councilCheck.title }).click();
      await expect(page.getByRole('button', { name: t.councilCheck.drop.choose })).toBeVisible();
      await give({ ...first, buffer: first.buffer.subarray(0, -9) });
      await expect(page.getByRole('alert')).toBeVisible();
      await look('a snapshot that is refused');
      await give(first);
      await page.getByText(t.snapshotFile.certificate.title).click();
      await page.getByText(/^\s*2\. /).click();
      await page.getByText(t.snapshotFile.table, { exact: true }).first().click();
      await expect(page.getByRole('img').first()).toBeVisible();
      await give(second);
      await expect(page.getByRole('heading', { name: t.councilCheck.compare.title })).toBeVisible();
      await look('two snapshots');
    };

    for (const screen of screens) {
      await open(screen);
      if (screen === 'overview' || screen === 'explore') {
        await expect(page.getByRole('application').first()).toBeVisible();
        await expect(page.getByText(t.charts.drawing)).toHaveCount(0);
      }
      if (screen === 'council') {
        await lookAtDraft();
        await lookAtCheck();
        await open('council');
      }
      if (screen === 'records')
        await expect(page.getByRole('gridcell', { name: /^Ёлкина/ }).first()).toBeVisible();
      await look(`${screen}, with data`);
      if (screen === 'explore') {
        await page.getByRole('button', { name: t.charts.table, exact: true }).click();
        await look('the table behind a chart');
        await page.getByRole('button', { name: t.screens.explore.addFilter }).click();
        await expect(page.getByRole('checkbox').first()).toBeVisible();
        await look('choosing a filter');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
        await lookAtAnalysis();
      }
      if (screen === 'records') {
        await page
          .getByRole('gridcell', { name: /^Ёлкина/ })
          .first()
          .click();
        await expect(page.getByRole('dialog').locator('[aria-current="true"]')).toBeVisible();
        await look('the place of a record');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }
    }
    expect(barriers).toEqual([]);
  });
}

test('every screen is reached and worked by keyboard alone', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('button', { name: 'Выбрать файлы' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'К содержанию' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await test.step('Загрузка', async () => {
    await visit(page, 'Загрузка');
    await tabTo(page, { role: 'button', name: 'Выбрать файлы' });
    const dialog = page.waitForEvent('filechooser');
    // A key may overtake the wish to be told of the dialog; what the page is asked after that wish may not.
    await expect(page.getByRole('button', { name: 'Выбрать файлы' })).toBeFocused();
    await page.keyboard.press('Enter');
    await (await dialog).setFiles(school);
    await expect(page.getByRole('button', { name: /^Принять / })).toBeVisible();
    await tabTo(page, { role: 'button', name: /^Принять / });
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Принято \d.* из /)).toBeVisible();
  });

  await test.step('Совпадения и формы', async () => {
    const current = (name: string): Promise<void> =>
      expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
    await tabTo(page, { role: 'link', name: 'Совпадения' });
    await page.keyboard.press('Enter');
    await current('Совпадения');
    await tabTo(page, { role: 'radio', name: /^Люди/ });
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: /^Партнёры/ })).toBeChecked();
    await tabTo(page, { role: 'link', name: 'Формы' });
    await page.keyboard.press('Enter');
    await current('Формы');
    await tabTo(page, { role: 'button', name: /^Забыть форму: ФИО · Класс · Пол/ });
    await page.keyboard.press('Enter');
    await tabTo(page, { role: 'button', name: 'Вернуть' });
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: /^Забыть форму: ФИО · Класс · Пол/ }),
    ).toHaveCount(1);
  });

  await test.step('Обзор', async () => {
    await visit(page, 'Обзор');
    await expect(page.getByRole('application').first()).toBeVisible();
    await tabTo(page, { role: 'combobox', name: 'Период' });
    for (let year = 0; year < 4; year += 1) await page.keyboard.press('ArrowDown');
    const { x, n } = truth.reachYearAgo;
    await expect(page.getByRole('list', { name: 'Главные показатели' })).toContainText(
      `${x} из ${n}`,
    );
    await tabTo(page, { role: 'application', name: /^Линии по времени/ });
    await expect(page.getByRole('status').filter({ hasText: 'IV четверть 2024/25' })).toHaveCount(
      1,
    );
    await page.keyboard.press('Home');
    await expect(page.getByRole('status').filter({ hasText: 'I четверть 2024/25' })).toHaveCount(1);
  });

  await test.step('Анализ', async () => {
    await visit(page, 'Анализ');
    await expect(page.getByRole('application')).toBeVisible();
    await tabTo(page, { role: 'combobox', name: 'Разбить по' });
    await page.keyboard.press('End');
    await tabTo(page, { role: 'radio', name: 'Ход' });
    const matrix = page.getByRole('radio', { name: 'Матрица' });
    await expect(async () => {
      if (!(await matrix.isChecked())) await page.keyboard.press('ArrowRight');
      await expect(matrix).toBeChecked({ timeout: 100 });
    }).toPass();
    await tabTo(page, { role: 'button', name: 'Таблица' });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: /^девочки IV четверть 2025\/26/ })).toBeVisible();
  });

  await test.step('the sections of the analysis', async () => {
    const { contrasting, explaining, pivot } = locales.ru.t;
    const section = async (name: string): Promise<void> => {
      await tabTo(page, { role: 'link', name });
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
    };
    await section('Доска');
    await expect(page.getByRole('application').first()).toBeVisible();
    await tabTo(page, { role: 'combobox', name: 'Доска' });
    await tabTo(page, { role: 'button', name: 'Добавить картинку' });
    await tabTo(page, { role: 'application', name: /^Линии по времени/ });
    await tabTo(page, { role: 'button', name: /^Действия с картинкой/ });

    await section(contrasting.tab);
    await expect(page.getByRole('table').first()).toBeVisible();
    await tabTo(page, { role: 'button', name: 'Поменять A и B местами' });

    await section(explaining.tab);
    await expect(page.getByRole('table').first()).toBeVisible();
    await tabTo(page, { role: 'combobox', name: 'Показатель' });

    await section(pivot.tab);
    const table = page.getByRole('treegrid', { name: 'Сводная таблица' });
    await expect(table).toHaveAttribute('aria-busy', 'false');
    await tabTo(page, { role: 'button', name: /^Поле «блок»/ });
    await tabTo(page, { role: 'treegrid', name: 'Сводная таблица' });
    await page.keyboard.press('Control+End');
    await expect(table).toHaveAttribute('aria-activedescendant', /.+/);

    await section('SQL');
    await tabTo(page, { role: 'textbox', name: 'Текст запроса' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Выполнить' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('textbox', { name: 'Текст запроса' })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
  });

  await test.step('Данные', async () => {
    await visit(page, 'Данные');
    await expect(page.getByText(`${truth.records} записей`)).toBeVisible();
    await tabTo(page, { role: 'grid', name: 'Таблица записей' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Источник' })).toContainText('строка');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('Программа', async () => {
    await visit(page, 'Программа');
    await tabTo(page, { role: 'textbox', name: 'Школа' });
    await page.keyboard.type('Лицей');
    await tabTo(page, { role: 'button', name: 'Сохранить' }, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Программа сохранена, показатели пересчитаны.')).toBeVisible();
  });
});

test('where WebAssembly is off the app says so, and what was imported is still there', async ({
  page,
  context,
}) => {
  await giveFiles(page, school);
  await accept(page);

  const poor = await context.newPage();
  await poor.addInitScript(() => {
    Reflect.deleteProperty(window, 'WebAssembly');
  });
  await poor.goto('');
  await expect(poor.getByRole('alert')).toContainText('Вычисления в этом браузере недоступны');
  await expect(poor.getByRole('alert')).toContainText('не поддерживает WebAssembly');
  await expect(poor.getByRole('alert')).toContainText('Загруженные данные в сохранности.');
  await goTo(poor, 'Загрузка');
  await expect(importsOf(poor)).toHaveCount(school.length);
  await goTo(poor, 'Анализ');
  await expect(poor.getByRole('alert')).toContainText('Вычисления в этом браузере недоступны');
});

test('the content policy names nothing but the app itself', async ({ page, baseURL }) => {
  const paths = ['', 'import/', 'import/matches/', 'import/forms/', 'explore/', 'explore/board/'];
  paths.push('explore/compare/', 'explore/explain/', 'explore/pivot/', 'explore/sql/');
  paths.push('data/', 'council/', 'council/check/', 'programme/', 'methods/');
  for (const path of paths) {
    const html = await (await page.request.get(new URL(path, baseURL).href)).text();
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
    expect(directives.map(([name]) => name)).toContain('default-src');
    const allowed: Readonly<Record<string, RegExp>> = {
      'script-src': /^'(self|wasm-unsafe-eval|sha256-[\w+/=]+)'$/,
      'style-src-attr': /^'(unsafe-hashes|sha256-[\w+/=]+)'$/,
      'img-src': /^('self'|data:|blob:)$/,
    };
    for (const [name = '', ...sources] of directives)
      for (const source of sources)
        expect(source, name).toMatch(allowed[name] ?? /^'(self|none|sha256-[\w+/=]+)'$/);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  }
});

/** Waits until the screen has been laid out and drawn for its size and theme, and stands still. */
async function settle(page: Page): Promise<void> {
  const pending = page.locator('main .skeleton, main [aria-busy="true"]');
  await expect(pending).toHaveCount(0);
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const changing = () =>
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await frame();
    // What inherits a colour begins to change when that has changed.
    do {
      await Promise.allSettled(changing().map(({ finished }) => finished));
      await frame();
    } while (changing().length > 0);
  });
  await expect(pending).toHaveCount(0);
}

/** What axe finds on the page as it stands, and whether it must be scrolled sideways. */
async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: judge } = window as unknown as {
      axe: { run: (options: RunOptions) => Promise<{ violations: Result[] }> };
    };
    const { violations } = await judge.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 2).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  });
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return excess > 0 ? [...found, `the page is ${excess} px too wide`] : found;
}

/** Chooses a language or an appearance where the screen offers it: in the rail, or in a menu on a narrow one. */
async function choose(page: Page, label: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Язык и оформление' });
  const list = page
    .getByRole('combobox')
    .filter({ has: page.getByRole('option', { name: label }) });
  await expect(menu.or(list).filter({ visible: true }).first()).toBeVisible();
  if (await menu.isVisible()) {
    await menu.click();
    await page.getByRole('menuitem', { name: label }).click();
    await expect(page.getByRole('menu')).toBeHidden();
    return;
  }
  await list.selectOption(label);
}

type Side = (typeof ways)[number]['sides'][number];
type Aim = { role: Parameters<Page['getByRole']>[0]; name: string | RegExp };

/** Presses Tab until the control that is meant has the focus. */
async function tabTo(page: Page, { role, name }: Aim, key = 'Tab'): Promise<void> {
  const aim = page.getByRole(role, { name, exact: typeof name === 'string' });
  for (let step = 0; step < 80; step += 1) {
    if (await aim.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  await expect(aim, `reached by ${key}`).toBeFocused();
}

/** Goes to a screen from the start of the page, as the first Tab presses lead. */
async function visit(page: Page, screen: string): Promise<void> {
  await tabTo(page, { role: 'link', name: screen });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: screen, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
}
