import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { SandboxAnswer } from '#lib/engine/sandbox.ts';
import { locales } from '#lib/i18n/locale.ts';
import { forSchool } from '#lib/model/in-school.ts';
import { kindOf, showValue, toClipboard, toCsv } from './console-values.ts';

const openText = (text: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter }).data;

const texts = [
  '=1+1',
  '+7 912',
  '-5',
  '@СУММ(A1)',
  '\t=1',
  '|cmd',
  'Ким; "Лев"',
  'две\nстроки',
  null,
];
const answer: SandboxAnswer = {
  length: texts.length,
  isCut: false,
  columns: [
    { name: '=имя', type: 'VARCHAR', values: texts },
    { name: 'балл', type: 'DOUBLE', values: texts.map((_, i) => -i / 4) },
    { name: 'да', type: 'BOOLEAN', values: texts.map((_, i) => i % 2 === 0) },
  ],
};

describe('an answer as a file', () => {
  it.each([
    ['ru', ';', ',', 'да'],
    ['en', ',', '.', 'yes'],
  ] as const)(
    'is read back as it is, and nothing in it is a formula: %s',
    (language, separator, point, yes) => {
      const csv = toCsv(forSchool(answer), locales[language]);
      expect(csv.startsWith('\ufeff')).toBe(true);
      const [caution, empty, ...rows] = openText(csv.slice(1), separator);
      expect(caution).toEqual([locales[language].t.saving.caution]);
      expect(empty?.join('')).toBe('');
      expect(rows[0]).toEqual(["'=имя", 'балл', 'да']);
      expect(rows.slice(1).map(([text]) => text)).toEqual([
        ...[
          "'=1+1",
          "'+7 912",
          "'-5",
          "'@СУММ(A1)",
          "'\t=1",
          "'|cmd",
          'Ким; "Лев"',
          'две\nстроки',
          '',
        ],
      ]);
      expect(rows[2]?.slice(1)).toEqual([`-0${point}25`, language === 'ru' ? 'нет' : 'no']);
      expect(rows[1]?.[2]).toBe(yes);
    },
  );

  it('is the same on the clipboard, with tabs', () => {
    expect(openText(toClipboard(forSchool(answer), locales.en), '\t')).toEqual(
      openText(toCsv(forSchool(answer), locales.en).slice(1), ','),
    );
  });
});

describe('a value in a cell', () => {
  it.each([
    [2025, 'INTEGER', '2025'],
    [-1234567, 'BIGINT', '−1234567'],
    [0.1 + 0.2, 'DOUBLE', '0,3'],
    ['9007199254740993', 'BIGINT', '9007199254740993'],
    ['2025-09-01', 'DATE', '01.09.2025'],
    ['infinity', 'DATE', 'infinity'],
    [true, 'BOOLEAN', 'да'],
    [null, 'VARCHAR', '—'],
    ['x'.repeat(500), 'VARCHAR', `${'x'.repeat(400)}…`],
    ['[1, 2]', 'INTEGER[]', '[1, 2]'],
  ])('shows %j of type %s as %s', (value, type, shown) => {
    expect(showValue(value, kindOf(type), locales.ru)).toBe(shown);
  });
});
