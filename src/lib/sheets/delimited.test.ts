import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { detectDialect } from './dialect.ts';
import { readSheets, type ReadOptions } from './read.ts';

const encoder = new TextEncoder();

async function rowsOf(
  text: string,
  options?: ReadOptions,
): Promise<readonly (readonly CellValue[])[]> {
  const reading = await readSheets(encoder.encode(text), 'таблица.csv', options);
  if (!reading.ok) throw new Error(reading.issue.code);
  return reading.sheets[0]?.rows ?? [];
}

describe('detectDialect', () => {
  it.each([
    ['ФИО;Класс;Балл\nИванов;5А;1,5\nПетров;6Б;2,5\n', ';'],
    [
      'Отчёт за I четверть, по классам, уточнённый\n\nФИО;Класс;Балл\nИванов;5А;1,5\nПетров;6Б;2,5\nСидоров;7В;3,5',
      ';',
    ],
    ['a,b\n1,2\n3,4\n', ','],
    ['ФИО\tКласс\nИванов, Пётр\t5А\nПетров, Иван\t6Б\n', '\t'],
    ['ФИО|Класс|Адрес\nИванов|5А|ул. Мира, 5; кв. 3\nПетров|6Б|ул. Мира, 6; кв. 4\n', '|'],
    ['"ФИО";"Баллы, сумма"\n"Иванов";"1,5"\n"Петров";"2,7"\n', ';'],
    [
      'Отметка времени,Кружки\n02.01.2024 12:30:00,"Танцы, Музыка"\n03.01.2024 12:30:00,"Шахматы, Хор"\n',
      ',',
    ],
    ['sep=,\na;x,b\n1;y,2\n', ','],
  ])('cuts %j by %j', (text, delimiter) => {
    expect(detectDialect(text).delimiter).toBe(delimiter);
  });
});

describe('readSheets of delimited text', () => {
  it('keeps cells as they are written and blank ones as null', async () => {
    const rows = await rowsOf('ФИО;Код;Сумма\n Иванов ;007;1 234,5\n;  ;"а;""б"""\n');
    expect(rows).toEqual([
      ['ФИО', 'Код', 'Сумма'],
      [' Иванов ', '007', '1 234,5'],
      [null, null, 'а;"б"'],
    ]);
  });

  it('reads mixed line ends, line ends inside cells and lone carriage returns', async () => {
    expect(await rowsOf('a;b\r\n1;2\n3;4\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(await rowsOf('a;b\r\n"1\n2";3\r\n')).toEqual([
      ['a', 'b'],
      ['1\n2', '3'],
    ]);
    expect(await rowsOf('a;b\r1;2\r3;4\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('loses no row after a quote that is never closed', async () => {
    const rows = await rowsOf('ФИО;Клуб\nИванов;"Родник\nПетров;Весна\nСидоров;"Лето"\nБелов;Зима');
    expect(rows.map((row) => row[0])).toEqual(['ФИО', 'Иванов', 'Петров', 'Сидоров', 'Белов']);
  });

  it('blanks a line that names the separator, so that rows keep their numbers', async () => {
    expect(await rowsOf('sep=;\na;b\n1;2')).toEqual([[], ['a', 'b'], ['1', '2']]);
  });

  it('obeys a delimiter and an encoding that a person chose', async () => {
    expect(await rowsOf('a,b;c\n1,2;3', { delimiter: ',' })).toEqual([
      ['a', 'b;c'],
      ['1', '2;3'],
    ]);
    const reading = await readSheets(Uint8Array.of(0xd4, 0x3b, 0xc8), 'x.csv', {
      encoding: 'windows-1251',
    });
    expect(reading.ok && reading.sheets[0]?.rows).toEqual([['Ф', 'И']]);
  });

  it('reports progress that only rises and ends at one', async () => {
    const seen: number[] = [];
    await rowsOf('a;b;c\n1;2;3\n'.repeat(300_000), {
      onProgress: (fraction) => seen.push(fraction),
    });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.every((fraction, index) => fraction >= (seen[index - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });

  it('reads back every table that PapaParse writes, whatever the dialect', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'Иванова Анна',
        'Конкурс «Звезда»',
        'ДДТ "Родник"',
        '5А',
        '1,5',
        '14.04.2026',
        'а, б; в',
        'x\ty',
        'две\nстроки',
        '',
      ),
      fc.integer().map(String),
    );
    const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 4,
        maxLength: 12,
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (body, delimiter, newline, quotes) => {
          const heads = ['ФИО', 'Класс', 'Балл', 'Дата', 'Место', 'Часы'].slice(
            0,
            body[0]?.length ?? 0,
          );
          const rows = [heads, ...body.map((row) => ['Петров', ...row.slice(1)])];
          const text = Papa.unparse(rows, { delimiter, newline, quotes });
          const read = await rowsOf(text);
          expect(read).toEqual(
            rows.map((row) => row.map((value) => (value === '' ? null : value))),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
