import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import type { CellValue, Sheet } from '#lib/model/sheet.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { readSheets } from '#lib/sheets/read.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { quarantineWorkbook, type QuarantinedTable } from './quarantine.ts';
import { readKey } from './quarantine-key.ts';
import { openFile } from './reading.ts';
import { readReturned } from './returned.ts';
import { dataRowsOf } from './row-listing.ts';

const setting = { programme: defaultProgramme, recipes: [] };
const headings = ['ФИО', 'Класс', 'Мероприятие', 'Дата', 'Класс', ''];

/** The quarantine of a text file with this body, as a workbook. */
async function quarantineOf(
  body: readonly (readonly string[])[],
  language: 'ru' | 'en' = 'ru',
  head: readonly string[] = headings,
) {
  const text = [['Участие, 2025/2026 учебный год'], [], head, ...body]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\n');
  const bytes = new TextEncoder().encode(text);
  const file = await openFile({ name: 'Участие.csv', bytes, modified: 0 }, setting);
  const { sha256, name } = file.reading.source;
  const tables = file.tables.map((open): QuarantinedTable => ({
    file: name,
    sha256,
    table: open.table,
    context: open.reading.context,
    rows: dataRowsOf(open, 'quarantined', 1000).map((row) => ({
      row,
      issues: [...open.explain(row)],
    })),
    of: open.reading.counts.quarantined,
  }));
  const workbook = quarantineWorkbook(tables, locales[language], defaultProgramme);
  return { source: sha256.slice(0, 12), tables, workbook };
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readSheets(bytes, 'карантин.xlsx');
  if (!read.ok) throw new Error(read.issue.code);
  return read.sheets;
}

const bad = [
  ['Агеева Анна', '5А', 'Слёт', '12.13.2025', 'x', 'y'],
  ['Бобров Илья', '13Ы', 'Слёт', '12.09.2025', '', '007'],
  ['', '5А', 'Слёт', 'скоро', '=1+1', ''],
];

const cellsOf = (sheet: Sheet | undefined) =>
  [...(sheet?.rows ?? [])].map((row) => row.map((cell) => readText(cell) ?? ''));

describe('the workbook', () => {
  test('has the reason beside each cell that keeps a row out, in the language asked for', async () => {
    for (const [language, key, reason] of [
      ['ru', '№ строки', /Такой даты не бывает/],
      ['en', 'Row no.', /no such date|12\.13\.2025/i],
    ] as const) {
      const { workbook, source } = await quarantineOf(bad, language);
      const [sheet] = await sheetsOf(workbook);
      const lines = cellsOf(sheet);
      const head = lines.findIndex((line) => line[0] === key);
      expect(lines[head]?.slice(0, 7)).toEqual([
        key,
        'ФИО',
        '⚠ ФИО',
        'Класс',
        '⚠ Класс',
        'Мероприятие',
        'Дата',
      ]);
      expect(lines[head + 1]?.[0]).toBe(`${source}:1:4`);
      const date = lines[head]?.indexOf('⚠ Дата') ?? -1;
      expect(lines[head + 1]?.[date]).toMatch(reason);
      expect(lines[head + 2]?.[date]).toBe('');
      expect(lines.slice(0, head).flat().join(' ')).toContain('2025/2026');
    }
  });

  test('as it was written, nothing in it is changed', async () => {
    const { workbook, source } = await quarantineOf(bad);
    expect(readReturned(await sheetsOf(workbook))).toEqual({
      sources: [{ source, cells: [], rows: 3 }],
      unknown: 0,
    });
  });

  test('headings like its own do not confuse it', async () => {
    const head = ['⚠ Класс', 'Класс', 'Мероприятие', 'Дата', 'ФИО', '№ строки'];
    const body = bad.map((row, at) => [...row.slice(1, 5), `Агеева Анна`, String(at)]);
    const { workbook, source } = await quarantineOf(body, 'ru', head);
    expect(readReturned(await sheetsOf(workbook))?.sources).toMatchObject([{ source, cells: [] }]);
  });

  test('another workbook is none of ours', () => {
    const rows = [headings, ...bad];
    const sheet = { name: '', hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
    expect(readReturned([sheet])).toBeNull();
  });

  test('it is known and mends its source after another program saved it', async () => {
    const { workbook, source } = await quarantineOf(bad);
    const book = XLSX.read(workbook);
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) throw new Error('The workbook has a sheet');
    const at = XLSX.utils
      .sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
      .findIndex((row) => row[0] === `${source}:1:4`);
    const column = XLSX.utils
      .sheet_to_json<string[]>(sheet, { header: 1 })
      [at - 1]?.indexOf('Дата');
    XLSX.utils.sheet_add_aoa(sheet, [['13.12.2025']], { origin: { r: at, c: column ?? 0 } });
    const saved = new Uint8Array(
      XLSX.write(book, { type: 'array', bookType: 'ods' }) as ArrayBuffer,
    );
    expect(readReturned(await sheetsOf(saved))?.sources).toEqual([
      { source, rows: 3, cells: [{ sheetIndex: 0, row: 3, column: 3, to: '13.12.2025' }] },
    ]);
  });

  test('rows that are new, or that lost their prints, mend nothing and are counted', async () => {
    const { workbook, source } = await quarantineOf(bad);
    const [sheet] = await sheetsOf(workbook);
    if (!sheet) throw new Error('The workbook has a sheet');
    const rows = [...sheet.rows].map((row) =>
      row[0] === `${source}:1:5` ? row.with(row.length - 1, null) : row,
    );
    const twice = rows.find((row) => row[0] === `${source}:1:4`) ?? [];
    const added: CellValue[] = [null, 'Новиков Пётр', null, '5А'];
    const returned = readReturned([{ ...sheet, rows: [...rows, added, twice, ['заметка']] }]);
    expect(returned).toEqual({ sources: [{ source, cells: [], rows: 2 }], unknown: 3 });
  });
});

test('what is mended in any cell, with rows deleted and sorted and columns moved, comes back as just those repairs', async () => {
  const text = fc.oneof(
    fc.constantFrom('Агеева Анна', '13Ы', 'скоро', '12.13.2025', ' 007 ', '=1+1', '-5', '1e5', ''),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const row = fc.tuple(text, text, text, text, text, text);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(20), fc.nat(5), text), { maxLength: 6 }),
      fc.array(fc.nat(20), { maxLength: 2 }),
      fc.func(fc.nat(1000)),
      fc.func(fc.nat(1000)),
      async (body, edits, deleted, rowOrder, columnOrder) => {
        const { workbook, tables, source } = await quarantineOf([...body, ...bad]);
        const [table] = tables;
        const [sheet] = await sheetsOf(workbook);
        if (!table || !sheet) throw new Error('The body has bad rows');
        const headAt = [...sheet.rows].findIndex(
          ({ length }, at) =>
            length > 6 && readKey(String(sheet.rows.at(at + 1)?.[0] ?? '')) !== null,
        );
        const heading = sheet.rows.at(headAt) ?? [];
        const lines = sheet.rows.slice(headAt + 1).map((line) => [...line]);
        const shown = heading.flatMap((name, at) =>
          at === 0 || at === heading.length - 1 || String(name).startsWith('⚠') ? [] : [at],
        );
        const due = new Map<string, object>();
        const gone = new Set(deleted.map((at) => at % lines.length));
        for (const [line, column, to] of edits) {
          const at = line % lines.length;
          const own = table.rows.at(at);
          const here = shown[column % shown.length] ?? 0;
          const position = shown.indexOf(here);
          if (!own || gone.has(at)) continue;
          const cells = lines[at] ?? [];
          while (cells.length < heading.length) cells.push(null);
          cells[here] = to;
          const place = {
            sheetIndex: 0,
            row: own.row.row,
            column: table.table.columns[position]?.index,
          };
          const plain = (cell: CellValue) => (readText(cell) ?? '').replace(/[\p{C}]/gu, '');
          const isSame = plain(to) === plain(own.row.cells[position] ?? null);
          if (isSame) due.delete(JSON.stringify(place));
          else due.set(JSON.stringify(place), { ...place, to: readText(to) ?? '' });
        }
        const sorted = lines
          .filter((_line, at) => !gone.has(at))
          .sort((a, b) => rowOrder(a[0]) - rowOrder(b[0]));
        const order = heading
          .map((_name, at) => at)
          .sort((a, b) => columnOrder(a) - columnOrder(b) || a - b);
        const move = (line: readonly CellValue[]) => order.map((at) => line[at] ?? null);
        const rows = [...sheet.rows.slice(0, headAt), move(heading), ...sorted.map(move)];
        const returned = readReturned([{ ...sheet, rows }]);
        expect(returned?.unknown).toBe(0);
        const cells = returned?.sources.find((one) => one.source === source)?.cells ?? [];
        const byPlace = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
        expect(byPlace(cells)).toEqual(byPlace([...due.values()]));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
