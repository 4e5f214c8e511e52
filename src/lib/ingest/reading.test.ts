import { describe, expect, test, vi } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { decodeRecords, derive, encodeRecords } from './derivation.ts';
import { hashBytes } from './digest.ts';
import { openFile, readFile } from './reading.ts';
import { adaptRecipe } from './recipe-likeness.ts';
import { rememberTable } from './recipe-memory.ts';
import type { Recipe } from './recipe.ts';
import { noRepairs, type FileRepairs } from './repair.ts';
import { Studio } from './studio.ts';

const setting = { programme: defaultProgramme, recipes: [] };
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('SHA-256 of «abc» is that of FIPS 180-2, with the platform’s digest and without', async () => {
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await hashBytes(bytesOf('abc'))).toBe(known);
  vi.stubGlobal('crypto', {});
  expect(await hashBytes(bytesOf('abc'))).toBe(known);
  vi.unstubAllGlobals();
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
  expect(derive([{ id: 'x', records: encoded }], { programme: defaultProgramme })).toMatchObject({
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

const deeds = [
  'Участие, 2025/2026 учебный год',
  '',
  'ФИО;Класс;Мероприятие;Дата;Результат;Кружок',
  'Агеева Анна;5А;Конкурс «Радуга»;12.13.2025;призер;хор',
  'Бобров Илья;5Б;Конкурс «Радуга»;12.09.2025;участник;',
  'Вагин Пётр;13Ы;Конкурс «Радуга»;12.09.2025;участник;шахматы',
].join('\n');
const source = { name: 'Участие.csv', bytes: bytesOf(deeds), modified: 0 };

/** Reads the deeds, then again as decided by recipe and repairs. */
async function decide(
  recipe: (fingerprint: string) => Partial<Recipe>,
  repairs: Partial<FileRepairs> = {},
) {
  const before = await openFile(source, setting);
  const { sha256 } = before.reading.source;
  const fingerprint = before.reading.tables[0]?.fingerprint ?? '';
  const after = await openFile(
    source,
    {
      ...setting,
      recipes: [{ fingerprint, fields: {}, ...recipe(fingerprint) }],
      repairs: { [sha256]: { ...noRepairs, ...repairs } },
    },
    undefined,
    before,
  );
  return { before, after, table: after.reading.tables[0], fingerprint };
}

describe('what a person decided is applied', () => {
  test('before it, two rows of three are in quarantine', async () => {
    const { tables } = await readFile(source, setting);
    expect(tables[0]?.counts).toMatchObject({ read: 3, accepted: 1, quarantined: 2 });
  });

  test('repairs of cells bring rows in, and the sheets are not cut again', async () => {
    const { before, after, table } = await decide(() => ({}), {
      cells: [
        { sheetIndex: 0, row: 3, column: 3, to: '13.12.2025' },
        { sheetIndex: 0, row: 5, column: 1, to: '6 «Б»' },
      ],
    });
    expect(table?.counts).toMatchObject({ accepted: 3, quarantined: 0 });
    expect(after.records.participation).toMatchObject({
      class: ['5А', '5Б', '6Б'],
      starts: [20435, 20343, 20343],
    });
    expect(after.sheets).toBe(before.sheets);
    expect(after.reading.source).toEqual(before.reading.source);
  });

  test('a dismissed row is set aside under that name', async () => {
    const { table } = await decide(() => ({}), { dismissed: [{ sheetIndex: 0, row: 5 }] });
    expect(table?.counts).toMatchObject({ accepted: 1, quarantined: 1 });
    expect(table?.counts.setAside.dismissed).toBe(1);
  });

  test('a statement overrules the title, and no longer names it as its source', async () => {
    const id = (await readFile(source, setting)).tables[0]?.id ?? '';
    const { table } = await decide(() => ({}), {
      statements: [{ table: id, values: { schoolYear: 2024, event: 'Слёт' } }],
    });
    expect(table?.context).toMatchObject({ schoolYear: 2024, event: 'Слёт' });
    expect(table?.context.evidence.schoolYear).toBeUndefined();
  });

  test('own columns go with the records, and the columns of a heading that is no text do not', async () => {
    const { after } = await decide(() => ({
      own: {
        Кружок: { name: 'Объединение', dimension: true },
        __proto__: { name: 'x', dimension: true },
      },
    }));
    expect(after.records.participation?.own).toEqual([null]);
    const mended = await decide(
      () => ({ own: { ' кружок ': { name: 'Объединение', dimension: true } } }),
      { cells: [{ sheetIndex: 0, row: 5, column: 1, to: '5Б' }] },
    );
    expect(mended.after.records.participation?.own).toEqual([null, '{"Объединение":"шахматы"}']);
  });

  test('a decision about the layout keeps the table’s id and fingerprint', async () => {
    const { table, before, fingerprint } = await decide(() => ({ layout: { from: 4 } }));
    expect(table).toMatchObject({ id: before.reading.tables[0]?.id, fingerprint });
    expect(table?.counts).toMatchObject({ read: 3, setAside: { note: 1 } });
  });

  test('a mended heading is found by its new name', async () => {
    const { table } = await decide(() => ({}), {
      cells: [{ sheetIndex: 0, row: 2, column: 5, to: 'Роль' }],
    });
    expect(table?.matches[5]).toMatchObject({ heading: 'Роль', field: 'role' });
  });
});

test('problems gather cells alike, errors first', async () => {
  const rows = Array.from(
    { length: 41 },
    (_, at) => `Агеева Анна;5А;Слёт;1${at % 9}.09.2025;см. протокол`,
  );
  const text = ['ФИО;Класс;Мероприятие;Дата;Результат', ...rows, ';5Б;Слёт;12.09.2025;'].join('\n');
  const { tables } = await readFile({ name: 'x.csv', bytes: bytesOf(text), modified: 0 }, setting);
  expect(tables[0]?.problems).toMatchObject([
    {
      code: 'result-unknown',
      severity: 'error',
      field: 'result',
      column: 4,
      heading: 'Результат',
      value: 'см. протокол',
      count: 41,
    },
    { code: 'name-missing', column: 0, value: null, count: 1, rows: [42] },
  ]);
  expect(tables[0]?.problems[0]?.rows).toHaveLength(41);
});

test('the same form next term needs nothing, a form with a column renamed is known as near', async () => {
  const first = await readFile(source, setting);
  const [table] = first.tables;
  if (!table) throw new Error('The deeds are a table');
  const stored = rememberTable(table, {
    fingerprint: table.fingerprint,
    name: 'Участие',
    fields: { Кружок: 'role' },
  });
  const recipes = [stored];
  const next = deeds.replace('12.13', '14.11').replace('13Ы', '6А');
  const same = await readFile(
    { name: 'II.csv', bytes: bytesOf(next), modified: 0 },
    { ...setting, recipes },
  );
  expect(same.tables[0]).toMatchObject({ fingerprint: table.fingerprint, near: null });
  expect(same.tables[0]?.matches[5]).toMatchObject({ field: 'role', confidence: 'recipe' });

  const changed = next.replace(';Кружок', ';Чем занят');
  const near = await readFile(
    { name: 'III.csv', bytes: bytesOf(changed), modified: 0 },
    { ...setting, recipes },
  );
  expect(near.tables[0]?.near).toEqual({
    fingerprint: table.fingerprint,
    name: 'Участие',
    inserted: [],
    removed: [],
    renamed: [['Кружок', 'Чем занят']],
  });
  const [unknown] = near.tables;
  if (!unknown) throw new Error('The form is a table');
  const adapted = adaptRecipe(stored, unknown);
  const again = await readFile(
    { name: 'III.csv', bytes: bytesOf(changed), modified: 0 },
    { ...setting, recipes: [...recipes, adapted] },
  );
  expect(again.tables[0]?.near).toBeNull();
  expect(again.tables[0]?.matches[5]).toMatchObject({ field: 'role', confidence: 'recipe' });
});

describe('a text file decoded otherwise', () => {
  const bytes = new Uint8Array(
    [...'ФИО;Класс\nАгеева Анна;5А\nБобров Илья;5Б\n'].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );
  const roll = { name: 'Список 2025-2026.csv', bytes, modified: 0 };

  test('a remembered encoding is used again for the same layout', async () => {
    const plain = await openFile(roll, setting);
    expect(plain.reading.encoding).toBe('windows-1251');
    const fingerprint = plain.reading.tables[0]?.fingerprint ?? '';
    const recipe: Recipe = { fingerprint, fields: {}, encoding: 'koi8-r' };
    const recipes = [recipe];
    const again = await openFile(roll, { ...setting, recipes }, undefined, plain);
    expect(again.reading.encoding).toBe('koi8-r');
    expect((await readFile(roll, { ...setting, recipes })).encoding).toBe('koi8-r');

    // What is decided of the layout as it reads now leads on from there.
    const back: Recipe = {
      fingerprint: again.reading.tables[0]?.fingerprint ?? '',
      fields: {},
      encoding: 'windows-1251',
    };
    const third = await openFile(roll, { ...setting, recipes: [recipe, back] }, undefined, again);
    expect(third.reading.encoding).toBe('windows-1251');
    expect(third.reading.tables[0]?.kind).toBe('roll');
    const undone = await openFile(roll, setting, undefined, again);
    expect(undone.reading.tables).toEqual(plain.reading.tables);
  });

  test('what was decided of the file itself wins', async () => {
    const plain = await openFile(roll, setting);
    const { sha256 } = plain.reading.source;
    const repairs = { [sha256]: { ...noRepairs, decoding: { encoding: 'ibm866' as const } } };
    const again = await openFile(roll, { ...setting, repairs }, undefined, plain);
    expect(again.reading.encoding).toBe('ibm866');
  });

  test('a remembered way that leads to no table is passed over', async () => {
    const plain = await openFile(roll, setting);
    const fingerprint = plain.reading.tables[0]?.fingerprint ?? '';
    const recipes: Recipe[] = [{ fingerprint, fields: {}, encoding: 'utf-16le' }];
    for (const before of [null, plain]) {
      const again = await openFile(roll, { ...setting, recipes }, undefined, before);
      expect(again.reading).toMatchObject({ refusal: null, encoding: 'windows-1251' });
    }
  });
});
