import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { readJournal } from './journal-oracle.js';
import { accept, acceptButton, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { runAlone, withSite } from './site.js';

export const name = 'The room that ends at any step leaves nothing half-written';

/** The room grows in steps of so many bytes, or by ever more of them. */
const step = 160 * 1024;
const mostSteps = 12;
const rows = 4000;

/** @param {(line: string) => void} report */
export async function run(report) {
  await withSite(async ({ site, scratch }) => {
    await refuseBefore(site, join(scratch, 'told'), report);
    await giveUp(site, join(scratch, 'untold'), report);
  });
}

/**
 * Accepts a file, whether it is written or not; gives whether it is.
 * @param {import('playwright').Page} page @param {string} site @param {number} number
 */
async function tryImport(page, site, number) {
  await openImports(page, site);
  const before = (await readJournal(page)).entries.length;
  await giveFiles(page, [madeFile(number, rows)]);
  await acceptButton(page).click();
  const fault = page.getByRole('alert').filter({ hasText: /Ничего не записано/i });
  const done = page.getByText(/^Принято \d.* из /);
  await expect(fault.or(done).first()).toBeVisible({ timeout: 60_000 });
  const isDone = await done.isVisible();
  const after = await readJournal(page);
  expect(after.faults).toEqual([]);
  expect(after.entries.length).toBe(before + (isDone ? 1 : 0));
  return isDone;
}

/**
 * A browser that tells how little room there is.
 * @param {string} site @param {string} profile @param {(line: string) => void} report
 */
async function refuseBefore(site, profile, report) {
  const { page, close } = await startBrowser(profile);
  try {
    await page.addInitScript(() => {
      navigator.storage.estimate = () =>
        Promise.resolve({ usage: 900, quota: 1000 + Number(localStorage.getItem('room')) });
    });
    await openImports(page, site);
    let refused = 0;
    for (; ; refused += 1) {
      await page.evaluate((room) => localStorage.setItem('room', String(room)), refused * step);
      if (await tryImport(page, site, 1)) break;
      await expect(page.getByText('Не хватает места: нужно')).toBeVisible();
    }
    expect(refused).toBeGreaterThan(0);
    report(`${refused} imports refused before writing, the one that fits accepted whole`);
  } finally {
    await close();
  }
}

/**
 * A browser whose room ends while it is written. It is asked anew each time: Chromium reckons for a while with the room that it
 * found first.
 * @param {string} site @param {string} profile @param {(line: string) => void} report
 */
async function giveUp(site, profile, report) {
  const { origin } = new URL(site);
  /** @type {number} */
  let used;
  const first = await startBrowser(profile);
  try {
    await openImports(first.page, site);
    await giveFiles(first.page, [madeFile(1, 200)]);
    await accept(first.page);
    await expect(first.page.getByText('Работает и без сети')).toBeVisible({ timeout: 60_000 });
    const session = await first.context.newCDPSession(first.page);
    used = (await session.send('Storage.getUsageAndQuota', { origin })).usage;
  } finally {
    await first.close();
  }
  let broken = 0;
  for (let isDone = false; !isDone;) {
    const { page, context, close } = await startBrowser(profile);
    try {
      const session = await context.newCDPSession(page);
      const quotaSize = used + (broken === 0 ? 0 : step * 2 ** (broken - 1));
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
      isDone = await tryImport(page, site, 2);
      if (!isDone) broken += 1;
      await openImports(page, site);
      await expect(importsOf(page)).toHaveCount(isDone ? 2 : 1);
    } finally {
      await close();
    }
    expect(broken).toBeLessThan(mostSteps);
  }
  expect(broken).toBeGreaterThan(0);
  report(`${broken} imports given up while they were written, the one that fits accepted whole`);
}

await runAlone(import.meta.url, run);
