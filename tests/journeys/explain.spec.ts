import { expected, sayPoints } from './expected.ts';
import { expect, follow, plain, test } from './journey.ts';

const { mixOnly } = expected.truths;

test('a change that is only mix comes out named as mix, from the chart on', async ({
  demonstration: page,
}) => {
  await follow(page, 'explore/?only.block=%5B%22III%22%5D');
  await page.getByRole('link', { name: 'Разобрать изменение' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Из чего сложилось изменение');
  const params = new URL(page.url()).searchParams;
  expect(params.get('only.block')).toBe('["III"]');
  expect(params.has('from') && params.has('to')).toBe(true);

  const grades = page.getByRole('heading', { name: /^Если разложить по параллелям/ });
  const mix = `состав: ${sayPoints(mixOnly.kitagawaByGradeGroup.mix)} п. п.`;
  await expect(grades).toBeVisible();
  expect(plain(await grades.innerText())).toContain(`почти всё изменение — ${mix}`);
  await expect(page.getByText(/^Просмотрено: \d+ разрез/)).toBeVisible();
  await expect(page.getByText(/При стольких проверках .* q — с поправкой/)).toBeVisible();

  const parts = page.getByRole('table', { name: 'Слагаемые изменения по параллелям' });
  await expect(parts.getByRole('row').nth(1)).toContainText('состав');
  await page.reload();
  await expect(grades).toBeVisible();
});
