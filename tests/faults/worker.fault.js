import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { readJournal } from './journal-oracle.js';
import { accept, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { runAlone, withSite } from './site.js';

export const name = 'A worker that ends in the middle of its work is replaced, and nothing is lost';

/** @typedef {{ workers: { url: string, worker: Worker }[] }} Watched */

/** @param {(line: string) => void} report */
export async function run(report) {
  await withSite(async ({ site, scratch }) => {
    const { page, close } = await startBrowser(join(scratch, 'worker'));
    try {
      await page.addInitScript(() => {
        /** @type {Watched['workers']} */
        const workers = [];
        const Own = Worker;
        Object.assign(window, {
          workers,
          Worker: class extends Own {
            constructor(/** @type {string | URL} */ url, /** @type {WorkerOptions} */ options) {
              super(url, options);
              workers.push({ url: String(url), worker: this });
            }
          },
        });
      });
      /** @param {string} kind what the worker's address holds @param {boolean} isHeard whether the browser tells of its end */
      const end = (kind, isHeard) =>
        page.evaluate(([word, heard]) => {
          const { workers } = /** @type {Watched} */ (/** @type {unknown} */ (window));
          const found = workers.filter(({ url }) => url.includes(String(word))).at(-1);
          if (!found) throw new Error(`No worker ${word} among ${workers.map(({ url }) => url)}`);
          found.worker.terminate();
          if (heard)
            found.worker.dispatchEvent(new ErrorEvent('error', { message: 'Out of memory' }));
        }, /** @type {[string, boolean]} */ ([kind, isHeard]));
      const goTo = (/** @type {string} */ screen) =>
        page
          .getByRole('navigation', { name: 'Экраны' })
          .getByRole('link', { name: screen, exact: true })
          .click();
      const records = (/** @type {number} */ count) =>
        page.getByText(new RegExp(`^${count} запис`));

      await openImports(page, site);
      await giveFiles(page, [madeFile(1, 60)]);
      await accept(page);
      await goTo('Данные');
      await expect(records(60)).toBeVisible({ timeout: 60_000 });
      await end('duckdb', true);
      await goTo('Загрузка');
      await goTo('Данные');
      await expect(records(60)).toBeVisible({ timeout: 60_000 });
      report('the engine’s worker broke: another was started and filled, the screen answers');

      await end('duckdb', false);
      await goTo('Обзор');
      await goTo('Данные');
      await expect(records(60)).toBeVisible({ timeout: 180_000 });
      report('the engine’s worker fell silent: that was noticed, another was started and filled');

      await openImports(page, site);
      await giveFiles(page, [madeFile(2, 60)]);
      await end('worker', true);
      await page.getByRole('button', { name: /^Принять \d/ }).click();
      await expect(
        page
          .getByText(/^Принято \d.* из /)
          .or(page.getByRole('alert'))
          .first(),
      ).toBeVisible({ timeout: 60_000 });
      await openImports(page, site);
      const { entries, faults } = await readJournal(page);
      expect(faults).toEqual([]);
      await expect(importsOf(page)).toHaveCount(entries.length);
      report(
        `the reading worker broke under review: ${entries.length} whole imports in the journal`,
      );
    } finally {
      await close();
    }
  });
}

await runAlone(import.meta.url, run);
