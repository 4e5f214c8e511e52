import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '../../app.css';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Draft } from './draft.svelte.ts';
import ProtectionTrial from './ProtectionTrial.svelte';

afterEach(() => {
  document.body.innerHTML = '';
});

const box = (name: string) => page.getByRole('textbox', { name });

test('what is withheld is set in words that say what it does and where it is from', async () => {
  const draft = new Draft(defaultProgramme);
  render(ProtectionTrial, { draft });
  await expect.element(box('Скрывать, если учеников меньше')).toHaveValue('5');
  await expect.element(page.getByText(/NCES 2011-603/)).toBeVisible();
  await box('Скрывать, если учеников меньше').fill('8');
  await box('Наименьший разброс догадки').fill('6');
  await box('Сходство учеников одного класса').fill('0,2');
  await page.getByRole('checkbox', { name: /никто/ }).click();
  expect(draft.parsed.ok && draft.parsed.programme.privacy).toEqual({
    least: 8,
    leastAssessed: 10,
    width: 6,
    zeros: false,
    classCorrelation: 0.2,
  });
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a limit that protects less than it must is refused at its place', async () => {
  const draft = new Draft(defaultProgramme);
  render(ProtectionTrial, { draft });
  const least = box('Скрывать, если учеников меньше');
  await least.fill('2');
  await expect.element(page.getByText('Число должно быть от 3 до 30.')).toBeVisible();
  await expect.element(least).toHaveAttribute('aria-invalid', 'true');
  await least.fill('12');
  await expect.element(page.getByText(/здесь нужно не меньше 12/)).toBeVisible();
  const assessed = box('То же в психологических шкалах и анкетах');
  await expect.element(assessed).toHaveAttribute('aria-invalid', 'true');
  expect(draft.parsed.ok).toBe(false);
  await assessed.fill('15');
  expect(draft.parsed.ok).toBe(true);
});
