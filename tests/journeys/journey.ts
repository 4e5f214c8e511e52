import {
  expect,
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  type Locator,
  type Page,
  type Request,
  type TestInfo,
  type WebError,
} from '@playwright/test';
import type { MadeFile } from './made-file.ts';
import { school } from './school.ts';

interface OwnToTest {
  readonly watched: undefined;
  /** A page that has the demonstration, to be looked at only: others look at it before and after. */
  readonly demonstration: Page;
  /** A page that has the files of a small school, to be looked at only: others look at it before and after. */
  readonly smallSchool: Page;
}
interface OwnToWorker {
  readonly shown: Readonly<Record<'demonstration' | 'smallSchool', Shown>>;
}

/** A browser that has accepted files, and the one page in it that the journeys of a worker look at one after the other. */
class Shown {
  readonly #open: () => Promise<BrowserContext>;
  readonly #accept: (page: Page) => Promise<void>;
  #context: BrowserContext | null = null;
  #page: Page | null = null;

  constructor(open: () => Promise<BrowserContext>, give: (page: Page) => Promise<void>) {
    this.#open = open;
    this.#accept = async (page) => {
      await give(page);
      await accept(page);
    };
  }

  /** The page, at the list of methods; what one journey opened or chose on a screen is not there for the next. */
  async page(): Promise<Page> {
    if (!this.#context) {
      this.#context = await this.#open();
      this.#page = await this.#context.newPage();
      await this.#accept(this.#page);
    }
    if (!this.#page) {
      this.#page = await this.#context.newPage();
      await this.#page.goto('methods/');
    }
    await leaveScreen(this.#page);
    return this.#page;
  }

  /** Lets go of the page, because something in it is not as it was; the next journey gets a fresh one. */
  async drop(): Promise<void> {
    const page = this.#page;
    this.#page = null;
    await page?.evaluate(() => localStorage.clear());
    await page?.close();
  }

  /** Lets go of the browser. */
  async close(): Promise<void> {
    await this.#context?.close();
  }
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
  shown: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', locale = '', timezoneId = '', viewport = null } = project.use;
      const open = () =>
        browser.newContext({
          baseURL,
          locale,
          timezoneId,
          viewport,
          serviceWorkers: 'block',
        });
      const demonstration = new Shown(open, openDemonstration);
      const smallSchool = new Shown(open, (page) => giveFiles(page, school));
      await use({ demonstration, smallSchool });
      await demonstration.close();
      await smallSchool.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  demonstration: ({ shown }, use, info) => lend(shown.demonstration, use, info),
  smallSchool: ({ shown }, use, info) => lend(shown.smallSchool, use, info),
});

/** Lends a page to a journey that only looks, and takes it back as it was. */
async function lend(
  shown: Shown,
  use: (page: Page) => Promise<void>,
  info: TestInfo,
): Promise<void> {
  const page = await shown.page();
  const { baseURL, viewport } = info.project.use;
  const expectNone = watch(page.context(), baseURL);
  const former = await countEntries(page);
  await use(page);
  expectNone();
  const left = await countEntries(page);
  const isChosen = await page.evaluate(() => localStorage.length > 0);
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: null });
  if (isChosen || left !== former || info.status !== info.expectedStatus) await shown.drop();
  expect(left, 'what is shown was only to be looked at').toBe(former);
}

/** Follows an address of the app, without loading the page anew; the screen of the address is opened afresh. */
export async function follow(page: Page, address: string): Promise<void> {
  await leaveScreen(page);
  await followLink(page, address);
}

/** Leads to a screen on which nothing can be chosen for good, with nothing open on it. */
async function leaveScreen(page: Page): Promise<void> {
  await followLink(page, 'methods/');
  // The screen before may have been the same one with a dialog over it, behind which no key arrives.
  await page.waitForURL(({ search }) => search === '');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toBeVisible();
}

async function followLink(page: Page, address: string): Promise<void> {
  const [site = ''] = /^.*?\/dinamika\//.exec(page.url()) ?? [];
  const href = new URL(address, site).href;
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    document.body.append(link);
    link.click();
    link.remove();
  }, href);
  await page.waitForURL(({ pathname }) => pathname === new URL(href).pathname);
}

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
  await expect(rows).toHaveText(Array.from({ length: count }, () => /\S/));
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
