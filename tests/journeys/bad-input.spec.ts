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
import { accept, csv, expect, giveFiles, test } from './journey.ts';

const good = csv(
  'список.csv',
  'ФИО;Класс;Пол',
  'Ёлкина Арина;5А;ж',
  'Белов-Орлов Пётр;5А;м',
  'Ким Лев;5Б;м',
);

test('each bad file gets its own sentence and the good one beside it is accepted', async ({
  page,
}) => {
  await giveFiles(page, [
    emptyFile,
    picture,
    passwordWorkbook(),
    noTable,
    cutWorkbook(),
    unknownEncoding(),
    { ...good, name: 'Списки классов 2025-26.csv' },
  ]);
  const sentences: string[] = [];
  for (const name of [
    'пусто.csv',
    'фото.xlsx',
    'пароль.xlsx',
    'письмо.xlsx',
    'обрыв.xlsx',
    'кодировка.csv',
  ]) {
    await page.getByRole('list', { name: 'Файлы' }).getByRole('button', { name }).click();
    const panel = page.getByRole('region', { name });
    await expect(panel).toBeVisible();
    sentences.push((await panel.getByRole('alert').innerText()).trim());
  }
  expect(new Set(sentences).size).toBe(sentences.length);
  await expect(page.getByRole('button', { name: /^Принять 3 / })).toBeVisible();
  await accept(page);
  await expect(page.getByRole('region', { name: 'Что загружено' }).getByRole('row')).toHaveCount(2);
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
    await expect(page.getByRole('region', { name: 'строка.csv' }).getByRole('alert')).toContainText(
      'одн',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
