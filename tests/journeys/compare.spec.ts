import { expected, sayPoints, sayShare } from './expected.ts';
import { expect, follow, plain, test } from './journey.ts';

const { realRise } = expected.truths;

test('two selections stand side by side with their difference, and change places', async ({
  demonstration: page,
}) => {
  await follow(
    page,
    'explore/compare/?by=-&a.only.block=%5B%22II%22%5D&b.only.block=%5B%22II%22%5D',
  );
  const { before, after, difference } = realRise.total;
  const row = page.getByRole('table', { name: 'Разница B − A' }).getByRole('row').nth(1);
  await expect(row).toContainText(sayShare(after));
  expect(plain(await row.innerText())).toContain(`${sayPoints(difference)} п. п.`);
  await expect(row).toContainText(sayShare(before));

  await page.getByRole('button', { name: 'Поменять A и B местами' }).click();
  await expect(row).toContainText(`${sayPoints(-difference)}`);
  await follow(
    page,
    'explore/compare/?by=-&a.only.class=%5B%2211%D0%AF%22%5D&b.only.block=%5B%22II%22%5D',
  );
  await page.getByRole('button', { name: /^Убрать условие «11Я»/ }).click();
  await expect(row).toContainText(sayShare(after));
  await expect(page).not.toHaveURL(/a\.only/);
});
