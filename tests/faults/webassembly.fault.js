import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { accept, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { runAlone, withSite } from './site.js';

export const name = 'Where WebAssembly is blocked the app says so and keeps what is imported';

/** @param {(line: string) => void} report */
export async function run(report) {
  await withSite(async ({ site, scratch }) => {
    for (const way of /** @type {const} */ (['absent', 'forbidden'])) {
      const { page, close } = await startBrowser(join(scratch, way));
      try {
        await page.addInitScript((how) => {
          if (how === 'absent') Reflect.deleteProperty(window, 'WebAssembly');
          else
            WebAssembly.Module = /** @type {typeof WebAssembly.Module} */ (
              /** @type {unknown} */ (
                function Module() {
                  throw new WebAssembly.CompileError('Forbidden by the policy');
                }
              )
            );
        }, way);
        await openImports(page, site);
        await giveFiles(page, [madeFile(1, 50)]);
        await accept(page);
        await openImports(page, site);
        await expect(importsOf(page)).toHaveCount(1);
        await page.goto(site);
        await expect(page.getByRole('alert')).toContainText('Загруженные данные в сохранности', {
          timeout: 60_000,
        });
        report(`${way}: said in words, the imported file is kept`);
      } finally {
        await close();
      }
    }
  });
}

await runAlone(import.meta.url, run);
