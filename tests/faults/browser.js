import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../src/commands/chromium.js';

const executable = findChromium() ?? chromium.executablePath();
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A real browser with a profile on disk, whose processes can be killed as a power cut kills them.
 * @typedef {{
 *   page: import('playwright').Page,
 *   context: import('playwright').BrowserContext,
 *   kill: () => Promise<void>,
 *   close: () => Promise<void>,
 * }} RealBrowser
 */

/**
 * Starts Chromium on a profile.
 * @param {string} profile
 * @returns {Promise<RealBrowser>}
 */
export async function startBrowser(profile) {
  mkdirSync(profile, { recursive: true });
  // A killed browser leaves these behind, and the next one would take it for alive.
  for (const left of ['SingletonLock', 'SingletonCookie', 'SingletonSocket', 'DevToolsActivePort'])
    rmSync(join(profile, left), { force: true });
  const child = spawn(
    executable,
    [
      ...chromiumArguments,
      '--headless=new',
      '--remote-debugging-port=0',
      '--lang=ru-RU',
      '--window-size=1440,900',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    try {
      // The whole group: the browser, its renderers and its storage service.
      process.kill(-(child.pid ?? 0), signal);
    } catch {
      return;
    }
    await ended;
  };
  try {
    const port = await portOf(profile);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const context = browser.contexts()[0];
    if (!context) throw new Error('The browser has no window');
    const page = context.pages()[0] ?? (await context.newPage());
    return {
      page,
      context,
      kill: () => end('SIGKILL'),
      close: async () => {
        await browser.close().catch(() => undefined);
        await Promise.race([ended, wait(3000)]);
        await end('SIGKILL');
      },
    };
  } catch (problem) {
    await end('SIGKILL');
    throw problem;
  }
}

async function portOf(/** @type {string} */ profile) {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      if (port) return port;
    } catch {
      // Not yet.
    }
    await wait(100);
  }
  throw new Error('The browser did not start');
}
