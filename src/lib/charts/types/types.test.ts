import { describe, expect, it } from 'vitest';
import type { ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { contrast } from '../colour.ts';
import { init } from '../echarts-parts.ts';
import { example } from '../example.ts';
import { chartTypes, type ChartType } from '../registry.ts';
import { cellColours } from './matrix.ts';

function svg(type: ChartType, input: ChartInput, frame: Frame): string {
  const form = chartTypes[type];
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...form.size(input, frame) });
  chart.setOption(form.option(input, frame));
  const text = chart.renderToSVGString();
  chart.dispose();
  return text.replace(/zr\d+-/g, 'zr-').replace(/(cls|c|g|p|a)(\d+)-?\d*(?=["\s{;)])/g, '$1$2');
}

const wide: Frame = { width: 640, theme: 'light', most: 16, active: null };
const types = Object.keys(chartTypes) as ChartType[];

describe.each(types)('%s', (type) => {
  it.each([
    ['wide-light', wide],
    ['narrow-dark', { ...wide, width: 320, theme: 'dark' as const }],
  ])('draws gaps, withheld numbers and zeros (%s)', async (name, frame) => {
    await expect(svg(type, example, frame)).toMatchFileSnapshot(`golden/${type}-${name}.svg`);
  });

  it('places every mark inside its picture', () => {
    for (const width of [320, 640, 1200]) {
      const frame = { ...wide, width };
      const size = chartTypes[type].size(example, frame);
      const places = chartTypes[type].places(example, frame).flat();
      expect(places.length).toBe(type === 'bars' ? 3 : 24);
      for (const { box } of places) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(size.width + 0.01);
        expect(box.y + box.height).toBeLessThanOrEqual(size.height + 0.01);
      }
    }
  });

  it('names the signs that it uses and no others', () => {
    const full = example.series.slice(0, 1).map((series) => ({
      ...series,
      points: series.points.map((point) => ({ ...point, before: null, stands: false })),
    }));
    const signs = chartTypes[type].signs;
    expect(signs(example)).toContain('hatch');
    expect(signs({ ...example, series: full })).toEqual(
      { trend: ['band', 'break'], matrix: [], bars: ['whisker'] }[type],
    );
  });

  it('stays whole where nothing at all is known', () => {
    const unknown = example.series.map((series) => ({ ...series, points: [] }));
    expect(svg(type, { ...example, series: unknown }, wide)).toMatch(/^<svg/);
  });
});

describe('ranking', () => {
  it('goes from the largest down and keeps the unknown last', () => {
    const input = { ...example, periods: example.periods.slice(0, 2) };
    const marks = chartTypes.bars.places(input, wide).map(([place]) => place?.mark.series);
    expect(marks).toEqual([0, 1, 2]);
    const turned = { ...input, series: [...input.series].reverse() };
    expect(chartTypes.bars.places(turned, wide).map(([place]) => place?.mark.series)).toEqual([
      2, 1, 0,
    ]);
  });

  it('shows no more bars than the frame allows', () => {
    expect(chartTypes.bars.places(example, { ...wide, most: 2 })).toHaveLength(2);
  });
});

describe('matrix cells', () => {
  it('hold numbers that read at every value, tone and theme', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const hue of ['block-1', 'block-2', 'block-3', 'neutral'] as const) {
        for (let value = 0; value <= 100; value += 1) {
          const { fill, text } = cellColours(value, 100, { hue, step: 0 }, { ...wide, theme });
          expect(contrast(fill, text), `${theme} ${hue} ${value}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});
