import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { readSheets } from '#lib/sheets/read.ts';
import { exampleCharts } from '../example-charts.ts';
import { chartOf, type Shown } from '../registry.ts';
import { figureCell } from '../table-behind.ts';
import { aboutLines } from './picture-words.ts';
import { plainTable, writeCsv, writeTabbed, writeXlsx } from './written-table.ts';

async function readBack(bytes: Uint8Array, name: string) {
  const reading = await readSheets(bytes, name);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return reading.sheets.map(({ rows }) => [...rows].map((row) => [...row]));
}

const encoder = new TextEncoder();
const plainOf = (shown: Shown) => plainTable(chartOf(shown).table());

describe('plainTable', () => {
  it('gives every number a column of its own, in the unit of its head', () => {
    const { heads, rows } = plainOf(exampleCharts.trend);
    expect(heads.slice(0, 7)).toEqual([
      'Ряд',
      'Период',
      'Значение, %',
      '95 % интервал, нижняя граница',
      '95 % интервал, верхняя граница',
      'x, n',
      'n',
    ]);
    expect(rows[0]?.slice(0, 7)).toEqual(['Блок I', 'I четверть 2024/25', 40, 35, 45, 80, 200]);
  });

  it('keeps the reason where a number is withheld, and no number', () => {
    const withheld = plainOf(exampleCharts.trend).rows.filter((row) => row[2] === '— мало данных');
    expect(withheld).toHaveLength(2);
    for (const row of withheld) expect(row.slice(3, 6)).toEqual([null, null, null]);
  });

  it('leaves out parts that no cell has', () => {
    const table = plainTable({
      columns: [
        { head: 'a', figure: false },
        { head: 'b', figure: true, parts: ['x', 'n'] },
      ],
      rows: [{ key: '1', none: null, cells: ['one', figureCell('n = 7', null, 7)] }],
    });
    expect(table).toEqual({ heads: ['a', 'n'], rows: [['one', 7]] });
  });

  it.each(Object.entries(exampleCharts))('knows the numbers of every kind: %s', (_, shown) => {
    const { columns, rows } = chartOf(shown).table();
    const figures = columns.flatMap(({ figure }, index) => (figure ? [index] : []));
    for (const { cells } of rows) {
      for (const index of figures) {
        const cell = cells[index] ?? '';
        if (typeof cell === 'string' && shown.type !== 'parts') expect(cell).toMatch(/^(?:— .+)?$/);
        if (typeof cell !== 'string') {
          expect(cell.numbers).toHaveLength(columns[index]?.parts?.length ?? 1);
          expect(cell.numbers.some((one) => one !== null && Number.isFinite(one))).toBe(true);
        }
      }
    }
  });
});

describe('writeCsv', () => {
  it.each(['ru', 'en'] as const)(
    'comes back the same from our own reader (%s)',
    async (language) => {
      const word = fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
        .filter((text) => /^[\p{L}][\p{L}\p{N};,." ]*$/u.test(text) && text.trim() === text)
        .map((text) => text.normalize('NFC'));
      const row = fc.tuple(
        word,
        fc.integer({ min: -1000, max: 1000 }).map((n) => n / 8 + 0.0625),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 8 }), async (rows) => {
          const csv = writeCsv({ heads: ['Группа', 'Значение'], rows }, locales[language]);
          const [read = []] = await readBack(encoder.encode(csv), 'таблица.csv');
          const said = (value: unknown) =>
            typeof value === 'number' ? value : Number(String(value).replace(',', '.'));
          expect(read[0]).toEqual(['Группа', 'Значение']);
          expect(read.slice(1).map(([name, value]) => [name, said(value)])).toEqual(rows);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('holds no formula, whatever the names are', () => {
    const hostile = ['=HYPERLINK("http://x")', '+1', '-1', '@a', '\t=1', '|cmd', 'a"b;c', 'ok'];
    const table = { heads: ['=1+1'], rows: hostile.map((name) => [name]) };
    for (const text of [writeCsv(table, locales.ru), writeTabbed(table, locales.en)]) {
      for (const line of text.replace('\ufeff', '').split(/\r?\n/)) {
        expect(line.replace(/^"/, '')).not.toMatch(/^[=+\-@\t|]/);
      }
    }
    expect(writeCsv(table, locales.ru)).toContain('"a""b;c"');
  });
});

describe('writeXlsx', () => {
  it('holds numbers as numbers, hostile names as text, and what is shown on a second sheet', async () => {
    const words = {
      title: '=cmd|x!A1',
      subtitle: '%',
      measure: 'Охват',
      selection: '',
      period: 'IV четверть 2025/26',
      source: 'Источник: 3 файла',
      name: ['Охват'],
    };
    const about = aboutLines(words, ['полоса'], locales.ru, '2026-11-23');
    const table = { heads: ['Ряд', 'Значение'], rows: [['=1+1', 40.5]] };
    const [first, second] = await readBack(writeXlsx(table, about, locales.ru), 'a.xlsx');
    expect(first).toEqual([
      ['Ряд', 'Значение'],
      ['=1+1', 40.5],
    ]);
    expect(second).toContainEqual(['Что показано', '=cmd|x!A1']);
    expect(second).toContainEqual(['Отбор', 'Все']);
    expect(second).toContainEqual(['Сохранено', '23.11.2026']);
    expect(second?.at(-1)?.[1]).toBe(locales.ru.t.saving.caution);
  });
});
