import {
  expect,
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  type Locator,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test';

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

interface OwnToTest {
  readonly watched: undefined;
  /** A blank page of a browser that has the demonstration, to be looked at only: others look at it after this one. */
  readonly demonstration: Page;
}
interface OwnToWorker {
  /** The browser that has the demonstration, which is accepted once for all of a worker's journeys. */
  readonly accepted: BrowserContext;
}

/** Every journey fails on a request to another origin, on a breach of the content policy and on a page error. */
export const test = base.extend<OwnToTest, OwnToWorker>({
  watched: [
    async ({ context, baseURL }, use) => {
      const expectNone = watch(context, baseURL);
      await use(undefined);
      expectNone();
    },
    { auto: true },
  ],
  accepted: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', locale = '', timezoneId = '', viewport = null } = project.use;
      const context = await browser.newContext({ baseURL, locale, timezoneId, viewport });
      const expectNone = watch(context, baseURL);
      const page = await context.newPage();
      await openDemonstration(page);
      await accept(page);
      await page.close();
      expectNone();
      await use(context);
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  demonstration: async ({ accepted, baseURL }, use) => {
    const page = await accepted.newPage();
    // Any file of the origin reaches what it stores, and starts nothing.
    await page.goto('favicon.svg');
    await page.evaluate(() => localStorage.clear());
    const expectNone = watch(accepted, baseURL);
    const former = await countEntries(page);
    await use(page);
    expectNone();
    expect(await countEntries(page), 'the demonstration was only to be looked at').toBe(former);
    await page.close();
  },
});

/** Notes what no journey may do in a browser; what it gives ends that and expects that nothing was noted. */
function watch(context: BrowserContext, baseURL: string | undefined): () => void {
  const origin = new URL(baseURL ?? '').origin;
  const elsewhere: string[] = [];
  const faults: string[] = [];
  const onrequest = (request: Request): void => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) elsewhere.push(url);
  };
  const onconsole = (message: ConsoleMessage): void => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
  };
  const onerror = (error: WebError): void => {
    faults.push(String(error.error()));
  };
  context.on('request', onrequest).on('console', onconsole).on('weberror', onerror);
  return () => {
    context.off('request', onrequest).off('console', onconsole).off('weberror', onerror);
    expect(elsewhere, 'requests to other origins').toEqual([]);
    expect(faults, 'errors on the page').toEqual([]);
  };
}

/** How many entries the journal of a page's browser has. */
function countEntries(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('dinamika');
        opening.onerror = () =>
          reject(new Error('The journal does not open', { cause: opening.error }));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** Gives the sample files to the import as the app itself offers, and waits for the review. */
export async function openDemonstration(page: Page): Promise<void> {
  await page.goto('');
  await page.getByRole('button', { name: 'Открыть демонстрацию' }).click();
  await expect(filesUnderReview(page)).toBeVisible({ timeout: 90_000 });
}

/** Chooses files on the screen that is open, as a person does in the browser's dialog. */
export async function chooseFiles(page: Page, files: string[] | MadeFile[]): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Выбрать файлы' }).click();
  await (await dialog).setFiles(files);
}

/** The files under review. */
export function filesUnderReview(page: Page): Locator {
  return page.getByRole('list', { name: 'Файлы' });
}

/** Gives files to the import screen and waits for the review. */
export async function giveFiles(page: Page, files: string[] | MadeFile[]): Promise<void> {
  await page.goto('import/');
  await chooseFiles(page, files);
  await expect(filesUnderReview(page)).toBeVisible();
}

/** The button that accepts what is under review. */
export function acceptButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Принять \d/ });
}

/** Waits until the screen says that what was under review is written. */
export async function expectAccepted(page: Page): Promise<void> {
  await expect(page.getByText(/^Принято \d.* из /)).toBeVisible();
}

/** Accepts what is under review and waits until the screen says that it is written. */
export async function accept(page: Page): Promise<void> {
  await acceptButton(page).click();
  await expectAccepted(page);
}

/** The part of the review screen that shows one file. */
export function reviewOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** The problems of the file that is open, one list item each. */
export function problemsOf(file: Locator): Locator {
  return file.getByRole('region', { name: 'Вопросы' }).getByRole('listitem');
}

/** Waits until the file that is open says that its rows read are so many accepted, quarantined and set aside, and no others. */
export async function expectSum(
  file: Locator,
  accepted: number,
  quarantined: number,
  setAside: number,
): Promise<void> {
  const read = accepted + quarantined + setAside;
  await expect
    .poll(async () => plain(await file.innerText()))
    .toContain(
      `${read} прочитано = ${accepted} принять + ${quarantined} в карантин + ${setAside} отложено правилом`,
    );
}

/** Opens the records and expects so many, as the screen words it. */
export async function expectRecords(page: Page, count: string): Promise<void> {
  await goTo(page, 'Данные');
  await expect(page.getByText(count, { exact: true })).toBeVisible();
}

/** The rows of the screen «Данные», sorted as text, once it shows so many records; at most as many as fit on it. */
export async function recordRows(page: Page, count: number): Promise<string[]> {
  await goTo(page, 'Данные');
  await expect(page.getByText(new RegExp(`^${count} запис`))).toBeVisible();
  const rows = page
    .getByRole('grid', { name: 'Таблица записей' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  await expect(rows).toHaveCount(count);
  return (await plainTexts(rows)).sort();
}

/** Takes an import back on the screen «Загрузка». */
export async function undoImport(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: `Отменить загрузку «${name}»` })
    .first()
    .click();
}

/** Rows of the list of imports, newest first. */
export function importsOf(page: Page): Locator {
  return page
    .getByRole('region', { name: 'Что загружено' })
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
}

/** Follows one of the three links under the title of the screen «Загрузка». */
export async function openTab(page: Page, name: 'Файлы' | 'Совпадения' | 'Формы'): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Разделы загрузки' })
    .getByRole('link', { name: new RegExp(`^${name}`) });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** Leads to another screen by the rail, without loading the page anew. */
export async function goTo(page: Page, screen: string): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Экраны' })
    .getByRole('link', { name: screen, exact: true });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** A text with every space made plain, so that numbers compare as they are read. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f\s]+/g, ' ').trim();
}

/** The texts of all that a locator finds, with plain spaces. */
export async function plainTexts(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map(plain);
}

export { expect };
