import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { readSheets } from '#lib/sheets/read.ts';
import { noRepairs } from './repair.ts';
import { readReturned } from './returned.ts';
import { Studio } from './studio.ts';

const setting = { programme: defaultProgramme, recipes: [] };
const deeds = [
  'ФИО;Класс;Мероприятие;Дата',
  'Агеева Анна;5А;Слёт;12.09.2025',
  'Бобров Илья;5Б;Слёт;31.09.2025',
  'Итого;2;;',
  'Вагин Пётр;5Б;Слёт;12.13.2025',
].join('\n');
const sourceOf = (name: string, text: string) => ({
  name,
  bytes: new TextEncoder().encode(text),
  modified: 0,
});

test('rows are listed by fate, some at a time, as they read after repairs', async () => {
  const studio = new Studio();
  const reading = await studio.read(sourceOf('x.csv', deeds), setting);
  const { sha256 } = reading.source;
  const id = reading.tables[0]?.id ?? '';
  expect(studio.rows(sha256, id, 'quarantined', 1, 5)).toMatchObject({
    total: 2,
    rows: [
      {
        row: 4,
        cells: ['Вагин Пётр', '5Б', 'Слёт', '12.13.2025'],
        issues: [{ at: { column: 3 } }],
      },
    ],
  });
  expect(studio.rows(sha256, id, 'total', 0, 5)).toMatchObject({ total: 1, rows: [{ row: 3 }] });
  const cells = [{ sheetIndex: 0, row: 4, column: 3, to: '13.12.2025' }];
  const repairs = { [sha256]: { ...noRepairs, cells } };
  await studio.revise(sha256, { ...setting, repairs });
  expect(studio.rows(sha256, id, 'quarantined', 0, 5).total).toBe(1);
  expect(studio.rows(sha256, id, 'accepted', 1, 1)).toMatchObject({
    total: 2,
    rows: [{ cells: ['Вагин Пётр', '5Б', 'Слёт', '13.12.2025'], issues: [] }],
  });
  expect(studio.rows(sha256, 'no such table', 'accepted', 0, 5)).toEqual({ total: 0, rows: [] });
});

test('the rows of a table of no kind are in quarantine for the table’s own reason', async () => {
  const studio = new Studio();
  const text = 'Товар;Цена;Склад\nМел;12,5;А\nБумага;300;Б\n';
  const reading = await studio.read(sourceOf('x.csv', text), setting);
  const listed = studio.rows(
    reading.source.sha256,
    reading.tables[0]?.id ?? '',
    'quarantined',
    0,
    9,
  );
  expect(listed).toMatchObject({ total: 2, rows: [{ issues: [{ code: 'kind-unknown' }] }, {}] });
});

test('one workbook holds the quarantine of several files', async () => {
  const studio = new Studio();
  const one = await studio.read(sourceOf('x.csv', deeds), setting);
  const two = await studio.read(sourceOf('y.csv', deeds.replaceAll('Слёт', 'Квест')), setting);
  const hashes = [one.source.sha256, two.source.sha256];
  const read = await readSheets(studio.quarantine(hashes, 'en'), 'q.xlsx');
  expect(read.ok && readReturned(read.sheets)).toEqual({
    sources: hashes.map((sha256) => ({ source: sha256.slice(0, 12), cells: [], rows: 2 })),
    unknown: 0,
  });
});

test.each([
  ['a spreadsheet', new TextEncoder().encode(deeds), 'reading', null],
  ['an archive of files', zipSync({ 'a/x.csv': new TextEncoder().encode(deeds) }), 'parcel', null],
  ['an archive of nothing', zipSync({ 'a/': new Uint8Array() }), 'reading', 'file-empty'],
])('%s is received', async (_what, bytes, kind, code) => {
  const studio = new Studio();
  const received = await studio.receive({ name: 'x.zip', bytes, modified: 0 }, setting);
  expect(received.kind).toBe(kind);
  if (received.kind === 'reading') expect(received.reading.refusal?.code ?? null).toBe(code);
  else expect(received.members.map(({ name }) => name)).toEqual(['x.zip/a/x.csv']);
});

test('an open file can be looked at as it would be cut otherwise', async () => {
  const studio = new Studio();
  const reading = await studio.read(sourceOf('x.csv', 'ФИО Класс\nАгеева\n'), setting);
  const { sha256 } = reading.source;
  expect(studio.preview(sha256, { delimiter: ' ' }, 1).cells).toEqual([['ФИО', 'Класс']]);
});
