import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openParcel } from './parcel.ts';
import { readSheets } from './read.ts';
import { writeWorkbook } from './write-workbook.ts';

const text = strToU8('ФИО;Класс\nИванов;5А\n');
const book = writeWorkbook([
  { name: 'Лист', columns: [], rows: [[{ value: 'ФИО' }], [{ value: 'Петров' }]], frozenRows: 0 },
]);

function namesOf(bytes: Uint8Array, name = 'отчёты.zip'): string[] {
  const parcel = openParcel(bytes, name);
  if (!parcel?.ok) throw new Error(JSON.stringify(parcel));
  return parcel.members.map((member) => member.name);
}

function codeOf(bytes: Uint8Array): string | null {
  const parcel = openParcel(bytes, 'x.zip');
  return parcel && !parcel.ok ? parcel.issue.code : null;
}

/** The same archive with every name written anew: bytes of the same length in a code page of old. */
function renamed(zip: Uint8Array, placeholder: string, name: Uint8Array): Uint8Array {
  const copy = zip.slice();
  const old = strToU8(placeholder);
  for (let at = 0; at + old.length <= copy.length; at += 1) {
    if (old.every((byte, index) => copy[at + index] === byte)) copy.set(name, at);
  }
  return copy;
}

/** The same archive with a field of every directory entry set, at an offset from its signature. */
function withField(zip: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
  }
  return copy;
}

describe('openParcel', () => {
  it('gives every file by its way and passes over what systems leave behind', () => {
    const bytes = zipSync({
      'I четверть/': new Uint8Array(),
      'I четверть/5А.xlsx': book,
      'список.csv': text,
      'заметка.docx': strToU8('x'),
      '__MACOSX/._5А.xlsx': text,
      'I четверть/~$5А.xlsx': text,
      '.DS_Store': text,
      'I четверть/Thumbs.db': text,
      'desktop.ini': text,
    });
    expect(namesOf(bytes)).toEqual([
      'отчёты.zip/I четверть/5А.xlsx',
      'отчёты.zip/список.csv',
      'отчёты.zip/заметка.docx',
    ]);
  });

  it('opens parcels inside of parcels, to the third', () => {
    let bytes = zipSync({ 'а.csv': text });
    for (const name of ['1.zip', '2.zip', '3.zip'])
      bytes = zipSync({ [name]: bytes, 'б.csv': text });
    expect(namesOf(bytes)).toEqual([
      'отчёты.zip/3.zip/2.zip/1.zip',
      'отчёты.zip/3.zip/2.zip/б.csv',
      'отчёты.zip/3.zip/б.csv',
      'отчёты.zip/б.csv',
    ]);
  });

  it('hands over bytes that read as the files themselves, packed and stored', async () => {
    for (const level of [0, 6] as const) {
      const parcel = openParcel(zipSync({ 'а.xlsx': book, 'б.csv': text }, { level }), 'x.zip');
      const members = parcel?.ok ? parcel.members : [];
      const rows = await Promise.all(
        members.map(async ({ name, bytes }) => {
          const reading = await readSheets(bytes, name);
          return reading.ok ? reading.sheets[0]?.rows : null;
        }),
      );
      expect(rows).toEqual([
        [['ФИО'], ['Петров']],
        [
          ['ФИО', 'Класс'],
          ['Иванов', '5А'],
        ],
      ]);
    }
  });

  it.each(['cp866', 'win1251'])('reads Russian names in %s', (page) => {
    for (const name of ['Ёлка № 5.csv', 'ПАРТНЁРЫ.csv', 'дело.csv', 'сводка по классам.csv']) {
      const bytes = iconv.encode(name, page);
      const placeholder = `${'q'.repeat(bytes.length - 4)}.csv`;
      const zip = renamed(zipSync({ [placeholder]: text }), placeholder, bytes);
      expect(namesOf(zip, 'z')).toEqual([`z/${name}`]);
    }
  });

  it('is no parcel when the bytes are a spreadsheet or no archive', () => {
    for (const bytes of [book, text, new Uint8Array(), zipSync({ 'word/document.xml': text })]) {
      expect(openParcel(bytes, 'x')).toBeNull();
    }
  });

  it('lets one damaged member be refused alone', async () => {
    const zip = zipSync({ 'а.csv': text, 'б.csv': strToU8('к;л\n1;2\n'.repeat(99)) });
    const spoilt = zip.slice();
    spoilt.fill(0xff, 35, 50);
    const parcel = openParcel(spoilt, 'x.zip');
    const members = parcel?.ok ? parcel.members : [];
    const readings = await Promise.all(members.map(({ bytes, name }) => readSheets(bytes, name)));
    expect(readings.map((reading) => (reading.ok ? 'ok' : reading.issue.code))).toEqual([
      'file-truncated',
      'ok',
    ]);
  });

  it('refuses what is locked, cut, empty or made to burst', () => {
    const zip = zipSync({ 'а.csv': strToU8('а'.repeat(50_000)) });
    expect(codeOf(withField(zip, 8, 0x00000801))).toBe('file-password');
    expect(codeOf(zip.slice(0, zip.length - 10))).toBe('file-truncated');
    expect(codeOf(zipSync({}))).toBe('file-empty');
    expect(codeOf(withField(zip, 24, 600_000_000))).toBe('file-too-large');
    expect(codeOf(withField(zip, 24, 100))).toBe('file-too-large');
    const many = Object.fromEntries(
      Array.from({ length: 2001 }, (_, index) => [`${index}.csv`, text]),
    );
    expect(codeOf(zipSync(many, { level: 0 }))).toBe('file-too-large');
  });

  it('refuses archives inside of archives that burst together', { timeout: 60_000 }, () => {
    const inner = zipSync({ 'a.csv': new Uint8Array(90_000_000) });
    const outer = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`${index}.zip`, inner]),
    );
    expect(codeOf(zipSync(outer))).toBe('file-too-large');
  });
});
