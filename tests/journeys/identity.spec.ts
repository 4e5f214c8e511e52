import type { Page } from '@playwright/test';
import { accept, acceptButton, expect, giveFiles, goTo, openTab, test } from './journey.ts';
import { csv } from './made-file.ts';
import { school, truth } from './school.ts';

const heading = 'ФИО;Класс;Мероприятие;Дата;Направление;Результат';
/** A third class: two boys of one surname with the same initials, and two girls whose names differ by a letter. */
const roll = csv(
  'Список 6В 2025-2026.csv',
  'ФИО;Класс',
  'Иванов Пётр Алексеевич;6В',
  'Иванов Павел Андреевич;6В',
  'Кротова Софья;6В',
  'Кротова София;6В',
);
const concert = csv(
  'Концерт IV четверть 2025-2026.csv',
  heading,
  'Иванов Пётр;6В;Концерт «Весна»;14.04.2026;эстетическое;участник',
  'Кротова Софья;6В;Концерт «Весна»;14.04.2026;эстетическое;участник',
);
const contests = csv(
  'Конкурсы IV четверть 2025-2026.csv',
  heading,
  'Петр Иванов;6В;Бал;16.04.2026;эстетическое;участник',
  'Иваноф Пётр;6В;Выставка;17.04.2026;эстетическое;участник',
  'Иванов П. А.;6В;Конкурс чтецов;20.04.2026;эстетическое;участник',
  'Кротова София;6В;Конкурс чтецов;20.04.2026;эстетическое;участник',
);
const pupils = truth.pupils + 4;
const pavel = /«Иванов П\. А\.» и «Иванов Павел Андреевич»/;
const petr = /«Иванов П\. А\.» и «Иванов Пётр Алексеевич»/;

test('one person under several names is counted once, doubtful names wait for an answer, and answers are taken back', async ({
  page,
}) => {
  await giveFiles(page, [...school.slice(1, 2), roll, concert, contests]);
  await expect(acceptButton(page)).toBeVisible();
  await accept(page);
  const proposed = page.getByRole('article');
  const made = page.getByRole('region', { name: 'Объединено само' });
  const decided = page.getByRole('region', { name: 'Решено вами' });

  await test.step('order, ё and a typo are told apart from namesakes without a question', async () => {
    await expectReach(page, 3);
    await openMatches(page);
    await expect(proposed).toHaveCount(2);
    await expect(page.getByRole('article', { name: pavel })).toContainText('похожих несколько: 2');
    await expect(page.getByRole('article', { name: petr })).toContainText(
      'Список 6В 2025-2026.csv · строка 2',
    );
    await expect(made).toContainText('различие в одну букву: «Иванов» и «Иваноф»');
    await expect(page.getByRole('main')).not.toContainText('Кротова');
  });

  await test.step('an answer changes the numbers', async () => {
    await page
      .getByRole('article', { name: pavel })
      .getByRole('button', { name: 'Это один человек' })
      .click();
    await expect(decided).toContainText('Иванов Павел Андреевич');
    await expect(proposed).toHaveCount(0);
    await expectReach(page, 4);
  });

  await test.step('it is kept, and taken back as it was given', async () => {
    await page.reload();
    await expectReach(page, 4);
    await openMatches(page);
    await decided.getByRole('button', { name: pavel }).click();
    await expect(proposed).toHaveCount(2);
    await expectReach(page, 3);
  });

  await test.step('by keyboard: one answer, its undoing, another answer', async () => {
    await openMatches(page);
    const card = page.getByRole('article', { name: petr });
    await card.getByRole('button', { name: 'Это один человек' }).focus();
    await page.keyboard.press('1');
    await expect(decided).toContainText('Иванов Пётр Алексеевич');
    await page.getByRole('button', { name: 'Отменить ответ' }).click();
    await expect(proposed).toHaveCount(2);
    await page
      .getByRole('article', { name: petr })
      .getByRole('button', { name: 'Это разные люди' })
      .focus();
    await page.keyboard.press('2');
    await expect(decided).toContainText('Это разные люди');
    await expectReach(page, 4);
  });

  await test.step('what was put together can be parted', async () => {
    await openMatches(page);
    const pair = '«Иванов Пётр Алексеевич» и «Иваноф Пётр»';
    await made.getByRole('button', { name: `Разделить: ${pair}` }).click();
    const withdraw = decided.getByRole('button', { name: `Отменить решение: ${pair}` });
    await expect(withdraw).toBeVisible();
    await expect(made.getByRole('button', { name: `Разделить: ${pair}` })).toBeHidden();
    await withdraw.click();
    await expect(made.getByRole('button', { name: `Разделить: ${pair}` })).toBeVisible();
  });
});

async function openMatches(page: Page): Promise<void> {
  await goTo(page, 'Загрузка');
  await openTab(page, 'Совпадения');
  await expect(page.getByRole('group', { name: 'О ком или о чём' })).toBeVisible();
}

/** Opens the overview and expects so many of the pupils of three classes to be reached. */
async function expectReach(page: Page, count: number): Promise<void> {
  await goTo(page, 'Обзор');
  await expect(
    page
      .getByRole('list', { name: 'Главные показатели' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Охват', exact: true }) }),
  ).toContainText(`${count} из ${pupils}`);
}
