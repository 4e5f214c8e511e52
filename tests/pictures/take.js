import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../src/commands/chromium.js';
import { root, say } from '../../src/commands/install.js';
import { serve } from '../../src/commands/serve.js';

const [wanted, only] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folder = resolve(wanted ?? join(tmpdir(), 'dinamika-pictures'));
/** With `--analysis` only the screens of the analysis are taken, at both widths, in both themes and in both languages. */
const isAnalysisOnly = process.argv.includes('--analysis');
const samples = readdirSync(join(root, 'data-samples'))
  .filter((name) => /\.(csv|tsv|txt|xlsx|xls|ods)$/.test(name))
  .map((name) => join(root, 'data-samples', name));
const screens = {
  overview: '',
  import: 'import/',
  matches: 'import/matches/',
  forms: 'import/forms/',
  explore: 'explore/',
  matrix: 'explore/?chart=matrix&by=direction',
  bars: 'explore/?chart=bars&by=class',
  slope: 'explore/?chart=slope',
  funnel: 'explore/?chart=funnel',
  cohort: 'explore/?chart=cohort',
  waterfall: 'explore/?chart=waterfall',
  parts: 'explore/?chart=parts&measure=M42',
  records: 'data/',
  programme: 'programme/',
  methods: 'methods/',
  method: 'methods/?measure=M01',
};
/** The boards that the app offers, by their ids in an address. */
const boards = ['blocks', 'matrix', 'unreached', 'creativity', 'civic', 'partners', 'wellbeing'];
const reach = 'SELECT block, count(*) AS n FROM participations GROUP BY block ORDER BY block';
const analysis = {
  ...Object.fromEntries(boards.map((id) => [`board-${id}`, `explore/board/?board=${id}`])),
  pivot: 'explore/pivot/',
  compare: 'explore/compare/',
  explain: 'explore/explain/',
  sql: `explore/sql/?q=${encodeURIComponent(reach)}`,
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

const heading = 'ФИО учащегося;Класс;Мероприятие;Дата;Уровень;Результат';
const contest = 'Конкурс чтецов «Живая классика»;14.01.2026;муниципальный';
const messy = [
  'МБОУ «Лицей № 7»;;;;;',
  'Участие в конкурсах за III четверть 2025/2026 уч. года;;;;;',
  '',
  heading,
  '1;2;3;4;5;6',
  'Художественное направление;;;;;',
  `Иванов Пётр;5А;${contest};призерр`,
  `Сидорова Анна;5А;${contest};призерр`,
  `Кузнецова Мария;5Б;${contest};победитель`,
  'Орлов Глеб;6В;Выставка «Город мастеров»;12.13.2025;региональный;участник',
  'Лебедева Софья;6В;Выставка «Город мастеров»;31.02.2026;региональный;участник',
  'Итого;5;;;;',
  'Классный руководитель ____________ / Петрова Е. А. /;;;;;',
];
const first = [heading, `Иванов Пётр;5А;${contest};участник`, `Орлов Глеб;6В;${contest};участник`];
const second = [
  heading,
  `Иванов Пётр;5А;${contest};призёр`,
  `Новикова Дарья;7А;${contest};участник`,
];
// Enough that stays the same to tell the second as a version of the first.
for (const name of ['Белова Ирина', 'Громов Илья', 'Дёмина Ольга', 'Зуев Артём']) {
  first.push(`${name};6А;${contest};участник`);
  second.push(`${name};6А;${contest};участник`);
}

if (isAnalysisOnly) {
  await acceptSamples(false);
  await takeAll('', analysis, true);
  await finish();
}
await takeAll('empty', { overview: '', import: 'import/', records: 'data/' });
await takeReview('sheet', 'Конкурсы III четверть.csv', messy);
await page.setViewportSize({ width: 1440, height: 1000 });
await page.goto(`${address}import/`);
await drop('Чтецы.csv', first);
await accept();
await takeReview('difference', 'Чтецы исправленный.csv', second);
await acceptSamples(true);
await takeAll('', { ...screens, ...analysis });
await finish();

/** Lets go of the browser and says where the pictures are. */
async function finish() {
  await browser.close();
  say(`Pictures are in ${folder}`);
  process.exit(0);
}

/**
 * Reads and accepts the demonstration.
 * @param {boolean} isShot whether its review is taken too
 */
async function acceptSamples(isShot) {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(`${address}import/`);
  await page.locator('input[type=file]').first().setInputFiles(samples);
  await page.getByRole('button', { name: /^Принять/ }).waitFor({ timeout: 120_000 });
  if (isShot) {
    await shoot('review-1440-light');
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot('review-390-light');
  }
  await accept();
}

/** @param {string} name @param {readonly string[]} lines */
async function drop(name, lines) {
  const buffer = Buffer.from(lines.join('\n'));
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name }).first().waitFor({ timeout: 60_000 });
}

async function accept() {
  await page.getByRole('button', { name: /^Принять \d/ }).click();
  await page.getByText(/^Принято \d/).waitFor({ timeout: 120_000 });
}

/**
 * One file under review, at both widths, in both themes and languages.
 * @param {string} title @param {string} name @param {readonly string[]} lines
 */
async function takeReview(title, name, lines) {
  for (const [width, height] of Object.entries(widths)) {
    for (const [theme, language] of [
      ['light', 'ru'],
      ['dark', 'ru'],
      ['light', 'en'],
    ]) {
      await choose(theme, language, Number(width), height);
      await page.goto(`${address}import/`);
      await drop(name, lines);
      await shoot([title, width, theme, language === 'en' ? 'en' : ''].filter(Boolean).join('-'));
    }
  }
  await page.evaluate(() => localStorage.clear());
}

/**
 * Opens the app in a theme, a language and a size.
 * @param {string | undefined} theme @param {string | undefined} language @param {number} width @param {number} height
 */
async function choose(theme, language, width, height) {
  await page.setViewportSize({ width, height });
  await page.goto(address);
  await page.evaluate(
    ([mode, tag]) => {
      localStorage.setItem('dinamika.theme', mode ?? '');
      localStorage.setItem('dinamika.language', tag ?? '');
    },
    [theme, language],
  );
}

/**
 * Screens at both widths in both themes; in English only the wide and light ones, unless every one is wanted.
 * @param {string} prefix @param {Record<string, string>} list
 */
async function takeAll(prefix, list, isEvery = false) {
  await page.goto(address);
  for (const [name, path] of Object.entries(list)) {
    if (only && !name.includes(only)) continue;
    for (const [width, height] of Object.entries(widths)) {
      for (const theme of ['light', 'dark']) {
        for (const language of ['ru', 'en']) {
          const isSpared = language === 'en' && (theme === 'dark' || width === '390');
          if (isSpared && !isEvery) continue;
          await choose(theme, language, Number(width), height);
          await page.goto(address + path);
          if (name === 'sql') await runQuery();
          await shoot(
            [prefix, name, width, theme, language === 'en' ? 'en' : ''].filter(Boolean).join('-'),
          );
        }
      }
    }
  }
  await page.evaluate(() => localStorage.clear());
}

/** Runs what stands in the console, in either language. */
async function runQuery() {
  const run = page.getByRole('button', { name: /^(Выполнить|Run)$/ });
  await run.click();
  await page.getByRole('grid').waitFor({ timeout: 60_000 });
}

/** @param {string} name */
async function shoot(name) {
  await page.waitForLoadState('networkidle');
  await page.locator('main h1').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(
    () => !document.querySelector('main .skeleton, main [role=progressbar], main [aria-busy=true]'),
    null,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1800);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
