import { zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Reader, type ReadingProgress } from './client.ts';
import type { Recipe } from './recipe.ts';

const setting = { programme: defaultProgramme, recipes: [] };
const roll = 'ФИО;Класс;Дата рождения\nАгеева Анна;5А;10.08.2014\nБобров Илья;5Б;31.12.2013\n';
const deeds =
  'ФИО;Класс;Мероприятие;Дата;Результат\nАгеева Анна;5А;Конкурс «Радуга»;12.09.2025;призёр\nБобров Илья;5Б;Конкурс «Радуга»;31.09.2025;участник\n';
const file = (name: string, text: string | Uint8Array<ArrayBuffer>) =>
  new File([text], name, { lastModified: 5 });

let reader = new Reader();
afterEach(() => {
  reader.close();
  reader = new Reader();
});

test('files are read in the worker, one refused file touches no other, and the star is made of the records', async () => {
  const progress: ReadingProgress[] = [];
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const readings = await reader.read(
    [file('Список 2025-2026.csv', roll), file('таблица.xlsx', png), file('Участие.csv', deeds)],
    setting,
    (one) => progress.push(one),
  );
  expect(readings.map(({ refusal, tables }) => refusal?.code ?? tables[0]?.kind)).toEqual([
    'roll',
    'file-picture',
    'participation',
  ]);
  expect(readings[2]?.tables[0]?.counts).toMatchObject({ read: 2, accepted: 1, quarantined: 1 });
  expect(new Set(progress.map(({ index }) => index))).toEqual(new Set([0, 1, 2]));

  const [first, , third] = readings.map(({ source }) => source.sha256);
  const imports = [
    { id: 'a', records: await reader.records(first ?? '') },
    { id: 'b', records: await reader.records(third ?? '') },
  ];
  const { report, extent, tables } = await reader.derive(imports, { programme: defaultProgramme });
  expect(report).toMatchObject({ people: 2, matched: 2, events: 1 });
  expect(extent.records).toBe(3);
  expect(tables.participation.byteLength).toBeGreaterThan(0);
  expect(await (await reader.bytes(first ?? '')).text()).toBe(roll);
  expect(await reader.window(third ?? '', 0, 1, 1)).toEqual([
    ['Агеева Анна', '5А', 'Конкурс «Радуга»', '12.09.2025', 'призёр'],
  ]);
});

test('a correction reads the file again, and an open file comes back after a cancel as it was corrected', async () => {
  const [reading] = await reader.read(
    [file('x.csv', deeds.replace('Мероприятие', 'Нечто'))],
    setting,
    () => undefined,
  );
  const table = reading?.tables[0];
  const recipe: Recipe = {
    fingerprint: table?.fingerprint ?? '',
    kind: 'participation',
    fields: { Нечто: 'event_name' },
  };
  const sha256 = reading?.source.sha256 ?? '';
  const revised = await reader.revise(sha256, { ...setting, recipes: [recipe] });
  expect(revised.tables[0]).toMatchObject({ kind: 'participation', counts: { accepted: 1 } });
  reader.cancel();
  expect(Object.keys(await reader.records(sha256))).toEqual(['participation']);
  const tableId = table?.id ?? '';
  expect(await reader.rows(sha256, tableId, 'quarantined', 0, 10)).toMatchObject({
    total: 1,
    rows: [{ row: 2, issues: [{ code: 'date-impossible' }] }],
  });
  const preview = await reader.preview(sha256, { delimiter: ',' }, 2);
  expect(preview.cells[0]).toEqual(['ФИО;Класс;Нечто;Дата;Результат']);
});

test('a quarantine workbook that comes back says what was mended, and an archive of files is read file by file', async () => {
  const [first] = await reader.read([file('Участие.csv', deeds)], setting, () => undefined);
  const sha256 = first?.source.sha256 ?? '';
  const workbook = await reader.quarantine([sha256], 'ru');
  const packed = zipSync({
    'отчёт/Участие.csv': new TextEncoder().encode(deeds),
    'отчёт/карантин.xlsx': new Uint8Array(await workbook.arrayBuffer()),
    'отчёт/фото.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  });
  const names = new Set<string>();
  const readings = await reader.read(
    [new File([packed], 'четверть.zip'), file('Список 2025-2026.csv', roll)],
    setting,
    (progress) => names.add(progress.file),
  );
  const found = new Map(readings.map((one) => [one.source.name, one]));
  expect([...found.keys()]).toEqual([
    'четверть.zip/отчёт/Участие.csv',
    'четверть.zip/отчёт/карантин.xlsx',
    'четверть.zip/отчёт/фото.png',
    'Список 2025-2026.csv',
  ]);
  expect(found.get('четверть.zip/отчёт/Участие.csv')?.source.sha256).toBe(sha256);
  expect(found.get('четверть.zip/отчёт/карантин.xlsx')).toMatchObject({
    tables: [],
    returned: { sources: [{ source: sha256.slice(0, 12), cells: [], rows: 1 }], unknown: 0 },
  });
  expect(found.get('четверть.zip/отчёт/фото.png')?.refusal?.code).toBe('file-picture');
  expect(names).toContain('четверть.zip/отчёт/карантин.xlsx');
  expect(await (await reader.bytes(sha256)).text()).toBe(deeds);
});

test('a file that changes while it is being read is refused, and the next one is read', async () => {
  const changing = file('x.csv', deeds);
  changing.arrayBuffer = () =>
    Promise.reject(new DOMException('The file could not be read', 'NotReadableError'));
  const readings = await reader.read([changing, file('y.csv', deeds)], setting, () => undefined);
  expect(readings.map(({ refusal }) => refusal?.code ?? null)).toEqual(['file-changed', null]);
});

test('cancelling rejects with an AbortError and leaves the reader usable', async () => {
  const long = deeds + 'Агеева Анна;5А;Конкурс «Радуга»;12.09.2025;призёр\n'.repeat(20_000);
  const reading = reader.read([file('long.csv', long)], setting, ({ stage }) => {
    if (stage !== 'reading') reader.cancel();
  });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  const [again] = await reader.read([file('Список 2025-2026.csv', roll)], setting, () => undefined);
  expect(again?.tables[0]?.kind).toBe('roll');
});

test('a corrected file in the same batch is told as a revision', async () => {
  const more = roll + 'Вагин Пётр;5А;01.02.2014\n';
  const [old, corrected] = await reader.read(
    [file('Список 2025-2026.csv', roll), file('Список 2025-2026 испр.csv', more)],
    setting,
    () => undefined,
  );
  const inHand = [old, corrected].map((reading, index) => ({
    id: `import-${index}`,
    sha256: reading?.source.sha256 ?? '',
  }));
  expect([...(await reader.compare(inHand, []))]).toMatchObject([
    [
      'import-1',
      { of: 'import-0', name: 'Список 2025-2026.csv', added: 1, changed: 0, removed: 0, same: 2 },
    ],
  ]);
});
