import { expect, test as base, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const samplesFolder = fileURLToPath(new URL('../../data-samples/', import.meta.url));

/** Paths of the sample spreadsheets. */
export const sampleFiles = readdirSync(samplesFolder)
  .filter((name) => /\.(csv|tsv|txt|xlsx|xls|ods)$/.test(name))
  .map((name) => `${samplesFolder}${name}`);

/** A file made in a test. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A spreadsheet typed in a test, as UTF-8 text. */
export function csv(name: string, ...lines: string[]): MadeFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
}

/** Every journey fails on a request to another origin, on a breach of the content policy and on a page error. */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const origin = new URL(baseURL ?? '').origin;
      const elsewhere: string[] = [];
      const faults: string[] = [];
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) elsewhere.push(url);
      });
      context.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(String(error.error())));
      await use(undefined);
      expect(elsewhere, 'requests to other origins').toEqual([]);
      expect(faults, 'errors on the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** Gives files to the import screen and waits for the review. */
export async function giveFiles(page: Page, files: string[] | MadeFile[]): Promise<void> {
  await page.goto('import/');
  await page.locator('input[type=file]').first().setInputFiles(files);
  await expect(page.getByRole('list', { name: 'Файлы' })).toBeVisible();
}

/** Accepts what is under review and waits until the screen says that it is written. */
export async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Принять/ }).click();
  await expect(page.getByText(/^Принято/)).toBeVisible();
}

/** Opens the demonstration and accepts it, as a person would on the first visit. */
export async function openDemonstration(page: Page): Promise<void> {
  await page.goto('');
  await page.getByRole('button', { name: 'Открыть демонстрацию' }).click();
  await expect(page.getByRole('list', { name: 'Файлы' })).toBeVisible({ timeout: 60_000 });
  await accept(page);
}

export { expect };
