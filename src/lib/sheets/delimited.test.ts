import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { detectDialect, rankDialects } from './dialect.ts';
import { readSheets, type ReadOptions } from './read.ts';

const encoder = new TextEncoder();

async function rowsOf(
  text: string,
  options?: ReadOptions,
): Promise<readonly (readonly CellValue[])[]> {
  const reading = await readSheets(encoder.encode(text), 'таблица.csv', options);
  if (!reading.ok) throw new Error(reading.issue.code);
  return [...(reading.sheets[0]?.rows ?? [])];
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
    ['id, имя, балл\n1, "Иванов, Пётр", 5\n2, Петрова, 4\n', ', '],
    ['Дата | Событие\n01.09.2025 | Линейка\n02.09.2025 | Поход | нет\n03.09.2025 | Игра', ' | '],
    ['ФИО||Класс||Балл\nИванов||5А||\nПетров||6Б||4\n', '||'],
    ['ФИО^Класс\nИванов^5А\nПетров^6Б\n', '^'],
    ['Время:Класс:Балл\n"12:30":5А:3\n"13:40":6Б:4\n', ':'],
    ['ФИО\u0001Класс\nИванов\u00015А\nПетров\u00016Б\n', '\u0001'],
    ['"Иванов" "5А" "12"\n"Петров" "" "7"\n', ' '],
    ['№   ФИО            Балл\n1   Иванов Иван    12\n10  Петров         7\n', '  '],
    ['# выгрузка, 2025 год\n# школа; класс, балл\nФИО|Балл\nИванов|5\nПетров|4\n', '|'],
    ['Кружок;Список\nХор;"Иванов, Петров, Сидоров"\nТанцы;"Белов, Чернов, Серов"\n', ';'],
  ])('cuts %j by %j', (text, delimiter) => {
    expect(detectDialect(text).delimiter).toBe(delimiter);
  });
});

describe('rankDialects', () => {
  it.each([
    ['a;b\n"x\\"y";1\n"z;\\"w\\"";2\n', '"', '\\'],
    ['a;b\n"x ""y""";1\n"z;w";2\n', '"', '"'],
    ["a,b\n'x,y',1\n'z,w',2\n", "'", "'"],
    ['a,b\n`x,y`,1\n`z,w`,2\n', '`', '`'],
  ])('tells the quote and the escape of %j', (text, quote, escape) => {
    expect(rankDialects(text)[0]).toMatchObject({ quote, escape });
  });

  it('offers other ways of cutting after the best one, and only the chosen delimiter when there is one', () => {
    const text = 'a;b,c\n1;2,3\n4;5,6\n';
    expect(rankDialects(text).map(({ delimiter }) => delimiter)).toEqual(
      expect.arrayContaining([';', ',']),
    );
    expect(new Set(rankDialects(text, '|').map(({ delimiter }) => delimiter))).toEqual(
      new Set(['|']),
    );
  });

  it.each([
    'Иванов Иван\nПетров Пётр\nСидорова Анна\n',
    '12:30\n13:40\n14:50\n',
    'a@b.ru\nc@d.ru\n',
  ])('leaves the one column of %j whole', async (text) => {
    expect((await rowsOf(text)).every((row) => row.length === 1)).toBe(true);
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

  it.each([
    ['a stray quote before a cell', '1;"Иванов;5\n2;Петров;4'],
    ['one at the end of a line', '1;Иванов;"\n2;"Петров";4\n3;Белов;5'],
    ['one inside of a quoted cell', '1;"ДДТ "Родник"";5\n2;"Дом "Весна", зал";4\n3;"Клуб";1'],
    ['ones that nothing closes', '1;"Иванов;5\n2;"Петров;4\n3;"Белов;3'],
  ])('keeps the rows and columns of lines with %s', async (_name, body) => {
    const rows = await rowsOf(`№;ФИО;Балл\n${body}\n9;Чернов;1\n10;Серов;2\n11;"Зимин";3`);
    expect(rows).toHaveLength(body.split('\n').length + 4);
    expect(rows.every((row) => row.length === 3)).toBe(true);
  });

  it('keeps the quote of a stray one as text and line ends of cells that close', async () => {
    const rows = await rowsOf('a;b;c\n1;"x;3\n4;"y\nz";6\n7;8;9\n');
    expect(rows).toEqual([
      ['a', 'b', 'c'],
      ['1', '"x', '3'],
      ['4', 'y\nz', '6'],
      ['7', '8', '9'],
    ]);
  });

  it('finds every row after a stray quote far into a long text', async () => {
    const line = 'Иванов;"Конкурс; финал";5\n';
    const text = `ФИО;Событие;Балл\n${line.repeat(60_000)}Петров;"Хор;4\n${line.repeat(60_000)}`;
    const rows = await rowsOf(text);
    expect(rows).toHaveLength(120_002);
    expect(rows[60_001]).toEqual(['Петров', '"Хор', '4']);
    expect(rows.at(-1)).toEqual(['Иванов', 'Конкурс; финал', '5']);
  });

  it('cuts a heading that has another delimiter than the rows', async () => {
    const rows = await rowsOf('ФИО,Класс,Балл\nИванов;5А;3\nПетров;6Б;4\nБелов;7В;5\n');
    expect(rows[0]).toEqual(['ФИО', 'Класс', 'Балл']);
  });

  it('drops zero bytes and the mark of the end, and keeps rows ragged as they lie', async () => {
    expect(await rowsOf('a;b\u0000\r\n1;2;;\r\n3\r\n\u001a')).toEqual([
      ['a', 'b'],
      ['1', '2', null, null],
      ['3'],
    ]);
  });

  it('keeps a text that was laid out by eye in its columns where cells are empty', async () => {
    const text =
      'ФИО              Класс   Балл\nИванов Иван      5А      12\nПетров                   8\n';
    expect(await rowsOf(text)).toEqual([
      ['ФИО', 'Класс', 'Балл'],
      ['Иванов Иван', '5А', '12'],
      ['Петров', null, '8'],
    ]);
  });

  it('names texts that are no tables', async () => {
    for (const [text, what] of [
      ['[{"a": 1}, {"a": 2}]', 'JSON'],
      ['<?xml version="1.0"?>\n<note>a;b</note>', 'XML'],
    ] as const) {
      const reading = await readSheets(encoder.encode(text), 'x.csv');
      expect(reading).toMatchObject({
        issue: { code: 'file-not-spreadsheet', params: { what } },
      });
    }
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

describe('readSheets of a long text', () => {
  const note = 'Конкурс «Лидер» '.repeat(12).trim();
  const line = (at: number) => [`${at}`, `Иванов ${at % 997}`, '5А', note, 'призёр'];
  const lines = Array.from({ length: 21_000 }, (_, at) => line(at));
  const heading = ['№', 'ФИО', 'Класс', 'Событие', 'Итог'];
  const written = (rows: readonly (readonly string[])[], newline = '\r\n') =>
    rows.map((row) => row.join(';')).join(newline);
  const read = async (bytes: Uint8Array) => {
    const reading = await readSheets(bytes, 'таблица.csv');
    if (!reading.ok) throw new Error(reading.issue.code);
    return { ...reading, rows: [...(reading.sheets[0]?.rows ?? [])] };
  };

  it.each([
    ['utf-8', '\uFEFF', '\r\n'],
    ['utf-8', 'sep=;\n', '\n'],
    ['windows-1251', '', '\r\n'],
    ['utf-16le', '', '\n'],
  ])('is cut as any other one in %s after %j with %j', async (encoding, opening, newline) => {
    const text = opening + written([heading, ...lines], newline);
    const { rows, ...reading } = await read(iconv.encode(text, encoding));
    expect(reading.encoding).toBe(encoding);
    expect(reading.dialect).toMatchObject({ delimiter: ';', newline });
    expect(rows.slice(opening.startsWith('sep') ? 1 : 0)).toEqual([heading, ...lines]);
  });

  it.each([
    ['a line end within a cell', '"две\nстроки"', 'две\nстроки'],
    ['a stray quote', '"Лидер» II', '"Лидер» II'],
    ['doubled quotes', '"""Лидер"" II"', '"Лидер" II'],
    ['a zero byte', 'Лид\0ер', 'Лидер'],
  ])('holds every row after %s far below', async (_, cell, stored) => {
    const spoilt = lines.with(20_000, ['20000', cell, '5А', '', '']);
    const bytes = new TextEncoder().encode(written([heading, ...spoilt]));
    const { rows } = await read(bytes);
    const mended: CellValue[][] = [heading, ...lines];
    expect(rows).toEqual(mended.with(20_001, ['20000', stored, '5А', null, null]));
  });

  it('is read in the encoding that only its end tells', async () => {
    const ascii = Array.from({ length: 21_000 }, (_, at) => [`${at}`, 'Ivanov', 'x'.repeat(210)]);
    const text = written([...ascii, ['21000', 'Петрова', '5А']]);
    const { rows, encoding } = await read(iconv.encode(text, 'windows-1251'));
    expect(encoding).toBe('windows-1251');
    expect(rows.at(-1)).toEqual(['21000', 'Петрова', '5А']);
    expect(rows).toHaveLength(21_001);
  });

  it('tells of its progress without ever falling back', async () => {
    const spoilt = lines.with(20_000, ['20000', '"две\nстроки', '5А', '', '']);
    const heard: number[] = [];
    const onProgress = (fraction: number) => heard.push(fraction);
    await readSheets(encoder.encode(written([heading, ...spoilt])), 'таблица.csv', { onProgress });
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });
});
