import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from '../src/commands/chromium.js';

const port = 4299;
const executablePath = findChromium();

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // A machine that is busy with other work may lose a race once; what fails twice is broken.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: process.env['CI'] ? 'line' : 'list',
  use: {
    // A path below the root shows that the site runs under any path.
    baseURL: `http://localhost:${port}/lyceum/dinamika/`,
    locale: 'ru-RU',
    timezoneId: 'Asia/Yekaterinburg',
    // What the service worker keeps has a journey of its own.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // A trace of every step costs more than half of the run; `--trace on` records one.
    screenshot: 'only-on-failure',
    launchOptions: { args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node tests/journeys/server.js ${port}`,
    cwd: '..',
    url: `http://localhost:${port}/lyceum/dinamika/`,
    reuseExistingServer: false,
  },
});
