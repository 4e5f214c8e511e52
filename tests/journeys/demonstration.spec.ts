import type { Locator, Page } from '@playwright/test';
import { locales } from '../../src/lib/i18n/locale.ts';
import { measures } from '../../src/lib/measures/registry.ts';
import type { View } from '../../src/lib/workspace/views.ts';
import { expected, intervalsOf, sayCount, sayPercent, sayPoints, sayShare } from './expected.ts';
import {
  accept,
  expect,
  filesUnderReview,
  follow,
  goTo,
  importsOf,
  openDemonstration,
  plain,
  plainTexts,
  test,
} from './journey.ts';

const ru = locales.ru.t;
const { realRise, mixOnly, maskedFall, outlyingClass, silentContracts, correctedFile, whiteSpot } =
  expected.truths;

test('the demonstration is understood without a hand and shows all that is planted in it', async ({
  page,
}) => {
  await test.step('every file is understood, with every row that is good', async () => {
    await openDemonstration(page);
    const read = await plainTexts(filesUnderReview(page).getByRole('button'));
    expect(read).toHaveLength(expected.files.length);
    for (const { name, dataRows, rejectedRows } of expected.files) {
      const said = read.find((text) => text.startsWith(`${name} `)) ?? '';
      expect(said).toMatch(new RegExp(` ${sayCount(dataRows)} запис`));
      expect(said).not.toMatch(/не понят|не прочитан/);
      if (rejectedRows > 0) expect(said).toMatch(new RegExp(` ${rejectedRows} вопрос`));
      else expect(said).toContain('понятен');
    }
    await filesUnderReview(page).getByRole('button', { name: correctedFile.corrected }).click();
    const { added, changed, removed, original } = correctedFile;
    await expect(page.getByRole('region', { name: correctedFile.corrected })).toContainText(
      `Новая версия файла «${original}»: добавлено ${added}, изменено ${changed}, убрано ${removed}.`,
    );
  });

  await test.step('it is accepted as it is, and the corrected file replaces the former one', async () => {
    await accept(page);
    await expect(importsOf(page)).toHaveCount(expected.files.length);
    await expect(importsOf(page).filter({ hasText: correctedFile.original })).toContainText(
      'заменён новой версией',
    );
    await expect(importsOf(page).filter({ hasText: correctedFile.corrected })).toContainText(
      'считается',
    );
  });

  await test.step('the overview says how many take part and what has changed', async () => {
    await goTo(page, 'Обзор');
    const { reach, roll } = expected.quarters['2025/26-4'];
    const main = page.getByRole('main');
    const card = page
      .getByRole('list', { name: 'Главные показатели' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Охват', exact: true }) });
    await expect(card).toContainText(sayShare(reach));
    expect(plain(await card.innerText())).toContain(sayPercent(reach));
    expect(plain(await main.innerText())).toContain(`${sayCount(roll)} ученик`);

    const { before, after, difference } = realRise.total;
    const rise = await findingOf(page, 'Блок II:');
    expect(rise).toContain(`охват ${sayPercent(after)} против ${sayPercent(before)} год назад`);
    expect(rise).toContain(`${sayPoints(difference)} п. п. [`);
    expectNoNarrower(intervalsOf(rise)[0], realRise.total);
    expect(rise).toContain(`${sayShare(after)} за IV четверть 2025/26`);
    expect(rise).toContain(`${sayShare(before)} за IV четверть 2024/25`);

    const mix = await findingOf(page, 'Блок III:');
    expect(mix).toContain('разница в составе параллелей');
    expect(mix).toContain(`Всего ${sayPoints(mixOnly.total.difference)} п. п.`);
    expect(mix).toContain(`на состав приходится ${sayPoints(mixOnly.kitagawaByGradeGroup.mix)}`);
    expect(mix).toContain(sayShare(mixOnly.total.after));

    const fall = await findingOf(page, 'Блок I, 7-е классы:');
    const seventh = maskedFall.grades['7'];
    expect(fall).toContain('по всему блоку этого не видно');
    expect(fall).toContain(`${sayPoints(seventh.difference)} п. п. [`);
    expectNoNarrower(intervalsOf(fall)[0], seventh);
    expect(fall).toContain(sayShare(seventh.after));
    expect(fall).toContain(`по всему блоку ${sayPoints(maskedFall.total.difference)} п. п. [`);
    expectNoNarrower(intervalsOf(fall).at(-1), maskedFall.total);

    const { own, school } = outlyingClass.quarters['2025/26-4'];
    const outlier = await findingOf(page, `${outlyingClass.class}:`);
    expect(outlier).toContain(`охват ${sayPercent(own)}, ниже границ`);
    expect(outlier).toContain(`${sayShare(own)} при охвате ${sayPercent(school)} по всем классам`);

    const silent = await findingOf(page, `${silentContracts.silent.length} партнёров`);
    expect(silent).toContain('без мероприятий с начала 2025/26 учебного года');
    expect(silent).toContain(`Действующих договоров: ${silentContracts.inForce}`);
    expect(silent).toContain(`у ${silentContracts.activeIn2023.length} партнёров`);
  });

  await test.step('what the corrected file says is what is counted', async () => {
    const { participations, spectators } = expected.quarters['2025/26-3'];
    const row = page
      .getByRole('region', { name: 'Полнота данных' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Участий', exact: true }) });
    const counts = await plainTexts(row.getByRole('cell'));
    expect(counts.at(-2)).toBe(sayCount(participations + spectators));
  });

  await test.step('the link of a finding opens the same numbers in the analysis', async () => {
    await findings(page)
      .getByRole('link', { name: /^Блок I, 7-е классы/ })
      .click();
    await expect(page.getByRole('button', { name: 'Снять отбор «Блок I»' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Разбить по' })).toHaveValue('grade');
    const { before, after } = maskedFall.grades['7'];
    await page.getByRole('main').getByRole('button', { name: 'Таблица' }).click();
    const row = page.getByRole('figure').getByRole('row', { name: /^7-е классы IV четверть/ });
    await expect(row).toContainText(sayShare(after));
    await expect(row).toContainText(sayShare(before));
  });

  await test.step('a quarter without the events of a direction shows its white spot', async () => {
    expect(whiteSpot.events['2025/26-1']).toBe(0);
    await goTo(page, 'Обзор');
    await page.getByRole('combobox', { name: 'Период' }).selectOption('I четверть 2025/26');
    await expect(
      findings(page).getByRole('link', {
        name: `Направление «${whiteSpot.direction}»: ни одного мероприятия за I четверть 2025/26`,
      }),
    ).toBeVisible();
  });
});

test('every measure has a number or a reason, in one view after the other', async ({
  demonstration: page,
}) => {
  test.slow();
  for (const [index, measure] of Object.keys(measures).entries()) {
    await follow(page, `explore/?measure=${measure}`);
    const offered = page
      .getByRole('group', { name: 'Вид' })
      .getByRole('radio', { disabled: false });
    await expect(offered.first()).toBeVisible();
    const fitting = await offered.evaluateAll((radios) =>
      radios.map((radio) => (radio as HTMLInputElement).value),
    );
    const view = fitting[index % fitting.length] as View;
    await page.getByRole('radio', { name: ru.screens.explore.charts[view], exact: true }).check();
    await expectSound(page, measure, view);
  }
});

/** Waits until a view is drawn and expects that neither it nor its table shows what no person could read. */
async function expectSound(page: Page, measure: string, view: View): Promise<void> {
  const what = `${measure}, ${view}`;
  const main = page.getByRole('main');
  const picture = main.getByRole('application', { name: ru.charts.kinds[view] });
  const reason = main.getByText(/^(Раскладывать нечего|Разложить нельзя|Показывать нечего)/);
  await expect(picture.or(reason), what).toBeVisible();
  await expect(main.locator('[aria-busy="true"], .skeleton'), what).toHaveCount(0);
  const { said, bare } = await main.evaluate(async (element) => {
    const press = (name: string) => {
      const buttons = [...element.querySelectorAll<HTMLElement>('figure button')];
      buttons
        .filter(({ textContent }) => textContent.trim() === name)
        .forEach((one) => one.click());
    };
    const labels = [...element.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel);
    press('Таблица');
    await new Promise(requestAnimationFrame);
    const cells = [...element.querySelectorAll('figure td, dd')];
    const found = {
      said: [...labels, element.textContent].join(' '),
      bare: cells.filter(({ textContent }) => textContent.trim() === '—').length,
    };
    press('График');
    return found;
  });
  expect(said, what).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  expect(bare, `${what}: dashes without a reason`).toBe(0);
}

function findings(page: Page): Locator {
  return page.getByRole('region', { name: 'Что изменилось' });
}

/**
 * An interval, in points, covers that of pupils who decide one by one: classes that go together can only make it wider. To
 * the tenth that is shown.
 */
function expectNoNarrower(
  shown: readonly [number, number] | undefined,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): void {
  expect(shown?.[0]).toBeLessThanOrEqual(lower * 100 + 0.06);
  expect(shown?.[1]).toBeGreaterThanOrEqual(upper * 100 - 0.06);
}

/** One finding, title and evidence, as it is read; the less weighty ones are unfolded first. */
async function findingOf(page: Page, start: string): Promise<string> {
  await expect(findings(page).getByRole('listitem').first()).toBeVisible();
  const more = findings(page).getByRole('button', { name: /^Показать ещё/ });
  if (await more.isVisible()) await more.click();
  const texts = await plainTexts(findings(page).getByRole('listitem'));
  const found = texts.find((text) => text.startsWith(start));
  expect(found, `a finding that begins «${start}»`).toBeDefined();
  return found ?? '';
}
