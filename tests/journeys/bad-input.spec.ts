import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import type { Locator } from '@playwright/test';
import { bombWorkbook, entityWorkbook, farWorkbook } from './hostile-archives.ts';
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
  expect,
  expectSum,
  filesUnderReview,
  giveFiles,
  importsOf,
  problemsOf,
  reviewOf,
  test,
} from './journey.ts';
import { csv, type MadeFile } from './made-file.ts';

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
  { file: bombWorkbook(), sentence: /слишком велик.*Разделите/ },
  { file: entityWorkbook(), sentence: /не читается.*сохраните заново/ },
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

test('what looks like a formula, a name of the language or a sheet without end is read as it is written', async ({
  page,
}) => {
  const wide = csv(
    'графы 2025-2026.csv',
    ['ФИО', 'Класс', ...Array.from({ length: 9998 }, (_, at) => `графа ${at}`)].join(';'),
    `Ёлкина Арина;5А${';1'.repeat(9998)}`,
    `Ким Лев;5Б${';2'.repeat(9998)}`,
  );
  const named = csv(
    'прототип 2025-2026.csv',
    'ФИО;Класс;__proto__;constructor',
    'Ёлкина Арина;5А;constructor;2',
    'Ким Лев;5Б;__proto__;toString',
    'Белов-Орлов Пётр;__proto__;;',
  );
  const formulas = csv(
    'формулы 2025-2026.csv',
    'ФИО;Класс;Кружок',
    '"=HYPERLINK(""http://example.org"";""Ким"")";5А;шахматы',
    '@SUM(1);5А;шахматы',
    'Ёлкина Арина;5А;=1+1',
  );
  await giveFiles(page, [wide, named, formulas]);
  const open = async ({ name }: MadeFile): Promise<Locator> => {
    await filesUnderReview(page).getByRole('button', { name }).click();
    return reviewOf(page, name);
  };
  await expectSum(await open(wide), 2, 0, 0);
  const proto = await open(named);
  await expectSum(proto, 2, 1, 0);
  await expect(problemsOf(proto)).toContainText('Класс «__proto__» не понятен.');

  const file = await open(formulas);
  await expectSum(file, 1, 2, 0);
  await expect(file.getByRole('gridcell', { name: '=1+1' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await file.getByRole('button', { name: 'Скачать карантин' }).click();
  const book = XLSX.read(readFileSync(await (await downloading).path()), { cellFormula: true });
  const cells = Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).filter(
    (cell): cell is XLSX.CellObject => typeof cell === 'object' && cell !== null && 't' in cell,
  );
  expect(cells.map(({ v }) => v)).toContain('=HYPERLINK("http://example.org";"Ким")');
  expect(cells.filter(({ f, t }) => f !== undefined || t !== 's')).toEqual([]);
  await expect(acceptButton(page)).toHaveText('Принять 5 записей');
  await accept(page);
  await expect(importsOf(page)).toHaveCount(3);
});

test('a workbook that says it reaches to the last cell there can be does not hold up the others', async ({
  page,
}) => {
  const far = farWorkbook();
  await giveFiles(page, [far, good]);
  await expect(filesUnderReview(page).getByRole('button')).toHaveCount(2);
  await filesUnderReview(page).getByRole('button', { name: far.name }).click();
  const file = reviewOf(page, far.name);
  await expect(
    file
      .getByRole('alert')
      .filter({ hasText: /слишком велик/ })
      .or(file.getByRole('button', { name: /^2 принять/ })),
  ).toBeVisible();
  await accept(page);
  await expect(importsOf(page).filter({ hasText: good.name })).toHaveCount(1);
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
