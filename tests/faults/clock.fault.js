import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { readJournal } from './journal-oracle.js';
import { accept, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { runAlone, withSite } from './site.js';

export const name = 'A clock that is set back changes no order';

/** @param {(line: string) => void} report */
export async function run(report) {
  await withSite(async ({ site, scratch }) => {
    const { page, close } = await startBrowser(join(scratch, 'clock'));
    try {
      await openImports(page, site);
      await giveFiles(page, [madeFile(1, 50)]);
      await accept(page);
      await page.addInitScript(() => {
        const now = Date.now;
        Date.now = () => now() - 5 * 365 * 86_400_000;
      });
      await openImports(page, site);
      // A newer version of the same file, accepted «years before» the one that it takes the place of.
      await giveFiles(page, [madeFile(1, 50, 5)]);
      await accept(page);
      await openImports(page, site);
      await expect(importsOf(page)).toHaveCount(2);
      const rows = page.getByRole('region', { name: 'Что загружено' }).getByRole('row');
      await expect(rows.nth(1)).toContainText('считается');
      await expect(rows.nth(2)).not.toContainText('считается');
      await rows
        .nth(1)
        .getByRole('button', { name: /^Отменить/ })
        .click();
      await expect(rows.nth(2)).toContainText('считается');
      const { entries, faults } = await readJournal(page);
      expect(faults).toEqual([]);
      expect(entries.map(({ kind }) => kind)).toEqual(['import', 'import', 'undo']);
      expect(entries[1]?.['at']).toBeLessThan(entries[0]?.['at']);
      report(
        'a newer version accepted five years «earlier» counts; taken back, the older one counts again',
      );
    } finally {
      await close();
    }
  });
}

await runAlone(import.meta.url, run);
