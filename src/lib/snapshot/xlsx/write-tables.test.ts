import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { readSheets } from '#lib/sheets/read.ts';
import type { SnapshotDocument, SnapshotFigure } from '../document.ts';
import { councilDocument, published } from './council-document.fixture.ts';
import { figureOf } from './made-figure.fixture.ts';
import { writeTables } from './write-tables.ts';

const languages = ['ru', 'en'] as const;

async function readBack(document: SnapshotDocument, language: 'ru' | 'en' = 'ru') {
  const reading = await readSheets(writeTables(published(document), language), 'a.xlsx');
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return reading.sheets.map(({ name, rows }) => ({ name, rows: [...rows].map((row) => [...row]) }));
}

const figuresOf = ({ pages }: SnapshotDocument): SnapshotFigure[] =>
  pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'figure'));

describe.each(languages)('a workbook in %s', (language) => {
  it('has contents, a sheet a figure with all that goes with it, and where the numbers come from', async () => {
    const sheets = await readBack(councilDocument, language);
    const figures = figuresOf(councilDocument);
    const [contents, ...rest] = sheets;
    const about = rest.pop();
    expect(rest).toHaveLength(figures.length);
    const listed = contents?.rows.flat() ?? [];
    for (const [at, figure] of figures.entries()) {
      expect(listed).toContain(figure.title[language]);
      expect(listed).toContain(rest[at]?.name);
      const own = rest[at]?.rows ?? [];
      expect(own[0]?.[0]).toBe(figure.title[language]);
      expect(own.flat()).toContain(figure.subtitle[language]);
      expect(own.flat()).toContain(figure.source[language]);
      const head = own.findIndex((row) => row[0] === figure.table[language].heads[0]);
      for (const [index, row] of figure.table[language].rows.entries()) {
        const read = own[head + 1 + index] ?? [];
        const [, , value] = row;
        expect(read.slice(0, 2)).toEqual(row.slice(0, 2));
        expect(read[2]).toBe(value);
        // A cell without a number repeats in words why.
        expect(read[3]).toBe(row[3] ?? value);
      }
    }
    const told = about?.rows.flat() ?? [];
    for (const fact of [
      councilDocument.school,
      councilDocument.programme.sha256,
      'Контингент.csv',
      `SHA-256 ${'02'.repeat(32)}`,
      councilDocument.certificate.worlds,
      councilDocument.certificate.statements,
    ]) {
      expect(told).toContain(fact);
    }
  });
});

it('holds no formula, no property and nothing of who wrote it', () => {
  const parts = unzipSync(writeTables(published(), 'ru'));
  expect(Object.keys(parts).filter((path) => path.startsWith('docProps'))).toEqual([]);
  for (const [path, bytes] of Object.entries(parts)) {
    if (path.startsWith('xl/worksheets/')) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
  }
});

it('tells the numbers of its tables and no others, whatever is withheld', async () => {
  const cell = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null, freq: 2 });
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const names = (prefix: string, count: number) =>
        Array.from(
          { length: count },
          (_, at) => `${prefix} ${'абвгдежзик'[at % 10] ?? ''}${at > 9 ? 'а' : ''}`,
        );
      const figure = figureOf({
        id: 'f',
        kind: null,
        title: { ru: '-1+1', en: '-1+1' },
        measure: { ru: 'Показатель', en: 'Measure' },
        categories: { ru: names('Класс', cells.length), en: [] },
        series: { ru: ['=A1', '@x'], en: [] },
        value: (s, c) => cells[c]?.[s] ?? null,
        unit: { ru: 'ед.', en: '' },
        decimals: 2,
      });
      const pages = [{ id: 'p', title: { ru: 'П', en: 'P' }, pieces: [figure] }];
      const [, sheet] = await readBack({ ...councilDocument, pages });
      const told = (sheet?.rows ?? []).flat().filter((value) => typeof value === 'number');
      const known = figure.table.ru.rows.flat().filter((value) => typeof value === 'number');
      const ordered = (numbers: number[]) =>
        numbers.map((value) => value + 0).sort((a, b) => a - b);
      expect(ordered(told)).toEqual(ordered(known));
      const body = (sheet?.rows ?? []).filter((row) => row[0] === '=A1' || row[0] === '@x');
      expect(body).toHaveLength(cells.length * 2);
      for (const row of body)
        expect(row.slice(0, 4).every((value) => value !== null && value !== '')).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('says of what needed no protection that it is so', async () => {
  const certificate = {
    ...councilDocument.certificate,
    sensitive: 0,
    narrowest: null,
    primary: 0,
    secondary: 0,
    earlier: [],
  };
  const about = (await readBack({ ...councilDocument, certificate })).at(-1)?.rows.flat();
  const words = locales.ru.t.snapshotOffice.about;
  expect(about).toContain(words.nothingHidden('428'));
  expect(about).toContain(words.nothingSensitive('1\u00a0843'));
  expect(about).toContain(words.none);
});
