import { expect, test } from 'vitest';
import type { Frame } from '../chart-form.ts';
import { fontFamily } from '../elements.ts';
import { exampleCharts } from '../example-charts.ts';
import { withhold } from '../example-withheld.ts';
import { example } from '../example.ts';
import { chartOf, type Shown } from '../registry.ts';
import { drawInside } from './drawing.ts';
import { compactDrawing } from './compact-drawing.ts';

const frame: Frame = { width: 640, theme: 'light', most: 30, active: null };

// Letters that stand a tenth of a pixel elsewhere are painted otherwise.
const texts = /<text[^>]*>([^<]*)<\/text>/g;
const textsOf = (inside: string) => [...inside.matchAll(texts)].map(([, text]) => text);

async function paint(inside: string, width: number, height: number) {
  const size = `width="${width}" height="${height}" font-family="${fontFamily}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const brush = new OffscreenCanvas(width, height).getContext('2d');
  if (!brush) throw new Error('no canvas');
  brush.drawImage(image, 0, 0);
  return brush.getImageData(0, 0, width, height).data;
}

const drawings: Record<string, Shown> = {
  ...exampleCharts,
  withheld: { type: 'trend', input: withhold(example, { 0: [1], 2: [0, 1, 2] }) },
};

test.each(Object.entries(drawings))('%s looks the same in fewer words', async (_, shown) => {
  const chart = chartOf(shown);
  const { width, height } = chart.size(frame);
  const inside = drawInside(chart, frame);
  const lean = compactDrawing(inside, 'a');
  expect(lean.length).toBeLessThan(inside.length * 0.7);
  expect(textsOf(lean)).toEqual(textsOf(inside));
  const [before, after] = await Promise.all(
    [inside, lean].map((one) => paint(one.replace(texts, ''), width, Math.ceil(height))),
  );
  let inked = 0;
  let differs = 0;
  before?.forEach((value, at) => {
    const other = after?.[at] ?? 0;
    if (value > 0) inked += 1;
    if (Math.abs(value - other) > 60) differs += 1;
  });
  expect(inked).toBeGreaterThan(1000);
  expect(differs / inked).toBeLessThan(0.002);
});
