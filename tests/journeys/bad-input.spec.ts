import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  cutWorkbook,
  emptyFile,
  noTable,
  passwordWorkbook,
  picture,
  unknownEncoding,
} from './hostile-files.ts';
import {
  accept,
  acceptButton,
  chooseFiles,
  csv,
  expect,
  filesUnderReview,
  giveFiles,
  importsOf,
  test,
} from './journey.ts';

const good = csv(
  'Списки классов 2025-26.csv',
  'ФИО;Класс;Пол',
  'Ёлкина Арина;5А;ж',
  'Белов-Орлов Пётр;5А;м',
  'Ким Лев;5Б;м',
);

const bad = [
  { file: emptyFile, sentence: /Файл пустой/ },
  { file: picture, sentence: /Это картинка/ },
  { file: passwordWorkbook(), sentence: /закрыт паролем.*снимите пароль/i },
  { file: noTable, sentence: /не нашлось таблицы/ },
  { file: cutWorkbook(), sentence: /обрывается на середине.*заново/ },
  { file: unknownEncoding(), sentence: /кодировку.*CSV UTF-8/ },
];

test('each bad file gets its own sentence and the good one beside it is accepted', async ({
  page,
}) => {
  await giveFiles(page, [...bad.map(({ file }) => file), good]);
  for (const { file, sentence } of bad) {
    const item = filesUnderReview(page).getByRole('button', { name: file.name });
    await expect(item).toContainText('не прочитан');
    await item.click();
    await expect(page.getByRole('region', { name: file.name }).getByRole('alert')).toHaveText(
      sentence,
    );
  }
  await expect(acceptButton(page)).toHaveText('Принять 3 записи');
  await accept(page);
  await expect(importsOf(page)).toHaveCount(1);
  await expect(importsOf(page)).toContainText(good.name);
});

test('a 100 MB file of one line is refused and the page lives on', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-'));
  const path = join(folder, 'строка.csv');
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(1024 * 1024, 'а;');
  for (let written = 0; written < 100; written += 1) writeSync(file, piece);
  closeSync(file);
  try {
    await giveFiles(page, [path]);
    await expect(page.getByRole('region', { name: 'строка.csv' }).getByRole('alert')).toHaveText(
      /одна строка, таблицы в нём нет/,
    );
    await expect(acceptButton(page)).toBeHidden();
    await page.getByRole('button', { name: 'Не принимать' }).click();
    await chooseFiles(page, [good]);
    await expect(acceptButton(page)).toHaveText('Принять 3 записи');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
