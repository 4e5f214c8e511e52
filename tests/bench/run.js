import {
  appendFileSync,
  createReadStream,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumArguments, findChromium } from '../../src/commands/chromium.js';
import { root, run, say } from '../../src/commands/install.js';
import { serve } from '../../src/commands/serve.js';
import { measureBackup } from './backup.js';
import { watchMemory } from './memory.js';
import { wideHeading, wideLines, wideRow, writeParticipation, writeRoll } from './participation.js';
import { measureSeen } from './seen.js';

/**
 * @typedef {{ cold: number, warm: number, compared: number, count: number }} MeasureTimes
 * @typedef {{
 *   measureSamples: (files: readonly File[]) => Promise<MeasureTimes>,
 *   measureCity: (participations: number) => Promise<MeasureTimes>,
 *   measureDraws: () => Promise<{ took: number, draws: number }>,
 *   measureAudit: () => Promise<{ took: number, numbers: number, sensitive: number, primary: number, further: number }>,
 * }} MeasuringWindow
 * @typedef {{ p50: number, p95: number }} Spread
 * @typedef {{
 *   measureBoard: (participations: number, people: number) => Promise<{
 *     load: number, first: number, touch: number, cubes: Spread, moves: Spread, places: number, direct: Spread, additive: Spread,
 *     megabytes: { tables: number, cubes: number },
 *     mosaic: { direct: Spread, build: number, updated: Spread },
 *   }>,
 * }} BoardWindow
 */

const scratch = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
const samplesFolder = join(root, 'data-samples');
const samples = readdirSync(samplesFolder)
  .filter((name) => /\.(csv|tsv|txt|xlsx|xls|ods)$/.test(name))
  .map((name) => join(samplesFolder, name));
const large = join(scratch, 'Участие 200000.csv');
writeFileSync(large, writeParticipation(200_000));
const roll = join(scratch, 'Списки классов 2025-2026.csv');
writeFileSync(roll, writeRoll());
const million = join(scratch, 'Участие 1000000.csv');
for (const lines of wideLines(1_000_000)) appendFileSync(million, lines);
const workbook = join(scratch, 'Участие 200000.xlsx');
writeFileSync(workbook, writeWorkbook(200_000));

if (!run('npm', ['run', '--silent', 'build'])) process.exit(1);
await build({
  root: join(root, 'tests/bench'),
  configFile: false,
  logLevel: 'error',
  worker: { format: 'es' },
  build: {
    outDir: join(scratch, 'bare'),
    rollupOptions: {
      input: ['bare', 'measures', 'board'].map((name) => join(root, `tests/bench/${name}.html`)),
    },
  },
});
const app = await serve({ folder: join(root, 'build'), port: 4310 });
const bare = await serve({ folder: join(scratch, 'bare'), port: 4330 });
const executablePath = findChromium();
const startBrowser = () =>
  chromium.launch({
    args: [...chromiumArguments, '--enable-precise-memory-info'],
    ...(executablePath ? { executablePath } : {}),
  });
let browser = await startBrowser();

/** @type {[string, string][]} */
const rows = [];
const spread = (/** @type {Spread} */ { p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(2)} s`;

try {
  rows.push([
    'script before the engine, gzip',
    `${((await weighFirstLoad()) / 1000).toFixed(0)} kB`,
  ]);
  await measureSamples();
  await measureLarge();
  await measureMillion();
  await measureWorkbook();
  await measureMeasures();
  await measureWhatIsSeen();
  for (const participations of [200_000, 1_000_000, 5_000_000]) await measureBoard(participations);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
say('Result');
for (const [what, value] of rows) console.log(`| ${what} | ${value} |`);
process.exit(0);

async function openApp() {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'ru-RU',
  });
  await context.addInitScript(() => {
    const blocks = /** @type {number[]} */ ([]);
    Object.assign(window, { blocks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) blocks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const page = await context.newPage();
  await page.goto(`${app}import/`);
  await page.getByRole('button', { name: 'Выбрать файлы' }).waitFor();
  return page;
}

/** @param {import('playwright').Page} page */
function longestBlock(page) {
  return page.evaluate(() =>
    Math.round(
      Math.max(0, .../** @type {{ blocks: number[] }} */ (/** @type {unknown} */ (window)).blocks),
    ),
  );
}

/** @param {import('playwright').Page} page @param {string[]} files */
async function drop(page, files) {
  const started = performance.now();
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page.getByRole('button', { name: /^Принять/ }).waitFor({ timeout: 120_000 });
  return performance.now() - started;
}

/** @param {import('playwright').Page} page */
async function acceptAndDraw(page) {
  const started = performance.now();
  await page.getByRole('button', { name: /^Принять/ }).click();
  await page.getByRole('link', { name: 'К обзору' }).click({ timeout: 120_000 });
  await waitForOverview(page);
  return performance.now() - started;
}

/** @param {import('playwright').Page} page */
function waitForOverview(page) {
  return page
    .getByRole('region', { name: /Блок|Охват/ })
    .locator('svg path')
    .first()
    .waitFor({ state: 'attached', timeout: 120_000 });
}

async function measureSamples() {
  say('The sample files');
  const page = await openApp();
  const reading = await drop(page, samples);
  const accepting = await acceptAndDraw(page);
  say('The bare libraries');
  const reference = await measureBare(samples);
  const whole = reading + accepting;
  const libraries = reference.papa + reference.xlsx + reference.duck.open + reference.duck.load;
  rows.push(
    [`${samples.length} sample files: drop to review`, seconds(reading)],
    ['accept to a drawn overview', seconds(accepting)],
    ['bare PapaParse + workbook reader + DuckDB on the same bytes', seconds(libraries)],
    ['ratio', (whole / libraries).toFixed(2)],
    ['longest block of the interface', `${await longestBlock(page)} ms`],
  );
  const started = performance.now();
  await page.goto(app);
  await waitForOverview(page);
  const start = performance.now() - started;
  rows.push(
    ['start with the samples in the journal', seconds(start)],
    ['ratio to opening a bare DuckDB', (start / reference.duck.open).toFixed(2)],
    ['longest block of the interface at start', `${await longestBlock(page)} ms`],
  );
  await page.context().close();
}

async function measureLarge() {
  say('A large file');
  const page = await openApp();
  await drop(page, [roll]);
  await page.getByRole('button', { name: /^Принять/ }).click();
  await page.getByText(/^Принято \d/).waitFor({ timeout: 120_000 });
  const reading = await drop(page, [large]);
  const accepting = await acceptAndDraw(page);
  const reference = await measureBare([large]);
  rows.push(
    ['200,000-row CSV: drop to review', seconds(reading)],
    ['ratio to bare PapaParse', (reading / reference.papa).toFixed(2)],
    ['accept to a drawn overview', seconds(accepting)],
    ['bare DuckDB, reading the same bytes', seconds(reference.duck.load)],
    ['longest block of the interface', `${await longestBlock(page)} ms`],
  );
  await page.context().close();
}

/**
 * A workbook of rows of twelve cells, most of them shared strings.
 * @param {number} count
 */
function writeWorkbook(count) {
  const lines = [wideHeading, ...Array.from({ length: count }, (_, row) => wideRow(row))];
  const sheet = utils.aoa_to_sheet(lines, { dense: true });
  const book = utils.book_new(sheet, 'Участие');
  return write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
}

async function measureMillion() {
  say('A million rows');
  const streamed = await measureStreamed(million);
  const page = await openApp();
  const { value: reading, megabytes } = await watchMemory(browser, () => drop(page, [million]));
  rows.push(
    ['1,000,000 × 12 CSV: drop to review', seconds(reading)],
    ['bare PapaParse, streaming the same file in a worker', seconds(streamed)],
    ['ratio', (reading / streamed).toFixed(2)],
    ['most memory of the page meanwhile', megabytes === null ? '–' : `${megabytes.toFixed(0)} MB`],
    ['longest block of the interface', `${await longestBlock(page)} ms`],
  );
  await page.context().close();
}

async function measureWorkbook() {
  say('A large workbook');
  const page = await openApp();
  const reading = await drop(page, [workbook]);
  const block = await longestBlock(page);
  await page.context().close();
  const { xlsx } = await measureBare([workbook]);
  rows.push(
    ['200,000 × 12 XLSX: drop to review', seconds(reading)],
    ['bare workbook reader', seconds(xlsx)],
    ['ratio', (reading / xlsx).toFixed(2)],
    ['longest block of the interface', `${block} ms`],
  );
}

/**
 * How long all measures by direction and term take, cold and from memory, and the variants of an index.
 */
async function measureMeasures() {
  say('All measures');
  const page = await openBare(samples, 'measures', 'measureSamples');
  const few = await page.evaluate(() => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=file]'));
    return /** @type {MeasuringWindow} */ (/** @type {unknown} */ (window)).measureSamples([
      ...(input.files ?? []),
    ]);
  });
  await page.context().close();
  const other = await openBare([], 'measures', 'measureSamples');
  const many = await other.evaluate(() =>
    /** @type {MeasuringWindow} */ (/** @type {unknown} */ (window)).measureCity(1_000_000),
  );
  await other.context().close();
  const third = await openBare([], 'measures', 'measureSamples');
  const { draws, block, audit } = await third.evaluate(async () => {
    const blocks = [0];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) blocks.push(entry.duration);
    }).observe({ type: 'longtask' });
    const { measureDraws, measureAudit } = /** @type {MeasuringWindow} */ (
      /** @type {unknown} */ (window)
    );
    const draws = await measureDraws();
    const block = Math.max(...blocks);
    return { draws, block, audit: await measureAudit() };
  });
  await third.context().close();
  rows.push(
    [`all ${few.count} measures by direction and term, sample files, cold`, seconds(few.cold)],
    ['the same from memory', `${few.warm.toFixed(0)} ms`],
    ['the same with the change to a year ago, cold', seconds(few.compared)],
    ['the same, 1,000,000 participations, cold', seconds(many.cold)],
    ['the same from memory', `${many.warm.toFixed(0)} ms`],
    ['the same with the change to a year ago, cold', seconds(many.compared)],
    [`${draws.draws} variants of an index of six parts beside 12 others`, seconds(draws.took)],
    ['longest block of the interface meanwhile', `${block.toFixed(0)} ms`],
    [
      `audit of a council's snapshot: ${audit.numbers} numbers, ${audit.sensitive} small, ${audit.primary} + ${audit.further} withheld`,
      seconds(audit.took),
    ],
  );
}

/** What a person sees with a million participations in the journal. */
async function measureWhatIsSeen() {
  say('A board and a pivot over a million participations, as they are seen');
  const page = await openApp();
  await drop(page, [roll, million]);
  await acceptAndDraw(page);
  const { board, brush, pivot } = await measureSeen(page, async (path) => {
    await page.goto(`${app}${path}`);
  });
  const copy = join(scratch, 'Динамика.dinamika');
  const backup = await measureBackup(browser, page, `${app}status/backup/`, copy);
  rows.push(
    ['1,000,000 in the journal: from the click to a board of six drawn', seconds(board)],
    ['a move of the brush until the panels are painted, p50 / p95', spread(brush.changing)],
    ['of that, the work of the page', spread(brush.working)],
    ['all moves of that hand, also those within one term', spread(brush.all)],
    [
      `scrolling a pivot of ${pivot.cells.toLocaleString('en')} cells: frames over 33 ms`,
      `${(pivot.late * 100).toFixed(1)} %`,
    ],
    ['longest block meanwhile', `${pivot.block.toFixed(0)} ms`],
    [
      `1,000,000 in the journal: saving an encrypted backup of ${(statSync(copy).size / 1e6).toFixed(0)} MB`,
      seconds(backup.saving),
    ],
    ['longest block meanwhile', `${backup.whileSaving.toFixed(0)} ms`],
    ['reading and verifying it in an empty browser', seconds(backup.reading)],
    ['longest block meanwhile', `${backup.whileReading.toFixed(0)} ms`],
    ['writing it into the journal and filling the engine', seconds(backup.writing)],
  );
}

/** @param {number} participations */
async function measureBoard(participations) {
  const count = participations.toLocaleString('en');
  say(`A board of six over ${count} participations`);
  await browser.close();
  browser = await startBrowser();
  const page = await openBare([], 'board', 'measureBoard');
  const { value: result, megabytes } = await watchMemory(browser, () =>
    page.evaluate(
      ([asked, people]) => {
        const { measureBoard: measure } = /** @type {BoardWindow} */ (
          /** @type {unknown} */ (window)
        );
        return measure(asked ?? 0, people ?? 0);
      },
      [participations, participations < 1_000_000 ? 12_000 : 60_000],
    ),
  );
  await page.context().close();
  rows.push(
    [`${count} participations, into the engine`, seconds(result.load)],
    ['a board of six: first answers', seconds(result.first)],
    ['cubes for what the pointer is about to touch', seconds(result.touch)],
    [
      `a brush over six linked panels, ${result.places} places where it had not been, p50 / p95: from cubes`,
      spread(result.cubes),
    ],
    ['all moves of that hand', spread(result.moves)],
    ['the same by direct queries', spread(result.direct)],
    ['its additive panel alone, from the cube', spread(result.additive)],
    ["the same panel, Mosaic's SQL", spread(result.mosaic.direct)],
    ["the same panel, Mosaic's pre-aggregated table", spread(result.mosaic.updated)],
    ['building that table', seconds(result.mosaic.build)],
    ['memory of the tables in the engine', `${result.megabytes.tables.toFixed(0)} MB`],
    ['memory of the cubes', `${result.megabytes.cubes.toFixed(1)} MB`],
    [
      'most memory of the page, its generated columns included',
      megabytes === null ? '–' : `${megabytes.toFixed(0)} MB`,
    ],
  );
}

/**
 * A page of the bench that files are given to, once it has put a function on its window.
 * @param {string[]} files
 * @param {string} name
 * @param {string} ready
 */
async function openBare(files, name = 'bare', ready = 'measure') {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${bare}${name}.html`);
  await page.waitForFunction((wanted) => wanted in window, ready);
  const handles = await page.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    document.body.append(input);
    return input;
  });
  await /** @type {import('playwright').ElementHandle<HTMLInputElement>} */ (
    handles.asElement()
  ).setInputFiles(files);
  return page;
}

/**
 * What PapaParse needs to stream a file in a worker, in milliseconds.
 * @param {string} file
 */
async function measureStreamed(file) {
  const page = await openBare([file]);
  const { papa } = await page.evaluate(() => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=file]'));
    const { measureStream } =
      /** @type {{ measureStream: (file: File | undefined) => Promise<{ papa: number }> }} */ (
        /** @type {unknown} */ (window)
      );
    return measureStream(input.files?.[0]);
  });
  await page.context().close();
  return papa;
}

/** @param {string[]} files */
async function measureBare(files) {
  const page = await openBare(files);
  const encodings = files.map(encodingOf);
  const result = await page.evaluate(async (names) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=file]'));
    const given = await Promise.all(
      [...(input.files ?? [])].map(async (file, index) => ({
        name: file.name,
        encoding: names[index] ?? null,
        bytes: await file.arrayBuffer(),
      })),
    );
    const { measure } =
      /** @type {{ measure: (files: typeof given) => Promise<{ papa: number, xlsx: number, duck: { open: number, load: number } }> }} */ (
        /** @type {unknown} */ (window)
      );
    return measure(given);
  }, encodings);
  await page.context().close();
  return result;
}

/**
 * Encoding of a text file by its first bytes, null for a workbook; good enough for files that we made.
 * @param {string} path
 */
function encodingOf(path) {
  if (!/\.(csv|tsv|txt)$/.test(path)) return null;
  const bytes = readFileSync(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

async function weighFirstLoad() {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {Set<string>} */
  const scripts = new Set();
  page.on('request', (request) => {
    if (/\.js$/.test(new URL(request.url()).pathname) && request.frame() === page.mainFrame())
      scripts.add(request.url());
  });
  await page.goto(app);
  await page.getByRole('link', { name: 'Обзор' }).waitFor();
  await page.getByRole('button', { name: 'Открыть демонстрацию' }).waitFor();
  let bytes = 0;
  for (const url of scripts) {
    if (/worker/.test(url)) continue;
    const file = join(root, 'build', new URL(url).pathname);
    await pipeline(createReadStream(file), createGzip({ level: 9 }), async (chunks) => {
      for await (const chunk of chunks) bytes += chunk.length;
    });
  }
  await context.close();
  return bytes;
}
