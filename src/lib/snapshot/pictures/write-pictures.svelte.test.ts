import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { councilDocument, published } from '../xlsx/council-document.fixture.ts';
import { figureOf } from '../xlsx/made-figure.fixture.ts';
import { drawFigure } from './figure-picture.ts';
import { writePictures } from './write-pictures.ts';

const drawn = councilDocument.pages.flatMap(({ pieces }) =>
  pieces.filter((piece) => piece.kind === 'figure' && piece.drawing !== null),
);

function parse(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

test.each(['ru', 'en'] as const)(
  'every picture stands alone with its words and letters (%s)',
  async (language) => {
    const told: number[] = [];
    const file = await writePictures(published(), language, 'svg', (done) => told.push(done));
    expect(file?.name).toMatch(/\.zip$/);
    const files = unzipSync(file?.bytes ?? new Uint8Array());
    expect(Object.keys(files)).toHaveLength(drawn.length);
    expect(told).toEqual(drawn.map((_, at) => at + 1));
    for (const [at, [name, bytes]] of Object.entries(files).entries()) {
      const piece = drawn[at];
      if (piece?.kind !== 'figure') throw new Error('no figure');
      expect(name).toMatch(/^\d+\.\d+ .*\.svg$/);
      const document = parse(new TextDecoder().decode(bytes));
      const words = [...document.querySelectorAll('text')]
        .map(({ textContent }) => textContent)
        .join(' ');
      for (const text of [piece.title, piece.source]) expect(words).toContain(text[language]);
      expect(words).toContain(councilDocument.school);
      if (piece.withheld > 0)
        expect(words).toMatch(language === 'ru' ? /Скрыто чисел: / : /Withheld: /);
      expect(document.querySelector('script, image, foreignObject, a')).toBeNull();
      expect(document.querySelector('style')?.textContent).toMatch(
        /^@font-face\{.*url\(data:font\/woff2/,
      );
    }
  },
);

test('pictures are painted in twice as many pixels, and one alone is no archive', async () => {
  const [page] = councilDocument.pages.slice(7, 8);
  if (!page) throw new Error('no page');
  const file = await writePictures(published({ ...councilDocument, pages: [page] }), 'ru', 'png');
  expect(file?.name).toMatch(/^1\.1 .*\.png$/);
  const image = await createImageBitmap(
    new Blob([(file?.bytes ?? new Uint8Array()).slice()], { type: 'image/png' }),
  );
  expect(image.width).toBe((904 + 56) * 2);
});

test('there is nothing to draw where every number is withheld', async () => {
  const both = { ru: 'а', en: 'a' };
  const names = { ru: ['а'], en: ['a'] };
  const hidden = figureOf({
    id: 'x',
    kind: 'bar',
    title: both,
    measure: both,
    categories: names,
    series: names,
    value: () => null,
    unit: both,
    decimals: 0,
  });
  expect(await drawFigure(hidden, councilDocument, 'ru')).toBeNull();
  const pages = [{ id: 'p', title: both, pieces: [hidden] }];
  expect(await writePictures(published({ ...councilDocument, pages }), 'ru', 'svg')).toBeNull();
});

test('work that is called off ends', async () => {
  const calling = new AbortController();
  const work = writePictures(published(), 'ru', 'svg', () => calling.abort(), calling.signal);
  await expect(work).rejects.toThrow();
});
