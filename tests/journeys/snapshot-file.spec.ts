import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { createServer } from 'vite';
import type * as exampleModule from '../../src/lib/snapshot/html/example-document.ts';
import type * as lettersModule from '../../src/lib/snapshot/html/example-letters.ts';
import type * as sealingModule from '../../src/lib/snapshot/seal/seal-document.ts';
import type * as signingModule from '../../src/lib/snapshot/seal/signer.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Writes the example as files: slides without a signature, a note with one. */
async function writeExamples(folder: string): Promise<void> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const load = async (path: string): Promise<unknown> =>
      server.ssrLoadModule(`/src/lib/snapshot/${path}`);
    const { exampleSnapshot } = (await load('html/example-document.ts')) as typeof exampleModule;
    const { exampleLetters } = (await load('html/example-letters.ts')) as typeof lettersModule;
    const { sealDocument } = (await load('seal/seal-document.ts')) as typeof sealingModule;
    const { createSigner } = (await load('seal/signer.ts')) as typeof signingModule;
    for (const form of ['slides', 'note'] as const) {
      const signer = form === 'note' ? await createSigner('Петрова Е. А.') : null;
      const { html } = await sealDocument(exampleSnapshot(form), exampleLetters(), signer);
      writeFileSync(join(folder, `${form}.html`), html);
    }
  } finally {
    await server.close();
  }
}

interface OwnToTest {
  /** A page without a network that has opened a file from the disk. */
  readonly opened: (form: 'slides' | 'note') => Promise<Page>;
}

const test = base.extend<OwnToTest, { readonly folder: string }>({
  folder: [
    async ({ browserName: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
      await writeExamples(folder);
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  opened: async ({ page, context, folder }, use) => {
    const asked: string[] = [];
    const said: string[] = [];
    await context.setOffline(true);
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    const home = pathToFileURL(folder).href;
    await use(async (form) => {
      await page.goto(`${home}/${form}.html`);
      return page;
    });
    expect(asked.filter((url) => !/^data:font\/woff2|\/(?:slides|note)\.html$/.test(url))).toEqual(
      [],
    );
    expect(said).toEqual([]);
  },
});

const figure = (page: Page, number: number) => page.locator(`#figure-${number}`);

test('a snapshot from a stick: all is there, and it asks nobody for anything', async ({
  opened,
}) => {
  const page = await opened('slides');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Итоги IV четверти 2025/26 уч. года',
  );
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(11);
  await expect(page.locator('.page .count').last()).toHaveText(/^стр\.\s10 из\s10$/);
  await figure(page, 1).getByText('Числа таблицей', { exact: true }).click();
  const row = figure(page, 1).getByRole('row', { name: /^Блок I I четверть 2024\/25/ });
  await expect(row.getByRole('cell', { name: '40', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Что скрыто и почему' }).click();
  await expect(page.getByRole('heading', { name: 'Что скрыто и почему' })).toBeInViewport();
  const family = await page.evaluate(() => document.fonts.check("16px 'Golos Text'", 'Охват'));
  expect(family).toBe(true);
});

test('marks are pointed at, walked along and read aloud', async ({ opened }) => {
  const page = await opened('slides');
  const stage = figure(page, 1).getByRole('application');
  await stage.scrollIntoViewIfNeeded();
  await stage.focus();
  await page.keyboard.press('Home');
  const aloud = page.locator('[aria-live=polite]');
  await expect(aloud).toHaveText(/Блок I.*40,0\s%/);
  await page.keyboard.press('ArrowRight');
  await expect(aloud).toHaveText(/42,0\s%/);
  await page.keyboard.press('ArrowDown');
  await expect(aloud).toHaveText(/Блок II.*30,0\s%/);
  await expect(figure(page, 1).locator('.tip')).toContainText('30,0');
  await page.keyboard.press('Escape');
  await expect(figure(page, 1).locator('.tip')).toHaveCount(0);
  const box = await stage.boundingBox();
  if (!box) throw new Error('no picture');
  await stage.hover({ position: { x: box.width * 0.775, y: box.height * 0.2 } });
  await expect(figure(page, 1).locator('.tip')).toBeVisible();
});

test('both languages are in the file', async ({ opened }) => {
  const page = await opened('note');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results of term IV of 2025/26');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(figure(page, 1)).toContainText('2 of 24 numbers withheld');
  const stage = figure(page, 1).getByRole('application');
  await stage.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[aria-live=polite]')).toHaveText(/Блок I/);
  await expect(page.getByRole('definition').filter({ hasText: 'Петрова' })).toBeVisible();
  await page.getByRole('button', { name: 'Русский' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Итоги IV четверти 2025/26 уч. года',
  );
});

test('it is shown to many: pages by keys, black screen, clock, spotlight', async ({ opened }) => {
  const page = await opened('slides');
  await page.getByRole('button', { name: 'Показать на экране' }).click();
  const stand = page.getByRole('complementary', { name: 'Показ' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#page-2$/);
  await expect(page.getByRole('heading', { level: 2, includeHidden: false })).toHaveText(
    'Охват по блокам',
  );
  await expect(stand).toContainText(/стр\.\s2 из\s10/);
  const picture = await figure(page, 1).locator('.drawing').boundingBox();
  expect(picture?.width).toBeGreaterThan(500);
  expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThan(900);
  await page.keyboard.press('s');
  await expect(figure(page, 1).locator('.spotlight')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figure(page, 1).locator('.spotlight')).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(page.locator('#black')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.locator('#black')).toHaveCount(0);
  await expect(page).toHaveURL(/#page-2$/);
  await page.keyboard.press('t');
  await expect(figure(page, 1).getByRole('table')).toBeVisible();
  await expect(figure(page, 1).locator('.drawing')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(figure(page, 1).locator('.drawing')).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('region', { name: 'Клавиши' })).toContainText('таблица и обратно');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Клавиши' })).toHaveCount(0);
  await page.keyboard.press('m');
  await page.keyboard.type('15');
  await expect(stand).toContainText(/\d:\d\d \/ 15\sмин · \d\d:\d\d/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  const [second, third] = [figure(page, 2).locator('.drawing'), figure(page, 3)];
  const beside = await second.boundingBox();
  await page.keyboard.press('z');
  await expect(third).toBeHidden();
  expect((await second.boundingBox())?.width).toBeGreaterThan((beside?.width ?? 0) * 1.3);
  await page.keyboard.press('z');
  await expect(third).toBeVisible();
  await expect(second).toBeHidden();
  await page.keyboard.press('z');
  expect(await second.boundingBox()).toEqual(beside);
  await page.keyboard.press('PageUp');
  await stand.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 2, includeHidden: false })).toHaveText(
    'Reach by block',
  );
  const standing = page.getByRole('complementary', { name: 'Presentation' });
  await standing.getByRole('button', { name: 'Русский' }).click();
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: 'Что скрыто и почему' })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await stand.getByRole('button', { name: 'Закончить показ' }).click();
  await expect(stand).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Показать на экране' })).toBeVisible();
  // Nothing of the showing is left on the pages that are read.
  expect(await page.locator('main [style*=grid], .now, .stage[style*=width]').count()).toBe(0);
});

test.describe('without its script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is read whole', async ({ opened }) => {
    const page = await opened('note');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Итоги IV четверти 2025/26 уч. года',
    );
    await expect(page.locator('section.page')).toHaveCount(10);
    await expect(page.getByRole('img', { name: /Охват/ }).first()).toBeVisible();
    await figure(page, 1).getByText('Числа таблицей', { exact: true }).click();
    await expect(figure(page, 1).getByRole('table')).toBeVisible();
    await expect(page.getByText('Results of term IV')).toHaveCount(0);
  });
});

test('on a phone nothing but pictures and tables is wider than the screen', async ({
  opened,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await opened('note');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(figure(page, 1).getByText('листайте его вбок')).toBeVisible();
  const first = figure(page, 1).getByRole('group', { name: /^Рисунок: / });
  await figure(page, 1).getByRole('application').focus();
  await page.keyboard.press('End');
  await expect.poll(() => first.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(50);
});

test('no barrier for reading and for showing, light and dark', async ({ opened, page }) => {
  for (const [form, colorScheme, width] of [
    ['note', 'light', 390],
    ['slides', 'dark', 1440],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await opened(form);
    expect(await barriersOn(page), form).toEqual([]);
    await page.getByRole('button', { name: 'Показать на экране' }).click();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/#page-2$/);
    expect(await barriersOn(page), `${form} shown`).toEqual([]);
  }
});

async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate((): Promise<AxeResults> =>
    Reflect.get(globalThis, 'axe').run(),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}
