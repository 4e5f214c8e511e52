/** @import { Browser, Page } from 'playwright' */

/** A browser without the system's dialog hands files over as downloads. */
const withoutDialog = () => void Reflect.deleteProperty(globalThis, 'showSaveFilePicker');

/** @param {Page} page */
async function keepBlocks(page) {
  await page.evaluate(() => {
    const held = /** @type {number[]} */ ([]);
    Object.assign(window, { held });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) held.push(duration);
    }).observe({ type: 'longtask' });
  });
  return () =>
    page.evaluate(() => {
      const { held } = /** @type {{ held: number[] }} */ (/** @type {unknown} */ (window));
      return Math.max(0, ...held.splice(0));
    });
}

/**
 * Saves a backup of what a page of the app has, with a passphrase, and restores it in an empty browser: how long each takes
 * (ms) and the longest block of the interface while the file is written, and while it is read.
 * @param {Browser} browser
 * @param {Page} page
 * @param {string} address the address of the screen
 * @param {string} path where the file goes
 */
export async function measureBackup(browser, page, address, path) {
  const phrase = 'четыре тёплых слова';
  await page.addInitScript(withoutDialog);
  await page.goto(address);
  await page.getByLabel('Парольная фраза').fill(phrase);
  await page.getByLabel('Ещё раз').fill(phrase);
  // What the start has left to do is not the backup's.
  await page.waitForTimeout(10_000);
  const here = await keepBlocks(page);
  const downloading = page.waitForEvent('download', { timeout: 120_000 });
  let from = performance.now();
  await page.getByRole('button', { name: 'Сохранить копию' }).click();
  const download = await downloading;
  const saving = performance.now() - from;
  const whileSaving = await here();
  await download.saveAs(path);
  await page.context().close();

  const context = await browser.newContext({ locale: 'ru-RU' });
  const other = await context.newPage();
  await other.goto(address);
  const there = await keepBlocks(other);
  await other.locator('input[type=file]').first().setInputFiles(path);
  const restoring = other.getByRole('region', { name: 'Восстановить из копии' });
  await restoring.getByLabel('Парольная фраза').fill(phrase);
  from = performance.now();
  await restoring.getByRole('button', { name: 'Открыть', exact: true }).click();
  const restore = other.getByRole('button', { name: 'Восстановить', exact: true });
  await restore.waitFor({ timeout: 120_000 });
  const reading = performance.now() - from;
  const whileReading = await there();
  from = performance.now();
  await restore.click();
  await other.getByText(/^Восстановлено из/).waitFor({ timeout: 120_000 });
  const writing = performance.now() - from;
  await context.close();
  return { saving, reading, writing, whileSaving, whileReading };
}
