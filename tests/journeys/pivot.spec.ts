import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, follow, plain, test } from './journey.ts';

interface Share {
  readonly x: number;
  readonly n: number;
}
interface Quarter {
  readonly reach: Share;
  readonly participations: number;
  readonly byBlock: Readonly<Record<string, Share & { participations: number }>>;
}

const truth = (
  JSON.parse(readFileSync('data-samples/expected.json', 'utf8')) as {
    quarters: Record<string, Quarter>;
  }
).quarters;
const [lastName = '', last] = Object.entries(truth).at(-1) ?? [];

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Сводная таблица' });
const field = (page: Page, name: string) =>
  page.getByRole('button', { name: `Поле «${name}»: куда поставить` });
const axis = (page: Page, name: 'Строки' | 'Столбцы' | 'Поля') =>
  page.getByRole('group', { name, exact: true });
const percent = ({ x, n }: Share): string => ((100 * x) / n).toFixed(1).replace('.', ',');

/** The texts of a row's cells, by the name of the row. */
async function cellsOf(page: Page, name: string): Promise<string[]> {
  const row = rowOf(page, name);
  const texts = await row.getByRole('gridcell').allInnerTexts();
  return texts.map(plain);
}

function rowOf(page: Page, name: string): Locator {
  return grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await field(page, name).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function counted(page: Page): Promise<void> {
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
}

test('a pivot is put together by menu and by drag, recounts what cannot be added, and leads to the record', async ({
  demonstration: page,
}) => {
  if (!last) throw new Error('no quarter is known');
  await follow(page, 'explore/pivot/');
  await counted(page);

  await test.step('totals are those of people, not sums, and say so', async () => {
    await choose(page, 'учебный год', 'Убрать');
    await counted(page);
    const shown = ['Блок I', 'Блок II', 'Блок III'].map(async (name) => cellsOf(page, name));
    const blocks = await Promise.all(shown);
    expect(blocks).toEqual(
      Object.values(last.byBlock).map((block) => [percent(block), String(block.participations)]),
    );
    const total = await cellsOf(page, 'Всего');
    expect(total).toEqual([
      percent(last.reach),
      plain(last.participations.toLocaleString('ru-RU')),
    ]);
    const sum = Object.values(last.byBlock).reduce((all, { x }) => all + x, 0);
    expect(sum).toBeGreaterThan(last.reach.x);
    await expect(rowOf(page, 'Всего').getByLabel('пересчитано')).toHaveCount(1);
    await expect(page.getByText(/Пересчитано: такой итог не сумма/)).toBeVisible();
  });

  await test.step('a field is dragged to the columns, and back by its menu', async () => {
    await field(page, 'направление').dragTo(axis(page, 'Столбцы'));
    await expect(axis(page, 'Столбцы').getByRole('button')).toHaveText(['направление']);
    expect(new URL(page.url()).searchParams.get('columns')).toBe('direction');
    await choose(page, 'направление', 'В строки');
    await expect(axis(page, 'Строки').getByRole('button')).toHaveText(['блок', 'направление']);
    await choose(page, 'период', 'В столбцы');
    await counted(page);
  });

  await test.step('the rows are ordered by a column, and steps taken back', async () => {
    const head = grid(page).getByRole('columnheader', { name: 'Всего · Участия', exact: true });
    await head.click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    expect(new URL(page.url()).searchParams.get('order')).toBe('-[[],"M04","value"]');
    await page.keyboard.press('Control+z');
    await expect(head).toHaveAttribute('aria-sort', 'none');
    await page.keyboard.press('Control+Shift+z');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
  });

  await test.step('groups are closed by keyboard, and what is chosen comes back with the address', async () => {
    await grid(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    const rows = grid(page).getByRole('row', { expanded: false });
    await expect(rows).toHaveCount(1);
    const name = await rows.getByRole('rowheader').innerText();
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await counted(page);
    await expect(rowOf(page, name)).toHaveAttribute('aria-expanded', 'false');
  });

  await test.step('from a cell to the row of the source file, by keyboard', async () => {
    await grid(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    const period = `${['', 'I', 'II', 'III', 'IV'][Number(lastName.slice(-1))] ?? ''} четв.`;
    const behind = page.getByRole('region', { name: 'Записи за этим значением' });
    await page.keyboard.press('Enter');
    await expect(behind).toContainText(period);
    await behind.getByRole('button').first().click();
    await expect(
      page.getByRole('dialog', { name: 'Источник' }).locator('[aria-current="true"]'),
    ).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  await test.step('it is saved for work inside the school under a name that says so', async () => {
    await page.getByRole('button', { name: /^Сохранить: / }).click();
    await page.getByRole('menuitem', { name: /^Для работы внутри школы/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Файл останется в школе' }).check();
    for (const format of ['CSV', 'XLSX']) {
      const download = page.waitForEvent('download');
      await dialog.getByRole('button', { name: `Таблица ${format}` }).click();
      const name = (await download).suggestedFilename();
      expect(name).toMatch(new RegExp(` — для работы внутри школы\\.${format.toLowerCase()}$`));
    }
    await page.keyboard.press('Escape');
  });
});

test('what an address says wrongly is told; what nobody meets, or what is too fine, has a way out', async ({
  demonstration: page,
}) => {
  await follow(page, 'explore/pivot/?rows=block,nobody&measures=M01&only.class=["99Я"]');
  await expect(page.getByText(/rows=block,nobody/)).toBeVisible();
  await expect(page.getByText('Такому отбору никто не отвечает')).toBeVisible();
  await page.getByRole('button', { name: 'Убрать условие «99Я»' }).click();
  await counted(page);
  await expect(rowOf(page, 'Блок I')).toBeVisible();
  await follow(
    page,
    'explore/pivot/?rows=partner,class&columns=direction,period&measures=M01,M04,M05',
  );
  await expect(page.getByText('Слишком подробно', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Убрать поле «период»' }).click();
  await expect(page.getByText('Слишком подробно', { exact: true })).toBeHidden();
});
