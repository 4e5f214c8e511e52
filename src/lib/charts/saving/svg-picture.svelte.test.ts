import { describe, expect, test } from 'vitest';
import { exampleCharts } from '../example-charts.ts';
import { example } from '../example.ts';
import { chartOf, type Shown } from '../registry.ts';
import type { PictureWords } from './picture-words.ts';
import { paintPng } from './png-picture.ts';
import { drawSvg } from './svg-picture.ts';

const words: PictureWords = {
  title: 'Охват блока II вырос на 9 п. п. за год',
  subtitle: 'Охват · % · IV четверть 2025/26',
  measure: 'Охват',
  selection: '',
  period: 'IV четверть 2025/26',
  source: 'Источник: 3 файла, данные на 01.09.2026',
  name: ['Охват'],
};

function parse(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

function draw(shown: Shown, said = words) {
  return drawSvg(chartOf(shown), said, 16);
}

describe.each(Object.values(exampleCharts).map((shown) => [shown.type, shown] as const))(
  '%s',
  (_, shown) => {
    test('stands alone: well formed, with its words and letters, without scripts or addresses', async () => {
      const picture = await draw(shown);
      const document = parse(picture.svg);
      const texts = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);
      expect(texts.join(' ')).toContain(words.title);
      expect(texts.join(' ')).toContain(words.source);
      expect(texts.join(' ')).toContain('без защиты');
      expect(document.querySelector('script, image, foreignObject, a')).toBeNull();
      const [style, ...others] = document.querySelectorAll('style');
      expect(others).toEqual([]);
      expect(style?.textContent).toMatch(/^@font-face\{/);
      for (const [, address] of style?.textContent.matchAll(/url\(([^)]*)\)/g) ?? []) {
        expect(address).toMatch(/^data:font\/woff2;base64,[\w+/=]{1000,}$/);
      }
      const attributes = [...document.querySelectorAll('*')].flatMap(({ attributes: own }) => [
        ...own,
      ]);
      for (const { name, value } of attributes) {
        expect(name).not.toMatch(/^(?:on|ecmeta|class|data|href|xlink:href)/);
        expect(value).not.toMatch(/url\((?!["']?#)|javascript:/);
      }
      expect(document.documentElement.getAttribute('width')).toBe(String(picture.width));
    });
  },
);

test('hostile names stay text, and what XML cannot hold is left out', async () => {
  const hostile = '</text><script>alert(1)</script>&x;"\'\u0000\u0008\ud800\ufffe ]]> Ё';
  const series = example.series.map((one) => ({ ...one, label: hostile }));
  const shown = { type: 'matrix', input: { ...example, name: hostile, series } } as const;
  const said = { ...words, title: hostile, subtitle: hostile, selection: hostile, source: hostile };
  const document = parse((await draw(shown, said)).svg);
  expect(document.querySelector('script')).toBeNull();
  const seen = document.querySelector('text')?.textContent;
  expect(seen).toBe('</text><script>alert(1)</script>&x;"\' ]]> Ё');
});

test('is drawn in the light colours whatever the screen shows', async () => {
  document.documentElement.dataset['theme'] = 'dark';
  const { svg } = await draw(exampleCharts.trend);
  document.documentElement.removeAttribute('data-theme');
  expect(svg).toContain('#004c48');
  expect(svg).not.toContain('#62cabc');
});

test('a long title is broken into lines that stay within the picture', async () => {
  const title = `${'Очень длинный заголовок '.repeat(12)}${'безпробелов'.repeat(20)}`;
  const { svg, height } = await draw(exampleCharts.bars, { ...words, title });
  const lines = [...parse(svg).querySelectorAll('text[font-size="20"]')];
  expect(lines.length).toBeGreaterThan(4);
  expect(
    lines
      .map(({ textContent }) => textContent)
      .join('')
      .replaceAll(' ', ''),
  ).toBe(title.replaceAll(' ', ''));
  for (const line of lines) expect(Number(line.getAttribute('y'))).toBeLessThan(height);
});

test('is painted as PNG in twice as many pixels, in its own letters', async () => {
  const picture = await draw(exampleCharts.trend);
  const png = await paintPng(picture);
  expect(png.type).toBe('image/png');
  const bitmap = await createImageBitmap(png);
  expect([bitmap.width, bitmap.height]).toEqual([2 * picture.width, 2 * picture.height]);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const brush = canvas.getContext('2d');
  brush?.drawImage(bitmap, 0, 0);
  const pixels = brush?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
  expect([...pixels.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) dark += (pixels[at] ?? 255) < 100 ? 1 : 0;
  expect(dark).toBeGreaterThan(2000);
});
