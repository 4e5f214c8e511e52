import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../chart-form.ts';
import { boxOf, type DistributionGroup } from '../distribution-input.ts';
import { exampleDays } from '../example-days.ts';
import { exampleFlows, exampleLinks, exampleManyLinks } from '../example-links.ts';
import { exampleSpread } from '../example-spread.ts';
import { exampleCounts, exampleCountsWithin, exampleWithin } from '../example-within.ts';
import type { FlowInput } from '../flow-input.ts';
import { examplePairs } from '../example.ts';
import { textWidth, wrapText } from '../text-width.ts';
import { layCalendar } from './calendar-layout.ts';
import { shadeSteps } from './calendar.ts';
import { layDistribution } from './distribution-layout.ts';
import { layDumbbell } from './dumbbell-layout.ts';
import { layFlows } from './flows-layout.ts';
import { layMultiples } from './multiples-layout.ts';
import { layNetwork } from './network-layout.ts';
import { layStacked } from './stacked-layout.ts';

const frame: Frame = { width: 640, theme: 'light', most: 16, active: null };
const widths = [320, 390, 640, 1100];

describe('small plots', () => {
  it('have one scale together, or each the smallest that holds its own values', () => {
    const scales = (input: typeof exampleWithin) =>
      layMultiples(input, frame).plots.map(({ scale }) => scale.max);
    expect(new Set(scales(exampleWithin)).size).toBe(1);
    const [first = 0, second = 0] = scales({ ...exampleWithin, scales: 'own' });
    expect(first).toBe(scales(exampleWithin)[0]);
    expect(second).toBeLessThan(first);
  });

  it('keep their labels inside the picture and off each other', () => {
    for (const width of widths) {
      for (const { ends, labelX } of layMultiples(exampleWithin, { ...frame, width }).plots) {
        const sorted = [...ends].sort((a, b) => a.centre - b.centre);
        sorted.forEach(({ text, centre }, i) => {
          expect(labelX + textWidth(text, 11, true)).toBeLessThanOrEqual(width + 1);
          const next = sorted[i + 1];
          if (next) expect(next.centre - centre).toBeGreaterThanOrEqual(14.9);
        });
      }
    }
  });
});

describe('layers', () => {
  it('lie on each other up to the sum of the parts, and of shares to the whole', () => {
    const tops = (stacking: 'amounts' | 'shares') =>
      layStacked({ ...exampleCounts, stacking }, frame)
        .plots[0]?.layers.at(-1)
        ?.spans.map((span) => span?.[1] ?? null);
    expect(tops('amounts')).toEqual([730, 730, 820, null, 850, 938, 1010, 900]);
    for (const top of tops('shares') ?? []) if (top !== null) expect(top).toBeCloseTo(1, 12);
  });

  it('fold the smallest parts into one without losing any of them', () => {
    const { plots } = layStacked(exampleCountsWithin, frame);
    expect(plots).toHaveLength(2);
    plots.forEach(({ layers }, plot) => {
      expect(layers).toHaveLength(8);
      const own = exampleCountsWithin.series.slice(plot * 9, plot * 9 + 9);
      exampleCountsWithin.periods.forEach((_, period) => {
        const sum = own.reduce((total, { points }) => {
          const outcome = points[period]?.outcome;
          return total + (outcome?.kind === 'estimate' ? outcome.value : 0);
        }, 0);
        expect(layers.at(-1)?.spans[period]?.[1]).toBeCloseTo(sum, 9);
      });
    });
  });
});

describe('two dots', () => {
  it('go from the largest rise to the largest fall and end with what has no number', () => {
    const { rows } = layDumbbell(examplePairs, frame);
    const changes = rows.map(({ point }) => point?.change?.value ?? null);
    const known = changes.filter((change) => change !== null);
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(changes.indexOf(null)).toBe(known.length);
  });
});

const anyFlow: fc.Arbitrary<FlowInput> = fc
  .array(fc.nat({ max: 400 }), { minLength: 9, maxLength: 9 })
  .map((counts) => ({
    ...exampleFlows,
    links: counts.map((x, i) => ({
      origin: Math.floor(i / 3),
      destination: i % 3,
      outcome: { kind: 'estimate', value: 0.5, x, n: 1200, lower: null, upper: null } as const,
    })),
  }));

describe('bands', () => {
  it('are as wide as their pupils, and fill the bars at both sides without overlapping', () => {
    fc.assert(
      fc.property(anyFlow, fc.constantFrom(...widths), (input, width) => {
        const { bands, origins, destinations, height } = layFlows(input, { ...frame, width });
        const perPupil = bands.map(({ size, pupils }) => size / pupils);
        for (const one of perPupil) expect(one).toBeCloseTo(perPupil[0] ?? 0, 9);
        for (const [side, bars] of [
          ['startY', origins],
          ['endY', destinations],
        ] as const) {
          for (const { index, box } of bars) {
            const own = bands
              .filter(({ link }) => (side === 'startY' ? Math.floor(link / 3) : link % 3) === index)
              .sort((a, b) => a[side] - b[side]);
            let y = box.y;
            for (const band of own) {
              expect(band[side]).toBeCloseTo(y, 6);
              y += band.size;
            }
            if (own.length > 0 && box.height > 3) expect(y).toBeCloseTo(box.y + box.height, 6);
            expect(box.y + box.height).toBeLessThanOrEqual(height);
          }
        }
      }),
    );
  });
});

describe('links', () => {
  it('show at most sixty nodes however much is asked for, and say how many are left', () => {
    const { partners, others, unshown } = layNetwork(exampleManyLinks, {
      ...frame,
      most: Infinity,
    });
    expect(partners.length + others.length).toBe(60);
    expect(partners.length + unshown).toBe(70);
    expect(layNetwork(exampleManyLinks, frame).partners).toHaveLength(16);
  });

  it('stand in the same place whatever the order in which they come', () => {
    const turned = { ...exampleLinks, links: [...exampleLinks.links].reverse() };
    const places = (input: typeof exampleLinks) =>
      layNetwork(input, frame).partners.map(({ index, y }) => [index, y]);
    expect(places(turned)).toEqual(places(exampleLinks));
  });
});

const upTo = (n: number): DistributionGroup => ({
  id: 'g',
  label: 'g',
  tone: { hue: 'neutral', step: 0 },
  values: Array.from({ length: n }, (_, i) => ({ value: i + 1, pupils: 1 })),
});

describe('spread', () => {
  it('has the quartiles of R type 7, and no box under ten pupils', () => {
    // R: quantile(1:10) → 1.00 3.25 5.50 7.75 10.00
    expect(boxOf(upTo(10))).toEqual({
      least: 1,
      first: 3.25,
      median: 5.5,
      third: 7.75,
      largest: 10,
    });
    expect(boxOf(upTo(9))).toBeNull();
  });

  it('loses no pupil in its stacks, and names no one', () => {
    for (const width of widths) {
      for (const { group, pupils, stacks } of layDistribution(exampleSpread, { ...frame, width })
        .rows) {
        expect(
          stacks.reduce((sum, one) => sum + one.pupils, 0),
          String(group),
        ).toBe(pupils);
      }
    }
  });
});

describe('calendar', () => {
  it('holds every day of a year once, at any width', () => {
    for (const width of widths) {
      const { rows } = layCalendar(exampleDays, { ...frame, width, most: Infinity });
      const days = rows.flat().map(({ date }) => date);
      expect(new Set(days).size).toBe(days.length);
      const events = rows.flat().reduce((sum, { day }) => sum + (day?.events ?? 0), 0);
      const known = exampleDays.years
        .flatMap((year) => year.days)
        .reduce((sum, day) => sum + day.events, 0);
      expect(events).toBe(known);
    }
  });

  it('steps its shades up to the fullest day', () => {
    expect(shadeSteps(0)).toEqual([1]);
    expect(shadeSteps(1)).toEqual([1]);
    expect(shadeSteps(3)).toEqual([1, 3]);
    expect(shadeSteps(40)).toEqual([1, 3, 7, 15, 40]);
  });
});

describe('names in two lines', () => {
  it('break at a hyphen or a space and keep to their width', () => {
    expect(wrapText('художественно-литературное', 130, 12)).toEqual([
      'художественно-',
      'литературное',
    ]);
    expect(wrapText('практическое', 130, 12)).toEqual(['практическое']);
    for (const line of wrapText('культурно-просветительское направление', 110, 12)) {
      expect(textWidth(line, 12)).toBeLessThanOrEqual(110);
    }
  });
});
