import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../src/commands/chromium.js';
import { root, say } from '../../src/commands/install.js';
import { serve } from '../../src/commands/serve.js';

const folder = resolve(process.argv[2] ?? join(root, 'test-results', 'pictures'));
const only = process.argv[3];
const samples = readdirSync(join(root, 'data-samples'))
  .filter((name) => /\.(csv|tsv|txt|xlsx|xls|ods)$/.test(name))
  .map((name) => join(root, 'data-samples', name));
const screens = {
  overview: '',
  import: 'import/',
  explore: 'explore/',
  matrix: 'explore/?chart=matrix&by=direction',
  bars: 'explore/?chart=bars&by=class',
  records: 'data/',
  programme: 'programme/',
};
const widths = { 1440: 1000, 390: 844 };

mkdirSync(folder, { recursive: true });
const address = await serve({ folder: join(root, 'build'), port: 4350 });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...chromiumArguments],
  ...(executablePath ? { executablePath } : {}),
});
const context = await browser.newContext({ locale: 'ru-RU', deviceScaleFactor: 1 });
const page = await context.newPage();
page.on('console', (message) => {
  if (message.type() === 'error') say(message.text());
});
page.on('pageerror', (error) => say(String(error)));

await takeAll('empty', { overview: '', import: 'import/', records: 'data/' });
await page.setViewportSize({ width: 1440, height: 1000 });
await page.goto(`${address}import/`);
await page.locator('input[type=file]').first().setInputFiles(samples);
await page.getByRole('button', { name: /^Принять/ }).waitFor({ timeout: 120_000 });
await shoot('review-1440-light');
await page.setViewportSize({ width: 390, height: 844 });
await shoot('review-390-light');
await page.getByRole('button', { name: /^Принять/ }).click();
await page.getByText(/^Принято \d/).waitFor({ timeout: 120_000 });
await takeAll('', screens);
await browser.close();
say(`Pictures are in ${folder}`);
process.exit(0);

/** @param {string} prefix @param {Record<string, string>} list */
async function takeAll(prefix, list) {
  for (const [name, path] of Object.entries(list)) {
    if (only && !name.includes(only)) continue;
    for (const [width, height] of Object.entries(widths)) {
      for (const theme of ['light', 'dark']) {
        for (const language of ['ru', 'en']) {
          if (language === 'en' && (theme === 'dark' || width === '390')) continue;
          await page.setViewportSize({ width: Number(width), height });
          await page.goto(address);
          await page.evaluate(
            ([mode, tag]) => {
              localStorage.setItem('dinamika.theme', mode ?? '');
              localStorage.setItem('dinamika.language', tag ?? '');
            },
            [theme, language],
          );
          await page.goto(address + path);
          await shoot(
            [prefix, name, width, theme, language === 'en' ? 'en' : ''].filter(Boolean).join('-'),
          );
        }
      }
    }
  }
  await page.evaluate(() => localStorage.clear());
}

/** @param {string} name */
async function shoot(name) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1800);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
