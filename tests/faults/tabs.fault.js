import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { readJournal } from './journal-oracle.js';
import { acceptButton, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { runAlone, withSite } from './site.js';

export const name = 'Two tabs that write at the same time make one journal';

const rounds = 4;

/** @param {(line: string) => void} report */
export async function run(report) {
  await withSite(async ({ site, scratch }) => {
    const { page, context, close } = await startBrowser(join(scratch, 'tabs'));
    try {
      const second = await context.newPage();
      for (let round = 0; round < rounds; round += 1) {
        const tabs = [page, second];
        for (const [at, tab] of tabs.entries()) {
          await openImports(tab, site);
          await giveFiles(tab, [madeFile(round * 2 + at, 800)]);
        }
        await Promise.all(tabs.map((tab) => acceptButton(tab).click()));
        for (const tab of tabs)
          await expect(importsOf(tab)).toHaveCount((round + 1) * 2, { timeout: 60_000 });
      }
      const undo = (/** @type {import('playwright').Page} */ tab, /** @type {number} */ number) =>
        tab.getByRole('button', { name: `Отменить загрузку «Участие ${number}.csv»` }).click();
      await Promise.all([undo(page, 0), undo(second, 1)]);
      for (const tab of [page, second])
        await expect(tab.getByRole('button', { name: /^Вернуть загрузку/ })).toHaveCount(2);
      const { entries, faults } = await readJournal(page);
      expect(faults).toEqual([]);
      expect(entries.length).toBe(rounds * 2 + 2);
      report(
        `${rounds + 1} times two tabs wrote at once: ${entries.length} entries, one chain, both tabs show all`,
      );
    } finally {
      await close();
    }
  });
}

await runAlone(import.meta.url, run);
