import type { Locator, Page } from '@playwright/test';
import { expect, follow, test } from './journey.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Найти и открыть' });
const options = (page: Page): Locator => dialog(page).getByRole('option');

/** Opens the palette by its keys, types, and waits until what is wanted stands first. */
async function find(page: Page, typed: string, first: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed);
  await expect(options(page).first()).toHaveText(first);
}

test('any screen, measure, board, partner and action is found and opened by the keyboard', async ({
  demonstration: page,
}) => {
  await follow(page, '');
  await expect(page.getByRole('application').first()).toBeVisible();
  const button = page.getByRole('button', { name: 'Найти' });
  await button.press('Enter');
  const box = dialog(page).getByRole('combobox');
  await expect(box).toBeFocused();
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  const second = (await options(page).nth(1).getAttribute('id')) ?? '';
  await expect(box).toHaveAttribute('aria-activedescendant', second);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();

  // A measure, twice on the same screen; the second on the wrong layout of the keyboard.
  await find(page, 'не охвачены', 'Не охвачены');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/explore\/\?.*measure=/);
  await expect(page.getByRole('main')).toContainText('Не охвачены');
  await find(page, 'j[dfn', 'Охват');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('application', { name: /: Охват, / })).toBeVisible();
  await expect(page).not.toHaveURL(/measure=/);

  // A partner: its bars, and nothing but it.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  const partner = dialog(page).getByRole('group', { name: 'Партнёры' }).getByRole('option').first();
  const name = (await partner.innerText()).trim();
  await page.keyboard.type(name);
  await expect(options(page).first()).toHaveText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Снять отбор «${name}»` })).toBeVisible();
  await expect(page.getByRole('application', { name: /^Столбцы по величине/ })).toBeVisible();

  // A board, and a step of it that is taken back.
  await find(page, 'направления по четв', 'Направления по четвертям');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Доска' })).toHaveValue('matrix');
  await page.getByRole('combobox', { name: 'Доска' }).selectOption('Партнёры');
  await find(page, 'отменить', 'Отменить последний шаг');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Доска' })).toHaveValue('matrix');

  // A screen by its English name, the language, and nothing.
  await find(page, 'method', 'Методика');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/methods\/$/);
  await find(page, 'english', 'Язык: English');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('ControlOrMeta+k');
  const english = page.getByRole('dialog', { name: 'Find and open' });
  await expect(english.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('ъъъъ');
  await expect(english.getByText('Nothing found: ъъъъ').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(english).toBeVisible();
});
