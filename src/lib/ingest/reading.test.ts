import { expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { hashBytes, readFile } from './reading.ts';
import { decodeRecords, derive, encodeRecords, Studio } from './studio.ts';

const setting = { programme: defaultProgramme, recipes: [] };
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('SHA-256 of «abc» is that of FIPS 180-2', () => {
  expect(hashBytes(bytesOf('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test.each([
  ['an empty file', new Uint8Array(), 'file-empty'],
  [
    'a picture renamed',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'file-picture',
  ],
])('%s is refused in words, with its name and hash kept', async (_what, bytes, code) => {
  const reading = await readFile({ name: 'x.xlsx', bytes, modified: 7 }, setting);
  expect(reading).toMatchObject({
    source: { name: 'x.xlsx', size: bytes.length, modified: 7 },
    refusal: { code },
    tables: [],
  });
});

test('progress goes through the stages in order', async () => {
  const stages: string[] = [];
  await readFile(
    {
      name: 'Список 2025-2026.csv',
      bytes: bytesOf('ФИО;Класс\nАгеева Анна;5А\nБобров Илья;5Б\n'),
      modified: 0,
    },
    setting,
    (stage) => {
      if (stages.at(-1) !== stage) stages.push(stage);
    },
  );
  expect(stages).toEqual(['reading', 'tables', 'records']);
});

test('records survive their Arrow streams, and the star is the same from them', async () => {
  const studio = new Studio();
  const text =
    'ФИО;Класс;Мероприятие;Дата;Результат;Часы\nАгеева Анна;5А;Конкурс;12.09.2025;призёр;1,5\nБобров Илья;5Б;Конкурс;12.09.2025;;\n';
  const reading = await studio.read({ name: 'x.csv', bytes: bytesOf(text), modified: 0 }, setting);
  const encoded = studio.records(reading.source.sha256);
  expect(encodeRecords(decodeRecords(encoded))).toEqual(encoded);
  expect(derive([{ id: 'x', records: encoded }], defaultProgramme)).toMatchObject({
    report: { people: 2, matched: 0, events: 1 },
    extent: {
      records: 2,
      periods: [
        defaultProgramme.periods.findIndex(
          ({ schoolYear, term }) => schoolYear === 2025 && term === 1,
        ),
      ],
    },
  });
});

test('asking for a file that is not open is a broken program', () => {
  expect(() => new Studio().records('nothing')).toThrow('No open file');
});

test('a remembered encoding is used again for the same layout', async () => {
  const bytes = new Uint8Array(
    [...'ФИО;Класс\nАгеева Анна;5А\nБобров Илья;5Б\n'].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );
  const source = { name: 'Список 2025-2026.csv', bytes, modified: 0 };
  const plain = await readFile(source, setting);
  expect(plain.encoding).toBe('windows-1251');
  const recipe = {
    fingerprint: plain.tables[0]?.fingerprint ?? '',
    fields: {},
    encoding: 'koi8-r' as const,
  };
  const again = await readFile(source, { ...setting, recipes: [recipe] });
  expect(again.encoding).toBe('koi8-r');
});
