import { describe, expect, it } from 'vitest';
import type { Frame, Sign } from '../chart-form.ts';
import type { Chart } from '../chart.ts';
import type { ChartInput } from '../chart-input.ts';
import { contrast } from '../colour.ts';
import { init } from '../echarts-parts.ts';
import { example, exampleAnnotations, exampleClasses, examplePairs } from '../example.ts';
import { exampleDays } from '../example-days.ts';
import { exampleFlows, exampleLinks, exampleManyLinks } from '../example-links.ts';
import { exampleContribution, exampleIndex } from '../example-parts.ts';
import { withhold } from '../example-withheld.ts';
import { exampleSpread } from '../example-spread.ts';
import { exampleCounts, exampleCountsWithin, exampleWithin } from '../example-within.ts';
import { chartForms, chartOf, type ChartKind, type ChartType, type Shown } from '../registry.ts';
import { entrance, walk, type Position } from '../walk.ts';
import { cellColours } from './matrix.ts';

function svg(kind: Chart, frame: Frame): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...kind.size(frame) });
  chart.setOption(kind.option(frame));
  const text = chart.renderToSVGString();
  chart.dispose();
  // Names of classes and definitions count on from picture to picture.
  const names = new Map<string, string>();
  return text.replace(/zr\d+-(?:cls-|c|g|p|a)\d+(?:-\d+)?/g, (name) => {
    const short = names.get(name) ?? `zr-${names.size}`;
    names.set(name, short);
    return short;
  });
}

const wide: Frame = { width: 640, theme: 'light', most: 16, active: null };

interface Case {
  readonly shown: Shown;
  /** Null where it depends on the width. */
  readonly marks: number | null;
  readonly signs: Sign[];
}

const cases: Record<Shown['type'], Case> = {
  trend: {
    shown: { type: 'trend', input: example },
    marks: 24,
    signs: ['band', 'hatch', 'gap'],
  },
  multiples: {
    shown: { type: 'multiples', input: exampleWithin },
    marks: 32,
    signs: ['band', 'hatch', 'gap'],
  },
  stacked: {
    shown: { type: 'stacked', input: exampleCounts },
    marks: 24,
    signs: ['layers', 'gap'],
  },
  dumbbell: {
    shown: { type: 'dumbbell', input: examplePairs },
    marks: 10,
    signs: ['dots', 'dotsStrong', 'whisker', 'matched', 'hatch'],
  },
  matrix: {
    shown: { type: 'matrix', input: example },
    marks: 24,
    signs: ['dot', 'hatch', 'empty'],
  },
  bars: {
    shown: { type: 'bars', input: example },
    marks: 3,
    signs: ['whisker', 'tick'],
  },
  slope: {
    shown: { type: 'slope', input: examplePairs },
    marks: 19,
    signs: ['strong', 'matched', 'hatch'],
  },
  funnel: {
    shown: { type: 'funnel', input: exampleClasses },
    marks: 15,
    signs: ['funnel', 'outside', 'notRanked'],
  },
  cohort: {
    shown: { type: 'cohort', input: examplePairs },
    marks: 10,
    signs: ['pair', 'pairWhisker', 'matched', 'hatch'],
  },
  flows: {
    shown: { type: 'flows', input: exampleFlows },
    marks: 8,
    signs: ['pupilWidth', 'manyBlocks', 'hatch'],
  },
  network: {
    shown: { type: 'network', input: exampleLinks },
    marks: 14,
    signs: ['linkEvents'],
  },
  distribution: {
    shown: { type: 'distribution', input: exampleSpread },
    marks: 19,
    signs: ['pupilDots', 'box', 'noBox'],
  },
  calendar: {
    shown: { type: 'calendar', input: exampleDays },
    marks: null,
    signs: ['dayShade'],
  },
  waterfall: {
    shown: { type: 'waterfall', input: exampleContribution },
    marks: 9,
    signs: ['rate', 'mix', 'ownAxis'],
  },
  parts: {
    shown: { type: 'parts', input: exampleIndex },
    marks: 20,
    signs: ['segments', 'variants', 'incomplete'],
  },
};

describe.each(Object.entries(cases))('%s', (type, { shown, marks, signs }) => {
  const chart = chartOf(shown);

  it.each([
    ['wide-light', wide],
    ['narrow-dark', { ...wide, width: 320, theme: 'dark' as const }],
  ])('draws gaps, withheld numbers and zeros (%s)', async (name, frame) => {
    await expect(svg(chart, frame)).toMatchFileSnapshot(`golden/${type}-${name}.svg`);
  });

  it('places every mark inside its picture', () => {
    for (const width of [320, 640, 1200]) {
      const frame = { ...wide, width };
      const size = chart.size(frame);
      const spots = chart.spots(frame).flat();
      if (marks === null) expect(spots.length).toBeGreaterThan(200);
      else expect(spots).toHaveLength(marks);
      for (const { box } of spots) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(size.width + 0.01);
        expect(box.y + box.height).toBeLessThanOrEqual(size.height + 0.01);
      }
    }
  });

  it('has no mark that the arrow keys do not reach', () => {
    const spots = chart.spots(wide);
    const nameOf = ({ row, column }: Position) => `${row}-${column}`;
    const reached = new Map<string, Position>();
    const open = [entrance(spots)];
    for (let at = open.pop(); at; at = open.pop()) {
      if (reached.has(nameOf(at))) continue;
      reached.set(nameOf(at), at);
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const to = walk(spots, at, key);
        if (to) open.push(to);
      }
    }
    expect(reached.size).toBe(spots.flat().length);
    for (const { row, column } of reached.values()) {
      const spot = spots[row]?.[column];
      expect(spot?.title()).not.toBe('');
      expect(spot?.phrases().join('')).not.toBe('');
      expect(spot?.aloud()).not.toMatch(/undefined|NaN/);
    }
  });

  it('names the signs that it uses', () => {
    expect(chart.signs()).toEqual(signs);
  });

  it('holds as many cells in each row of its table as it has columns', () => {
    const { columns, rows } = chart.table();
    expect(rows.length).toBeGreaterThan(0);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});

const variants: Record<string, Shown> = {
  'multiples-own': { type: 'multiples', input: { ...example, scales: 'own' } },
  'stacked-shares': { type: 'stacked', input: { ...exampleCounts, stacking: 'shares' } },
  'stacked-within': { type: 'stacked', input: exampleCountsWithin },
  'network-many': { type: 'network', input: exampleManyLinks },
  'trend-annotated': { type: 'trend', input: { ...example, annotations: exampleAnnotations } },
  'multiples-annotated': {
    type: 'multiples',
    input: { ...exampleWithin, annotations: exampleAnnotations },
  },
  'stacked-annotated': {
    type: 'stacked',
    input: {
      ...exampleCounts,
      annotations: exampleAnnotations.map((one) =>
        one.kind === 'target' ? { ...one, value: 900 } : one,
      ),
    },
  },
  'bars-annotated': { type: 'bars', input: { ...example, annotations: exampleAnnotations } },
  'slope-annotated': { type: 'slope', input: { ...examplePairs, annotations: exampleAnnotations } },
  'dumbbell-annotated': {
    type: 'dumbbell',
    input: { ...examplePairs, annotations: exampleAnnotations },
  },
  'cohort-annotated': {
    type: 'cohort',
    input: { ...examplePairs, annotations: exampleAnnotations },
  },
  'funnel-annotated': {
    type: 'funnel',
    input: { ...exampleClasses, annotations: exampleAnnotations },
  },
  'matrix-annotated': { type: 'matrix', input: { ...example, annotations: exampleAnnotations } },
  'bars-grouped': { type: 'bars', input: exampleWithin },
  'trend-withheld': {
    type: 'trend',
    input: withhold(example, { 0: [2, 6, 7], 2: [0, 1, 2, 3, 4, 5, 6, 7] }),
  },
  'multiples-withheld': {
    type: 'multiples',
    input: withhold(exampleWithin, { 0: [3, 7], 1: [3], 2: [0, 1, 2, 3, 4, 5, 6, 7] }),
  },
  'slope-withheld': { type: 'slope', input: withhold(examplePairs, { 2: [0], 5: [0] }, [0, 4]) },
  'dumbbell-withheld': {
    type: 'dumbbell',
    input: withhold(examplePairs, { 2: [0], 5: [0] }, [0, 4]),
  },
  'funnel-withheld': { type: 'funnel', input: withhold(exampleClasses, { 10: [0], 3: [0] }) },
  'bars-withheld': { type: 'bars', input: withhold(example, { 0: [7] }, [1]) },
  'bars-grouped-withheld': { type: 'bars', input: withhold(exampleWithin, { 0: [7], 3: [7] }) },
  'stacked-withheld': {
    type: 'stacked',
    input: withhold(exampleCounts, { 0: [5], 1: [0, 1], 2: [1, 5, 7] }),
  },
  'stacked-shares-withheld': {
    type: 'stacked',
    input: { ...withhold(exampleCounts, { 1: [0, 1], 2: [1, 5, 7] }), stacking: 'shares' },
  },
  'stacked-within-withheld': {
    type: 'stacked',
    input: withhold(exampleCountsWithin, { 1: [0, 7], 8: [2, 3], 12: [7] }),
  },
  'matrix-withheld': { type: 'matrix', input: withhold(example, { 0: [6], 2: [1, 4, 5, 7] }) },
  'cohort-withheld': { type: 'cohort', input: withhold(examplePairs, { 2: [0], 5: [0] }, [0, 4]) },
};

describe.each(Object.entries(variants))('%s', (name, shown) => {
  it.each([wide, { ...wide, width: 320, theme: 'dark' as const }])(
    'is drawn too ($width $theme)',
    async (frame) => {
      const look = frame.width < 400 ? 'narrow-dark' : 'wide-light';
      await expect(svg(chartOf(shown), frame)).toMatchFileSnapshot(`golden/${name}-${look}.svg`);
    },
  );
});

const timeTypes = (Object.keys(cases) as ChartKind[]).filter(
  (type): type is ChartType => 'periods' in cases[type].shown.input,
);

const bare: Record<ChartType, Sign[]> = {
  trend: ['band', 'break'],
  multiples: ['band', 'break'],
  stacked: ['layers'],
  dumbbell: ['whisker', 'break'],
  matrix: [],
  bars: ['whisker'],
  slope: ['notCompared'],
  funnel: [],
  cohort: [],
};

describe.each(timeTypes)('%s over time', (type) => {
  it('names no sign that it does not use', () => {
    const series = example.series.slice(0, 1).map((one) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, before: null, change: null, stands: false })),
    }));
    expect(chartForms[type].signs({ ...example, series })).toEqual(bare[type]);
  });

  it('stays whole where nothing at all is known', () => {
    const series = example.series.map((one) => ({ ...one, points: [] }));
    const input: ChartInput = { ...example, series };
    expect(svg(chartOf({ type, input }), wide)).toMatch(/^<svg/);
  });
});

describe('ranking', () => {
  it('goes from the largest down and keeps the unknown last', () => {
    const input = { ...example, periods: example.periods.slice(0, 2) };
    const marks = chartForms.bars.places(input, wide).map(([place]) => place?.mark.series);
    expect(marks).toEqual([0, 1, 2]);
    const turned = { ...input, series: [...input.series].reverse() };
    expect(chartForms.bars.places(turned, wide).map(([place]) => place?.mark.series)).toEqual([
      2, 1, 0,
    ]);
  });

  it('shows no more bars than the frame allows', () => {
    expect(chartForms.bars.places(example, { ...wide, most: 2 })).toHaveLength(2);
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
