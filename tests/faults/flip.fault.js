import { openSync, readSync, writeSync, closeSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { accept, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { runAlone, withSite } from './site.js';

export const name = 'A flipped byte in every kind of record is found, named and isolated';

/** @param {(line: string) => void} report */
export async function run(report) {
  await withSite(async ({ site, scratch }) => {
    await flipRecords(site, join(scratch, 'records'), report);
    await flipFiles(site, join(scratch, 'files'), report);
  });
}

/** Makes a journal with three files. @param {import('playwright').Page} page @param {string} site */
async function fill(page, site) {
  await openImports(page, site);
  for (const number of [1, 2, 3]) {
    await openImports(page, site);
    await giveFiles(page, [madeFile(number, 60)]);
    await accept(page);
  }
}

/**
 * Flips one bit of every record in turn, as it is stored, and puts it right again after the look.
 * @param {string} site @param {string} profile @param {(line: string) => void} report
 */
async function flipRecords(site, profile, report) {
  const { page, close } = await startBrowser(profile);
  try {
    await fill(page, site);
    // What does not count is not looked at before it is wanted: the first two files go on counting.
    await page.getByRole('button', { name: 'Отменить загрузку «Участие 3.csv»' }).click();
    await expect(
      page.getByRole('button', { name: 'Вернуть загрузку «Участие 3.csv»' }),
    ).toBeVisible();
    /** @type {[string, number, string, number][]} A store, the place of the record in it, words of the notice, and the imports left. */
    const records = [
      ['entries', 0, 'Загрузка файла «Участие 1.csv»', 2],
      ['entries', 1, 'Загрузка файла «Участие 2.csv»', 2],
      ['entries', 3, 'Отмена загрузки', 3],
      ['chain', 0, 'отметка о конце журнала', 3],
      ['sources', 0, 'повреждён или пропал', 3],
      ['columns', 0, 'собраны заново', 3],
    ];
    for (const [store, place, words, left] of records) {
      await page.goto(`${site}favicon.svg`);
      const former = await flip(page, store, place);
      await openImports(page, site);
      const notice = page.locator('.notice').filter({ hasText: words });
      await expect(notice, `${store} ${place}`).toBeVisible({ timeout: 60_000 });
      await expect(importsOf(page)).toHaveCount(left);
      await page
        .getByRole('navigation', { name: 'Экраны' })
        .getByRole('link', { name: 'Данные', exact: true })
        .click();
      await expect(page.getByText(/^\d+ записей$/)).toBeVisible({ timeout: 60_000 });
      await page.goto(`${site}favicon.svg`);
      await former();
      report(`${store}, record ${place + 1}: found, named, everything else opened`);
    }
    await openImports(page, site);
    await expect(importsOf(page)).toHaveCount(3);
    await expect(page.getByText('найдены повреждения')).toHaveCount(0);
  } finally {
    await close();
  }
}

/**
 * Flips a bit of a record; gives how to put it right.
 * @param {import('playwright').Page} page @param {string} store @param {number} place
 */
async function flip(page, store, place) {
  const turn = () =>
    page.evaluate(async ([name, at]) => {
      const answer = (/** @type {IDBRequest} */ request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const flipBytes = async (/** @type {Blob} */ blob) => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        const middle = bytes.length >> 1;
        bytes[middle] = (bytes[middle] ?? 0) ^ 1;
        return new Blob([bytes]);
      };
      const database = /** @type {IDBDatabase} */ (await answer(indexedDB.open('dinamika')));
      const records = database.transaction(name).objectStore(name);
      let keys = /** @type {IDBValidKey[]} */ (await answer(records.getAllKeys()));
      if (name === 'columns') {
        const entries = database.transaction('entries').objectStore('entries');
        keys = /** @type {{ importId: string }[]} */ (await answer(entries.getAll())).map(
          ({ importId }) => importId,
        );
      }
      const value = /** @type {any} */ (
        await answer(
          database
            .transaction(name)
            .objectStore(name)
            .get(keys[at] ?? 0),
        )
      );
      if (value.bytes) value.bytes = await flipBytes(value.bytes);
      else if (value.records)
        for (const kind of Object.keys(value.records))
          value.records[kind] = await flipBytes(value.records[kind]);
      else if (name === 'chain') value.used ^= 1;
      else
        value.importId = value.importId.replace(/^./, (/** @type {string} */ letter) =>
          String.fromCharCode(letter.charCodeAt(0) ^ 1),
        );
      const transaction = database.transaction(name, 'readwrite');
      transaction.objectStore(name).put(value, ...(name === 'chain' ? [keys[at]] : []));
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    }, /** @type {[string, number]} */ ([store, place]));
  await turn();
  return turn;
}

/**
 * Flips a bit in the files on the disk in which the browser keeps large values, while it is closed.
 * @param {string} site @param {string} profile @param {(line: string) => void} report
 */
async function flipFiles(site, profile, report) {
  let browser = await startBrowser(profile);
  await fill(browser.page, site);
  await browser.close();
  const folder = join(profile, 'Default', 'IndexedDB');
  const files = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.includes('.blob') && statSync(file).isFile());
  let [mended, named] = [0, 0];
  for (const file of files) {
    flipOnDisk(file);
    browser = await startBrowser(profile);
    try {
      await openImports(browser.page, site);
      const notice = browser.page
        .locator('.notice')
        .filter({ hasText: /собраны заново|повреждён или пропал/ });
      await expect(notice, file).toBeVisible({ timeout: 60_000 });
      await expect(importsOf(browser.page)).toHaveCount(3);
      if ((await notice.innerText()).includes('собраны заново')) mended += 1;
      else named += 1;
    } finally {
      await browser.close();
    }
    // Columns were made again, in a file of their own; a source is put right for the next one.
    if (statSync(file, { throwIfNoEntry: false })) flipOnDisk(file);
  }
  report(
    `${files.length} files of the browser’s own storage: ${mended} columns made again, ${named} sources named`,
  );
}

/** @param {string} file */
function flipOnDisk(file) {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  const middle = statSync(file).size >> 1;
  readSync(handle, byte, 0, 1, middle);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(handle, byte, 0, 1, middle);
  closeSync(handle);
}

await runAlone(import.meta.url, run);
