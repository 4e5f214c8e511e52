import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { accept, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { runAlone, withSite } from './site.js';

export const name = 'Without IndexedDB the app works in memory and says so';

/** The ways in which browsers keep nothing. */
const ways = /** @type {const} */ (['absent', 'refusing', 'throwing']);

/** @param {(line: string) => void} report */
export async function run(report) {
  await withSite(async ({ site, scratch }) => {
    for (const way of ways) {
      const { page, close } = await startBrowser(join(scratch, way));
      try {
        await page.addInitScript((how) => {
          if (how === 'absent')
            Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
          else if (how === 'throwing')
            Object.defineProperty(window, 'indexedDB', {
              get() {
                throw new DOMException('Forbidden', 'SecurityError');
              },
            });
          else
            IDBFactory.prototype.open = function open() {
              throw new DOMException('Forbidden', 'SecurityError');
            };
        }, way);
        /** @type {unknown[]} */
        const errors = [];
        page.on('pageerror', (error) => errors.push(error));
        await openImports(page, site);
        const notice = page.getByText('Браузер ничего не хранит');
        await expect(notice).toBeVisible();
        await giveFiles(page, [madeFile(1, 50)]);
        await accept(page);
        await expect(importsOf(page)).toHaveCount(1);
        await page
          .getByRole('navigation', { name: 'Экраны' })
          .getByRole('link', { name: 'Данные', exact: true })
          .click();
        await expect(page.getByText('50 записей', { exact: true })).toBeVisible({
          timeout: 60_000,
        });
        await expect(notice).toBeVisible();
        await page
          .getByRole('navigation', { name: 'Экраны' })
          .getByRole('link', { name: 'Педсовет', exact: true })
          .click();
        await expect(page.getByRole('button', { name: /Пустая записка/ })).toBeVisible({
          timeout: 60_000,
        });
        expect(errors).toEqual([]);
        report(
          `${way}: a file was accepted and counted in memory, with the warning on every screen`,
        );
      } finally {
        await close();
      }
    }
  });
}

await runAlone(import.meta.url, run);
