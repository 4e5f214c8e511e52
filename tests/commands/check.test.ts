import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type {
  CheckedFile,
  CheckedSheet,
  CheckedTable,
} from '../../src/commands/check/checked-file.ts';
import { makeFolder, runCommand } from './run-command.ts';

// The first command of a changed source bundles it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Table = Omit<CheckedTable, 'rows'> & { readonly rows?: readonly (readonly string[])[] };
type Sheet = Omit<CheckedSheet, 'tables'> & { readonly tables: readonly Table[] };
type Printed = Omit<CheckedFile, 'sheets'> & { readonly sheets: readonly Sheet[] };

const participation = [
  'Участие в мероприятиях за III четверть 2025/2026 учебного года;;;;',
  ';;;;',
  'ФИО ученика;Класс;Мероприятие;Дата;Результат',
  '1;2;3;4;5',
  '5А;;;;',
  'Иванова  Мария;5А;Конкурс «Родник»;15.01.2026;призёр',
  'Петров Пётр;5А;Конкурс «Родник»;45.01.2026;участник',
  '5Б;;;;',
  'Сидоров Семён;5Б;Конкурс «Родник»;15.01.2026;победитель',
  'Исполнитель: Кузнецова О. П.;;;;',
].join('\r\n');

const counts = [
  'Подразделение;Участников;Победителей',
  'Хор;12;3',
  'Театр;8;1',
  'Шахматы;20;4',
  'Итого;40;8',
].join('\n');

const plain = 'ФИО;Класс;Дата рождения\nИванова Мария;5А;01.02.2014\nПетров Пётр;5Б;03.04.2014\n';
const numbers = '1.5,2.25,3\n4.75,5.5,6\n7.25,8.5,9\n10.5,11.75,12\n';

function workbook(): Uint8Array {
  const book = utils.book_new();
  const head = [
    ['Класс', 'Участники', null, 'Даты'],
    [null, 'очно', 'дистанционно', null],
    ['5А', 12, 3.5, '01.02.2026'],
    ['5Б', 8, 1, '02.02.2026'],
    ['5В', 9, 2, '03.02.2026'],
  ];
  const sheet = utils.aoa_to_sheet(head);
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 1, c: 0 } },
    { s: { r: 0, c: 1 }, e: { r: 0, c: 2 } },
    { s: { r: 0, c: 3 }, e: { r: 1, c: 3 } },
  ];
  utils.book_append_sheet(book, sheet, 'Охват');
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Пусто');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const parcel = zipSync({
  'папка/список.csv': strToU8(plain),
  'заметка.txt': strToU8('Просто письмо, в котором нет таблицы.'),
});

const made = makeFolder({
  '1 участие.csv': iconv.encode(participation, 'win1251'),
  '2 охват.xlsx': workbook(),
  '3 архив.zip': parcel,
  '4 пусто.csv': '',
  '5 без шапки.csv': numbers,
  'папка/внутри.csv': counts,
  'папка/~$внутри.csv': 'замок',
});
afterAll(made.remove);
const path = (name: string) => join(made.folder, name);
const given = [
  '3 архив.zip',
  '1 участие.csv',
  '2 охват.xlsx',
  'нет такого.csv',
  '4 пусто.csv',
  '5 без шапки.csv',
  'папка',
].map(path);

let files: readonly Printed[] = [];

beforeAll(() => {
  const { status, stdout } = runCommand('check', ...given, '--json', '--rows');
  expect(status).toBe(0);
  files = JSON.parse(stdout) as Printed[];
});

const find = (name: string) => {
  const found = files.find(({ file }) => file === path(name));
  if (!found) throw new Error(`Nothing was printed about ${name}`);
  return found;
};
const tableOf = (name: string) => {
  const table = find(name).sheets[0]?.tables[0];
  if (!table) throw new Error(`No table in ${name}`);
  return table;
};

describe('JSON', () => {
  test('has an object for every file and member of a parcel in the order given', () => {
    expect(files.map(({ file, status }) => [file, status])).toEqual([
      [path('3 архив.zip/папка/список.csv'), 'ok'],
      [path('3 архив.zip/заметка.txt'), 'refused'],
      [path('1 участие.csv'), 'ok'],
      [path('2 охват.xlsx'), 'ok'],
      [path('нет такого.csv'), 'refused'],
      [path('4 пусто.csv'), 'refused'],
      [path('5 без шапки.csv'), 'ok'],
      [path('папка/внутри.csv'), 'ok'],
    ]);
  });

  test('tells a text file by its bytes, encoding and dialect', () => {
    const sha256 = createHash('sha256')
      .update(iconv.encode(participation, 'win1251'))
      .digest('hex');
    expect(find('1 участие.csv')).toMatchObject({
      sha256,
      refusal: null,
      encoding: 'windows-1251',
      dialect: { delimiter: ';', newline: '\r\n' },
      sheets: [{ hidden: false }],
    });
    expect(Object.keys(find('1 участие.csv').dialect ?? {}).toSorted()).toEqual([
      'delimiter',
      'escape',
      'newline',
      'quote',
    ]);
  });

  test('gives every part of a table by its rows on the sheet', () => {
    expect(tableOf('1 участие.csv')).toMatchObject({
      range: [2, 0, 8, 4],
      title: [0],
      units: [],
      header: [2, 2],
      numbering: [3],
      data: [4, 8],
      sections: [4, 7],
      totals: [],
      notes: [9],
      names: ['ФИО ученика', 'Класс', 'Мероприятие', 'Дата', 'Результат'],
      wide: null,
      kind: 'participation',
      accepted: 2,
      quarantined: 1,
      setAside: { section: 2, numbering: 1 },
    });
    expect(tableOf('папка/внутри.csv')).toMatchObject({ totals: [4], data: [1, 4] });
  });

  test('names the field of every column by the list of headings, with a confidence', () => {
    const { mapping } = tableOf('1 участие.csv');
    expect(mapping.map(({ column, heading, field }) => [column, heading, field])).toEqual([
      [0, 'ФИО ученика', 'student_name'],
      [1, 'Класс', 'class'],
      [2, 'Мероприятие', 'event_name'],
      [3, 'Дата', 'event_date'],
      [4, 'Результат', 'result'],
    ]);
    for (const { confidence } of mapping) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  test('gives an issue its place, its value and its sentence in both languages', () => {
    const [issue] = tableOf('1 участие.csv').issues;
    expect(issue).toMatchObject({
      code: 'date-impossible',
      severity: 'error',
      cell: 'D7',
      row: 6,
      column: 3,
      value: '45.01.2026',
    });
    expect(issue?.words.ru).toContain('45.01.2026');
    expect(issue?.words.en).toContain('45.01.2026');
  });

  test('gives rows as they lie: names, then data, nothing else', () => {
    expect(tableOf('1 участие.csv').rows).toEqual([
      ['ФИО ученика', 'Класс', 'Мероприятие', 'Дата', 'Результат'],
      ['Иванова  Мария', '5А', 'Конкурс «Родник»', '15.01.2026', 'призёр'],
      ['Петров Пётр', '5А', 'Конкурс «Родник»', '45.01.2026', 'участник'],
      ['Сидоров Семён', '5Б', 'Конкурс «Родник»', '15.01.2026', 'победитель'],
    ]);
    expect(tableOf('папка/внутри.csv').rows).toHaveLength(4);
  });

  test('joins the floors of a header by one space in rows and lists sheets without tables', () => {
    const { sheets, encoding, dialect } = find('2 охват.xlsx');
    expect({ encoding, dialect }).toEqual({ encoding: null, dialect: null });
    expect(sheets.map(({ name, hidden, tables }) => [name, hidden, tables.length])).toEqual([
      ['Охват', false, 1],
      ['Пусто', true, 0],
    ]);
    expect(tableOf('2 охват.xlsx')).toMatchObject({
      header: [0, 1],
      names: ['Класс', 'Участники / очно', 'Участники / дистанционно', 'Даты'],
    });
    expect(tableOf('2 охват.xlsx').rows?.slice(0, 2)).toEqual([
      ['Класс', 'Участники очно', 'Участники дистанционно', 'Даты'],
      ['5А', '12', '3.5', '01.02.2026'],
    ]);
  });

  test('a table without a header begins with its first row of data', () => {
    const table = tableOf('5 без шапки.csv');
    expect(table.header).toBeNull();
    expect(table.data).toEqual([0, 3]);
    expect(table.rows?.[0]).toEqual(['1.5', '2.25', '3']);
    expect(table.rows).toHaveLength(4);
  });

  test('refuses what cannot be read with a code and a sentence', () => {
    expect(find('4 пусто.csv').refusal).toMatchObject({ code: 'file-empty', cell: null });
    expect(find('нет такого.csv')).toMatchObject({
      sha256: null,
      refusal: { code: 'file-unreadable', params: { cause: 'ENOENT' } },
      sheets: [],
    });
    expect(find('3 архив.zip/заметка.txt').refusal?.words.ru).toMatch(/\p{L}/u);
  });

  test('every row read is accepted, quarantined or set aside', () => {
    const outside = ['section', 'total', 'numbering', 'blank'] as const;
    for (const { rows = [], header, accepted, quarantined, setAside } of files.flatMap((file) =>
      file.sheets.flatMap(({ tables }) => tables),
    )) {
      const rules = Object.entries(setAside).filter(
        ([rule]) => !outside.some((one) => one === rule),
      );
      const aside = rules.reduce((sum, [, count]) => sum + count, 0);
      expect(rows.length - (header ? 1 : 0)).toBe(accepted + quarantined + aside);
    }
  });

  test('leaves rows out unless they are asked for', () => {
    const { stdout } = runCommand('check', path('1 участие.csv'), '--json');
    const [file] = JSON.parse(stdout) as Printed[];
    expect(file?.sheets[0]?.tables[0]).not.toHaveProperty('rows');
  });
});

describe('summary', () => {
  test.each([
    ['ru', 'участие по именам', 'принять 2', 'в карантин 1', 'не прочитан'],
    ['en', 'participation', 'to accept 2', 'to quarantine 1', 'not read'],
  ])('in %s: what it is, how much, what is wrong and where', (language, ...expected) => {
    const words = [path('1 участие.csv'), path('4 пусто.csv'), '--lang', language];
    const { status, stdout } = runCommand('check', ...words);
    expect(status).toBe(0);
    for (const text of [...expected, 'A3:E9', 'D7: ', '45.01.2026']) expect(stdout).toContain(text);
  });
});

test.each([[[]], [['--json']], [['файл.csv', '--lang', 'de']], [['файл.csv', '--rowz']]])(
  'a wrong command line %j is told so on standard error',
  (words) => {
    const { status, stdout, stderr } = runCommand('check', ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('npm run --silent check');
  },
);
