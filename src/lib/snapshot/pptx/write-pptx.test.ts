import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { readSheets } from '#lib/sheets/read.ts';
import type { NativeChart, SnapshotDocument, SnapshotFigure } from '../document.ts';
import { councilDocument, published } from '../xlsx/council-document.fixture.ts';
import { figureOf } from '../xlsx/made-figure.fixture.ts';
import { writePptx } from './write-pptx.ts';

interface Opened {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly text: (path: string) => string;
  /** Paths in the order of their numbers. */
  readonly like: (pattern: RegExp) => string[];
}

async function open(document: SnapshotDocument, language: LanguageTag = 'ru'): Promise<Opened> {
  const parts = unzipSync(await writePptx(published(document), language));
  const numberOf = (path: string) => Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);
  return {
    parts,
    text: (path) => strFromU8(parts[path] ?? new Uint8Array()),
    like: (pattern) =>
      Object.keys(parts)
        .filter((path) => pattern.test(path))
        .sort((a, b) => numberOf(a) - numberOf(b)),
  };
}

/** Every element of a part is closed in its order; throws where it is not. */
function expectWellFormed(xml: string): void {
  const stack: string[] = [];
  const body = xml.replace(/<\?[\s\S]*?\?>/g, '');
  for (const [, close, name, , empty] of body.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (close) expect(stack.pop()).toBe(name);
    else if (!empty && name) stack.push(name);
  }
  expect(stack).toEqual([]);
  const rest = body.replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, '');
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
}

const letters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};
const unescaped = (text: string) =>
  text.replace(/&(\w+);/g, (all, name: string) => letters[name] ?? all);
const said = (xml: string) =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => unescaped(text));
const nativesOf = (document: SnapshotDocument, language: LanguageTag): NativeChart[] =>
  document.pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      const native = piece.kind === 'figure' && piece.drawing ? piece.native?.[language] : null;
      return native ? [native] : [];
    }),
  );
/** The values of charts, and how far their intervals reach from them. */
const valuesOf = (charts: readonly NativeChart[]) =>
  charts
    .flatMap(({ series, decimals }) =>
      series.flatMap(({ values, ends }) =>
        values.flatMap((value, at) => {
          const reaches =
            value === null ? [] : (ends?.[at]?.map((end) => Math.abs(end - value)) ?? []);
          return [value, ...reaches.map((reach) => Number(reach.toFixed(decimals)))];
        }),
      ),
    )
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
const cached = (xml: string) =>
  [...xml.matchAll(/<c:numCache>[\s\S]*?<\/c:numCache>/g)].flatMap(([cache]) =>
    [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
  );

describe.each(['ru', 'en'] as const)('a presentation in %s', (language) => {
  it('is well formed, with the properties of the school and of nobody else', async () => {
    const { text, like, parts } = await open(councilDocument, language);
    for (const path of like(/\.(?:xml|rels)$/)) expectWellFormed(text(path));
    const core = text('docProps/core.xml');
    expect(core).toContain(`<dc:creator>${councilDocument.school}</dc:creator>`);
    expect(core).toContain('2026-03-24T00:00:00Z');
    expect(core).not.toContain('lastModifiedBy');
    for (const path of Object.keys(parts)) {
      if (/\.(?:xml|rels)$/.test(path)) expect(text(path)).not.toMatch(/pptxgenjs/i);
    }
  });

  it('lists the parts that it has, and refers to no others', async () => {
    const { text, like, parts } = await open(councilDocument, language);
    const listed = [...text('[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g)].map(
      ([, path]) => path,
    );
    for (const path of listed) expect(Object.keys(parts)).toContain(path);
    for (const rels of like(/\.rels$/)) {
      const from = rels.replace(/_rels\/[^/]*$/, '');
      for (const [, target = ''] of text(rels).matchAll(/Target="([^"]*)"/g)) {
        const { pathname } = new URL(target, `file:///${from}`);
        expect(Object.keys(parts)).toContain(pathname.slice(1));
      }
    }
    for (const path of like(/^ppt\/slides\/slide\d+\.xml$/)) {
      const ids = [...text(path).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has charts with every number of the document and no other', async () => {
    const { text, like } = await open(councilDocument, language);
    const charts = like(/^ppt\/charts\/chart\d+\.xml$/);
    const all = charts.flatMap((path) => cached(text(path))).sort((a, b) => a - b);
    expect(all).toEqual(valuesOf(nativesOf(councilDocument, language)));
    expect(charts.map((path) => path.replace(/\D/g, ''))).toEqual(
      charts.map((_, at) => String(at + 1)),
    );
  });

  it('has behind each chart a workbook of its numbers, without formulas', async () => {
    const { text, like, parts } = await open(councilDocument, language);
    const books = like(/^ppt\/embeddings\/.*\.xlsx$/);
    expect(books).toHaveLength(like(/^ppt\/charts\/chart\d+\.xml$/).length);
    const numbers: number[] = [];
    for (const [at, path] of books.entries()) {
      const bytes = parts[path] ?? new Uint8Array();
      const inside = unzipSync(bytes);
      expect(Object.keys(inside).filter((name) => name.startsWith('docProps'))).toEqual([]);
      expect(strFromU8(inside['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toMatch(
        /<f[ >]/,
      );
      const reading = await readSheets(bytes.slice(), 'a.xlsx');
      if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
      const rows = [...(reading.sheets[0]?.rows ?? [])].map((row) => [...row]);
      const own = rows
        .slice(1)
        .flatMap((row) => row.slice(1).filter((cell) => typeof cell === 'number'));
      const chart = text(`ppt/charts/chart${at + 1}.xml`);
      expect([...own].sort((a, b) => a - b)).toEqual(cached(chart).sort((a, b) => a - b));
      numbers.push(...own);
    }
    expect(numbers).toHaveLength(valuesOf(nativesOf(councilDocument, language)).length);
  });

  it('says on each slide what it shows, and in the notes what the picture says, n, source and what is withheld', async () => {
    const { text, like } = await open(councilDocument, language);
    const slides = like(/^ppt\/slides\/slide\d+\.xml$/).map(text);
    const notes = like(/^ppt\/notesSlides\/notesSlide\d+\.xml$/).map((path) =>
      said(text(path)).join('\n'),
    );
    expect(notes).toHaveLength(slides.length);
    expect(said(slides[0] ?? '').join(' ')).toContain(councilDocument.title[language]);
    for (const { title, pieces } of councilDocument.pages) {
      const own = slides.filter((slide) => said(slide).join(' ').includes(title[language]));
      expect(own.length).toBeGreaterThan(0);
      for (const piece of pieces) {
        if (piece.kind !== 'figure') continue;
        const at = slides.findIndex((slide) => said(slide).includes(piece.title[language]));
        expect(at).toBeGreaterThan(0);
        if (piece.drawing === null) continue;
        for (const words of [piece.description, piece.subtitle, piece.source]) {
          expect(notes[at]).toContain(words[language]);
        }
        if (piece.withheld > 0)
          expect(notes[at]).toMatch(language === 'ru' ? /Скрыто чисел: / : /Withheld: /);
      }
    }
    expect(said(slides.at(-1) ?? '').join(' ')).toContain('1');
  });
});

it('gives the same bytes for the same document', async () => {
  const [first, second] = [await open(councilDocument), await open(councilDocument)];
  expect(Object.keys(second.parts)).toEqual(Object.keys(first.parts));
  for (const path of first.like(/\.(?:xml|rels)$/))
    expect(second.text(path)).toBe(first.text(path));
  expect(second.parts).toEqual(first.parts);
});

it('keeps hostile names text everywhere, without what XML cannot hold', async () => {
  const hostile = '=1+1</a:t><script>&"\'\u0000\u0008\ud800\u202e]]>';
  const both = { ru: hostile, en: hostile };
  const names = { ru: [hostile, '@x'], en: [hostile, '@x'] };
  const shape = {
    id: 'h',
    title: both,
    measure: both,
    categories: names,
    series: names,
    value: (s: number, c: number) => s + c + 0.5,
    unit: both,
    decimals: 1,
  };
  const figures = (['line', 'bar', 'column', 'stacked', null] as const).map((kind) =>
    figureOf({ ...shape, kind }),
  );
  const texts = (['lead', 'list', 'decision', 'signature'] as const).map((role) => ({
    kind: 'text' as const,
    role,
    text: both,
  }));
  const document: SnapshotDocument = {
    ...councilDocument,
    title: both,
    school: hostile,
    period: both,
    sources: [{ name: hostile, sha256: null }],
    programme: { name: both, sha256: hostile },
    pages: [{ id: 'p', title: both, pieces: [...texts, ...figures] }],
  };
  const { text, like, parts } = await open(document);
  for (const path of like(/\.(?:xml|rels)$/)) {
    expectWellFormed(text(path));
    expect(text(path)).not.toContain('<script');
    for (const sign of ['\u0000', '\u0008', '\u202e']) expect(text(path)).not.toContain(sign);
  }
  for (const path of like(/\.xlsx$/)) {
    const sheet = strFromU8(
      unzipSync(parts[path] ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toContain('t="inlineStr"');
  }
});

it('says of a page whose every number is withheld that it is so', async () => {
  const figure = figureOf({
    id: 'none',
    kind: 'bar',
    title: { ru: 'Скрыто', en: 'Withheld' },
    measure: { ru: 'Охват', en: 'Reach' },
    categories: { ru: ['А'], en: ['A'] },
    series: { ru: ['Б'], en: ['B'] },
    value: () => null,
    unit: { ru: '%', en: '%' },
    decimals: 1,
  });
  const pages = [{ id: 'p', title: { ru: 'Страница', en: 'Page' }, pieces: [figure] }];
  const { text, like } = await open({ ...councilDocument, pages });
  expect(like(/^ppt\/charts\//)).toEqual([]);
  expect(said(text('ppt/slides/slide2.xml')).join(' ')).toContain('Все числа здесь скрыты');
});

it('takes nothing from drawings, marks and ids, and no number of a figure that is withheld whole', async () => {
  const sentinel = '987654';
  const marked = (figure: SnapshotFigure): SnapshotFigure => {
    const { drawing } = figure;
    const planted = (width: number, height: number) => ({
      width,
      height,
      svg: `<text>${sentinel}</text>`,
      spots: [[{ box: [1, 2, 3, 4] as const, title: sentinel, phrases: [sentinel] }]],
    });
    if (drawing)
      return { ...figure, id: sentinel, drawing: { ru: planted(9, 9), en: planted(9, 9) } };
    const native = {
      kind: 'bar' as const,
      categories: ['а'],
      series: [
        { name: 'б', values: [Number(sentinel)], colour: '#000000', dash: 'solid' as const },
      ],
      unit: '',
      decimals: 0,
    };
    return { ...figure, id: sentinel, native: { ru: native, en: native } };
  };
  const pages = councilDocument.pages.map((page) => ({
    ...page,
    id: sentinel,
    pieces: page.pieces.map((piece) => (piece.kind === 'figure' ? marked(piece) : piece)),
  }));
  const { parts } = await open({ ...councilDocument, pages });
  for (const [path, bytes] of Object.entries(parts)) {
    const inside = path.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
    for (const part of inside) expect(strFromU8(part)).not.toContain(sentinel);
  }
});

const cell = fc.option(
  fc.integer({ min: -999, max: 9999 }).map((value) => value / 8),
  { nil: null, freq: 3 },
);

/** A figure of random cells, some withheld. */
const figure = fc
  .record({
    kind: fc.constantFrom('line', 'bar', 'column', 'stacked', null),
    series: fc.integer({ min: 1, max: 6 }),
    categories: fc.integer({ min: 1, max: 40 }),
  })
  .chain(({ kind, series, categories }) =>
    fc.record({
      kind: fc.constant(kind),
      cells: fc.array(fc.array(cell, { minLength: categories, maxLength: categories }), {
        minLength: series,
        maxLength: series,
      }),
    }),
  )
  .map(({ kind, cells }): SnapshotFigure => {
    const letters = (prefix: string, count: number) =>
      Array.from(
        { length: count },
        (_, at) => `${prefix}${String.fromCharCode(0x430 + (at % 32))}${at >= 32 ? 'я' : ''}`,
      );
    const series = letters('Ряд ', cells.length);
    const categories = letters('Класс ', cells[0]?.length ?? 0);
    return figureOf({
      id: 'f',
      kind,
      title: { ru: 'Рисунок', en: 'Figure' },
      measure: { ru: 'Показатель', en: 'Measure' },
      categories: { ru: categories, en: categories },
      series: { ru: series, en: series },
      value: (s, c) => cells[s]?.[c] ?? null,
      unit: { ru: 'ед.', en: 'units' },
      decimals: 3,
    });
  });

it('never tells a number that is withheld: all numbers of charts and tables are those of the document', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 3 }), async (figures) => {
      const pages = [{ id: 'p', title: { ru: 'Страница', en: 'Page' }, pieces: figures }];
      const document = { ...councilDocument, pages };
      const { text, like } = await open(document);
      const charts = like(/^ppt\/charts\/chart\d+\.xml$/).flatMap((path) => cached(text(path)));
      expect(charts.sort((a, b) => a - b)).toEqual(valuesOf(nativesOf(document, 'ru')));
      const allowed = new Set(
        figures.flatMap(({ table }) =>
          table.ru.rows.flatMap((row) => row.filter((one) => typeof one === 'number')),
        ),
      );
      for (const path of like(/^ppt\/slides\/slide\d+\.xml$/).slice(1, -1)) {
        const cells = [...text(path).matchAll(/<a:tc[ >][\s\S]*?<\/a:tc>/g)].map(([one]) =>
          said(one).join(''),
        );
        for (const one of cells) {
          if (!/^[\u2212\d][\d\u00a0]*(?:,\d+)?$/.test(one)) continue;
          const value = Number(
            one
              .replace('\u2212', '-')
              .replace(/\u00a0/g, '')
              .replace(',', '.'),
          );
          expect([...allowed].some((number) => Math.abs(number - value) <= 0.051)).toBe(true);
        }
      }
    }),
    { numRuns: 25 },
  );
});
