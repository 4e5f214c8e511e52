import { emptyChain, endChain, linkEntry } from '#lib/journal/chain.ts';
import type { Page } from '@playwright/test';
import { csv, type MadeFile } from './made-file.ts';
import { makeSnapshots, type MadeSnapshots } from './made-snapshots.ts';
import { accept, expect, giveFiles, plain, plainTexts, test as base } from './journey.ts';
import { school } from './school.ts';

const test = base.extend<object, { readonly made: MadeSnapshots }>({
  made: [
    async ({ browserName: _ }, use) => use(await makeSnapshots()),
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function give(page: Page, ...files: MadeFile[]): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Выбрать файл' }).click();
  await (await dialog).setFiles(files);
  await expect(page.getByRole('progressbar')).toBeHidden();
}

function withText(file: MadeFile, change: (text: string) => string): MadeFile {
  return { ...file, buffer: Buffer.from(change(file.buffer.toString())) };
}

/** Notes in the journal that a snapshot was shared, as sharing does. */
async function share(page: Page, { content, statements }: MadeSnapshots): Promise<void> {
  const at = Date.UTC(2026, 5, 2, 9);
  const release = { id: content, draft: 'd', title: 'Итоги', formats: ['html'], statements };
  const link = linkEntry({ kind: 'release', release, seq: 1, at }, emptyChain.sum);
  const end = endChain({ ...emptyChain, seq: 1, sum: link.sum, used: 1 });
  await page.evaluate(
    ([first, last]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dinamika');
        opening.onerror = () => reject(new Error('no journal', { cause: opening.error }));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['entries', 'chain'], 'readwrite');
          writing.objectStore('entries').put(first);
          writing.objectStore('chain').put(last, 'end');
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [link, end] as const,
  );
}

test('a whole snapshot: what it is, by whom, under which rules, and its pages', async ({
  page,
  made,
}) => {
  await page.goto('council/check/');
  await give(page, made.first);
  await expect(
    page.getByRole('status').filter({ hasText: 'Снимок цел, но не подписан' }),
  ).toHaveCount(1);
  const panel = page.getByRole('region', { name: 'Итоги IV четверти 2025/26 уч. года' });
  const facts = plain(await panel.innerText());
  expect(facts).toMatch(/Снимок IV четверть\.html · \d+ КБ/);
  expect(facts).toContain('МБОУ «Лицей № 7»');
  expect(facts).toContain('Данные на 29.05.2026');
  expect(facts).toContain('слайды, 9 страниц');
  expect(facts).toContain('та же, что сейчас здесь');
  expect(facts).toContain('Подписал никто');
  expect(facts).toContain(made.content);
  await panel.getByText('Что скрыто и почему').click();
  await expect(panel).toContainText('меньше 5');

  const pages = page.getByRole('region', { name: 'Что в снимке' });
  await pages.getByText('2. Охват по блокам').click();
  const picture = pages.getByRole('img').first();
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    300,
  );
  await pages.getByText('Числа таблицей').first().click();
  await expect(pages.getByRole('row', { name: /^Блок I I четверть 2024\/25/ })).toContainText('40');
  await pages.getByText('8. Самочувствие').click();
  await expect(pages.getByText(/^Здесь скрыты все числа/)).toBeVisible();
  // Without a line in the journal nobody can count it again.
  await expect(page.getByText(/^Этого снимка нет в журнале/)).toBeVisible();
});

test('each fault has its own words, and nothing of a foreign file runs', async ({ page, made }) => {
  await page.goto('council/check/');
  const cases: readonly (readonly [MadeFile, string])[] = [
    [withText(made.first, (text) => text.slice(0, -200)), 'Файл обрезан: конца в нём нет'],
    [
      withText(made.first, (text) => text.replace('Лицей № 7', 'Лицей № 8')),
      'Файл изменён после того, как его сохранили',
    ],
    [
      withText(made.first, (text) =>
        text.replace('</body>', '<script>document.title = "run"</script></body>'),
      ),
      'Файл изменён после того, как его сохранили',
    ],
    [
      withText(made.first, (text) =>
        text.replace(/(name="dinamika-snapshot" content=")\d+/, '$1999'),
      ),
      'Снимок сделан более новой программой',
    ],
    [
      withText(made.first, (text) =>
        text.replace(/(name="dinamika-snapshot" content=")\d+/, '$10'),
      ),
      'Снимок сделан прежней версией программы',
    ],
    [
      {
        name: 'письмо.html',
        mimeType: 'text/html',
        buffer: Buffer.from('<img src=x onerror="document.title=1">'),
      },
      'Это не снимок «Динамики»',
    ],
  ];
  for (const [file, title] of cases) {
    await give(page, file);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(title);
    await expect(alert).toContainText('Из файла ничего не запущено, ваши данные не тронуты.');
    await expect(page.getByRole('region', { name: 'Что в снимке' })).toHaveCount(0);
  }
  await expect(page).toHaveTitle('Проверить снимок');
  // A whole one takes the place of what was refused.
  await give(page, made.second);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('Снимок цел и подписан: Петрова Е. А.').first()).toBeVisible();
  await expect(page.getByText(/^(?:[\da-f]{4} ){7}[\da-f]{4}$/)).toBeVisible();
});

test('two snapshots page by page', async ({ page, made }) => {
  await page.goto('council/check/');
  // Whichever comes first, the earlier is what was.
  await give(page, made.second, made.first);
  const changes = page.getByRole('region', { name: 'Что изменилось' });
  await expect(changes).toContainText('Было: Снимок IV четверть.html. Стало: Снимок к июлю.html.');
  const facts = changes.getByRole('region', { name: 'О снимке в целом' });
  expect(plain(await facts.innerText())).toMatch(
    /Данные на было: 29\.05\.2026 стало: 30\.06\.2026/,
  );
  const reach = changes.getByRole('region', { name: /Охват по блокам/ });
  const told = plain(await reach.innerText());
  expect(told).toContain('стало Охват вырос.');
  expect(told).toContain('Изменилось чисел: 1');
  expect(told).toMatch(/Блок I, I четверть 2024\/25 · Значение, % было: 40 стало: 39,5/);
  await expect(changes.getByRole('region', { name: /Цель и задачи/ })).toContainText(
    'была 1-й, стала 2-й',
  );
  await expect(changes.getByRole('region', { name: /Планы добавлена/ })).toBeVisible();
  await expect(
    changes.getByRole('region', { name: /К той же четверти прошлого года убрана/ }),
  ).toBeVisible();
  await changes.getByText('Не изменились 6 страниц').click();
  await expect(changes.getByRole('listitem').filter({ hasText: '8. Решения' })).toBeVisible();
  await changes.getByRole('button', { name: 'Поменять местами' }).click();
  await expect(reach).toContainText('39,5');
  expect(plain(await reach.innerText())).toMatch(/было: 39,5 стало: 40/);

  await page.getByRole('button', { name: 'Убрать «Снимок к июлю.html»' }).click();
  await give(page, made.first);
  await expect(changes).toContainText('Это один и тот же снимок');
});

test('the numbers of a snapshot that was shared from here are counted again', async ({
  page,
  made,
}) => {
  await page.goto('council/check/');
  await expect(page.getByRole('button', { name: 'Выбрать файл' })).toBeVisible();
  await share(page, made);
  await page.reload();
  await give(page, made.first);
  const numbers = page.getByRole('region', { name: 'Сходятся ли числа' });
  await expect(numbers).toContainText('загрузите таблицы, из которых он сделан');

  await giveFiles(page, school);
  await accept(page);
  await page.goto('council/check/');
  await give(page, made.first);
  await expect(numbers.getByRole('status')).toHaveText(/Сошлось всё: 3\sутверждения\./);

  // A pupil of 6Б who took part in nothing did take part after all.
  const late = csv(
    'Субботник.csv',
    'ФИО;Класс;Мероприятие;Дата;Направление;Уровень;Результат',
    'Орлов Олег;6Б;Субботник;22.04.2026;эстетическое;школьный;участник',
  );
  await giveFiles(page, [late]);
  await accept(page);
  await page.goto('council/check/');
  await give(page, made.first);
  await expect(numbers.getByRole('status')).toContainText(/Не сошлось 2 из 3/);
  const list = numbers.getByRole('list', { name: 'Что не сошлось' });
  expect((await plainTexts(list.getByRole('listitem'))).sort()).toEqual([
    'участники: 6Б, IV четверть 2025/26 было: 5 стало: 6',
    'участники: IV четверть 2025/26 было: 20 стало: 21',
  ]);
});
