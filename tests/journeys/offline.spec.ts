import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../src/commands/chromium.js';
import { writeContents } from '../../src/hosting/contents.js';
import { locales } from '../../src/lib/i18n/locale.ts';
import { expected, sayPercent } from './expected.ts';
import { accept, expect, filesUnderReview, goTo, plain, test } from './journey.ts';

const { ru, en } = locales;
const build = 'build';
const path = '/lyceum/dinamika/';

/** One browser with a profile on disk, and a web server that can be stopped and given another site. */
class Computer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dinamika-offline-'));
  readonly #port: number;
  #server: ChildProcess | null = null;
  #browser: BrowserContext | null = null;

  private constructor(port: number) {
    this.#port = port;
  }

  static async make(): Promise<Computer> {
    const probe = createServer().listen(0, 'localhost');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    return new Computer(port);
  }

  /** The address of a screen. */
  at(screen = ''): string {
    return `http://localhost:${this.#port}${path}${screen}`;
  }

  /** Starts the web server with a site. */
  async serve(site = build): Promise<void> {
    this.stopServing();
    this.#server = spawn('node', ['tests/journeys/server.js', String(this.#port), site]);
    await expect(() => fetch(this.at())).toPass();
  }

  stopServing(): void {
    this.#server?.kill();
    this.#server = null;
  }

  /** Starts the browser anew, with what its profile keeps. */
  async start(): Promise<Page> {
    await this.#browser?.close();
    const executablePath = findChromium();
    this.#browser = await chromium.launchPersistentContext(join(this.#folder, 'profile'), {
      args: chromiumArguments,
      serviceWorkers: 'allow',
      locale: 'ru-RU',
      viewport: { width: 1440, height: 900 },
      ...(executablePath ? { executablePath } : {}),
    });
    return this.#browser.pages()[0] ?? this.#browser.newPage();
  }

  /** A copy of the site as another version of it. */
  makeVersion(version: string): string {
    const site = join(this.#folder, version);
    cpSync(build, site, { recursive: true, filter: (name) => !/duckdb-mvp/.test(name) });
    const former = readVersion(build);
    for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
      if (!/(\.html|service-worker\.js)$/.test(name)) continue;
      const file = join(site, name);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(former, version));
    }
    writeContents(site, version);
    return site;
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    this.stopServing();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function readVersion(site: string): string {
  const { version } = JSON.parse(readFileSync(join(site, '_app/contents.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

const versionOf = (page: Page): Promise<string | null> =>
  page.locator('meta[name=version]').getAttribute('content');
const offerIn = (page: Page) => page.getByRole('status').getByText(ru.t.offline.waiting.title);

test('after the first visit the app starts, reads, reckons and updates by itself', async () => {
  const computer = await Computer.make();
  try {
    await test.step('the first visit keeps the app, which can be installed', async () => {
      await computer.serve();
      const page = await computer.start();
      await page.goto(computer.at());
      await expect(page.getByText(ru.t.offline.kept)).toBeVisible();
      const browser = await page.context().newCDPSession(page);
      const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
      expect(installabilityErrors).toEqual([]);
    });

    await test.step('without the network, from a cold start, the demonstration is read and reckoned', async () => {
      computer.stopServing();
      const page = await computer.start();
      await page.goto(computer.at('import'));
      await page.getByRole('button', { name: ru.t.importing.demo.open }).click();
      await expect(filesUnderReview(page)).toBeVisible({ timeout: 90_000 });
      await accept(page);
      await goTo(page, ru.t.app.screens.overview);
      const { reach } = expected.quarters['2025/26-4'];
      await expect(page.getByRole('main')).toContainText(sayPercent(reach));
    });

    await test.step('another cold start speaks another language and knows every address', async () => {
      const page = await computer.start();
      await page.goto(computer.at('methods/index.html'));
      await page.getByLabel(ru.t.app.language).selectOption('en');
      await page.goto(computer.at('no/such/screen'));
      await expect(page.getByText(en.t.offline.kept)).toBeVisible();
      expect(page.url()).toBe(computer.at());
      const arrived = await page.goto(computer.at('explore?grain=year'));
      expect(arrived?.url()).toBe(computer.at('explore/?grain=year'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.t.app.screens.explore);
      expect(await page.locator('link[rel=manifest]').getAttribute('href')).toMatch(/en\.webm/);
      await page.getByLabel(en.t.app.language).selectOption('ru');
    });

    await test.step('an update that does not come whole changes nothing', async () => {
      const site = computer.makeVersion('torn');
      truncateSync(join(site, 'methods/index.html'), 900);
      await computer.serve(site);
      const page = await computer.start();
      await page.goto(computer.at());
      const outcome = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const found = new Promise<ServiceWorker | null>((resolve) => {
          registration.addEventListener('updatefound', () => resolve(registration.installing));
        });
        await registration.update();
        const worker = registration.installing ?? (await found);
        if (worker?.state === 'installing')
          await new Promise((resolve) => worker.addEventListener('statechange', resolve));
        return worker?.state;
      });
      expect(outcome).toBe('redundant');
      await page.reload();
      expect(await versionOf(page)).toBe(readVersion(build));
      await expect(offerIn(page)).toHaveCount(0);
    });

    await test.step('a whole one is offered, and taken where a person asks for it', async () => {
      await computer.serve(computer.makeVersion('next'));
      const page = await computer.start();
      const other = await page.context().newPage();
      await other.goto(computer.at('methods/'));
      await page.goto(computer.at());
      await expect(offerIn(page)).toBeVisible();
      await expect(offerIn(other)).toBeVisible();
      expect(await versionOf(page)).toBe(readVersion(build));
      await page.getByRole('button', { name: ru.t.offline.waiting.action, exact: true }).click();
      await expect(page.locator('meta[name=version][content=next]')).toBeAttached();

      computer.stopServing();
      await expect(other.getByText(ru.t.offline.taken.title)).toBeVisible();
      expect(await versionOf(other)).toBe(readVersion(build));
      // What this screen loads only now is no part of the new version's promise: the old one still keeps it.
      await goTo(other, ru.t.app.screens.council);
      await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
      const kept = () => page.evaluate(() => caches.keys());
      expect(await kept()).toContain(`dinamika:/lyceum/dinamika:${readVersion(build)}`);
      await other.getByRole('button', { name: ru.t.offline.taken.action }).click();
      await expect(other.locator('meta[name=version][content=next]')).toBeAttached();
      await expect.poll(kept).toEqual(['dinamika:/lyceum/dinamika:next']);
    });
  } finally {
    await computer.end();
  }
});

test('a table opened on the desktop with the installed app is read at once', async ({ page }) => {
  await page.addInitScript(() => {
    const file = new File(['Класс;ФИО\n5А;Иванова Мария Петровна\n'], 'Списки классов.csv');
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (consume: (launched: object) => void) =>
          consume({ files: [{ getFile: () => Promise.resolve(file) }] }),
      },
    });
  });
  await page.goto('programme/');
  await expect(filesUnderReview(page)).toContainText('Списки классов.csv');
  expect(plain(page.url())).toMatch(/\/import\/$/);
});
