import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { readJournal } from './journal-oracle.js';
import { accept, giveFiles, madeFile, openImports } from './school.js';

/**
 * A backup of a journal with three files, as its bytes.
 * @param {string} site @param {string} profile a folder for the browser in which it is made
 * @returns {Promise<Buffer>}
 */
export async function makeBackup(site, profile) {
  const { page, close } = await startBrowser(profile);
  try {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      const own = URL.createObjectURL;
      URL.createObjectURL = (content) => {
        Object.assign(window, { content });
        return own.call(URL, content);
      };
    });
    await openImports(page, site);
    await giveFiles(
      page,
      [1, 2, 3].map((number) => madeFile(number, 1500)),
    );
    await accept(page);
    await page.goto(`${site}status/backup/`);
    await page.getByRole('radio', { name: 'Без фразы' }).check();
    await page.getByRole('button', { name: 'Сохранить копию' }).click();
    await expect(page.getByText(/^Копия сохранена/).first()).toBeVisible({ timeout: 60_000 });
    const bytes = await page.evaluate(async () => {
      const { content } = /** @type {{ content: Blob }} */ (/** @type {unknown} */ (window));
      return [...new Uint8Array(await content.arrayBuffer())];
    });
    return Buffer.from(bytes);
  } finally {
    await close();
  }
}

/**
 * Restores a backup in an empty browser that is killed at a moment (ms after the beginning); gives whether everything was there
 * afterwards. Throws where a part of it was.
 * @param {string} site @param {string} profile @param {Buffer} buffer @param {number} moment
 */
export async function killRestore(site, profile, buffer, moment) {
  const killed = await startBrowser(profile);
  await openImports(killed.page, site);
  await killed.page.goto(`${site}status/backup/`);
  const file = { name: 'Динамика.dinamika', mimeType: 'application/octet-stream', buffer };
  await killed.page.locator('input[type=file]').first().setInputFiles(file);
  const restore = killed.page.getByRole('button', { name: 'Восстановить', exact: true });
  await expect(restore).toBeEnabled({ timeout: 60_000 });
  const begun = restore.click({ noWaitAfter: true }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, moment));
  await killed.kill();
  await begun;
  const { page, close } = await startBrowser(profile);
  try {
    await openImports(page, site);
    const { entries, faults } = await readJournal(page);
    expect(faults, 'after a kill while a backup was restored').toEqual([]);
    const imports = entries.filter(({ kind }) => kind === 'import').length;
    expect([0, 3], 'imports of a restored backup').toContain(imports);
    return imports > 0;
  } finally {
    await close();
  }
}
