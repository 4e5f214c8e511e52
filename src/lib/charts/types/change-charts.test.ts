import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelP } from '#lib/statistics/funnel.ts';
import type { ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import type { ContributionInput } from '../contribution-input.ts';
import { example, exampleClasses, examplePairs } from '../example.ts';
import { exampleContribution, exampleIndex } from '../example-parts.ts';
import { textWidth } from '../text-width.ts';
import { layCohort } from './cohort-layout.ts';
import { funnelGroups, isOutside } from './funnel-groups.ts';
import { layFunnel } from './funnel-layout.ts';
import { layParts } from './parts-layout.ts';
import { laySlope } from './slope-layout.ts';
import { foldGroups, layWaterfall } from './waterfall-layout.ts';

const frame: Frame = { width: 640, theme: 'light', most: 16, active: null };
const widths = [320, 390, 640, 1100];

describe('slope', () => {
  it('keeps the labels of both ends off each other, however many there are', () => {
    const series = Array.from({ length: 4 }, () => examplePairs.series).flat();
    for (const width of widths) {
      const { lines, height } = laySlope({ ...examplePairs, series }, { ...frame, width });
      for (const side of ['left', 'right'] as const) {
        const labels = lines.flatMap((line) => line[side] ?? []);
        labels.sort((a, b) => a.centre - b.centre);
        labels.forEach((label, i) => {
          const next = labels[i + 1];
          if (!next) return;
          const needed = 7 * (label.lines.length + next.lines.length);
          expect(next.centre - label.centre).toBeGreaterThanOrEqual(needed);
        });
        expect(labels.at(-1)?.centre).toBeLessThan(height);
      }
    }
  });
});

describe('funnel', () => {
  it('calls outside exactly those whom chance puts there less than once in five hundred times', () => {
    const { overall, groups } = funnelGroups(exampleClasses);
    expect(overall).toBeCloseTo(169 / 386, 12);
    for (const group of groups) {
      const p = funnelP({ x: Math.round(group.share * group.n), n: group.n }, overall) ?? 1;
      expect(isOutside(group), String(group.n)).toBe(p < 0.002);
    }
  });

  it('names those outside and nobody else, in a place of their own', () => {
    for (const width of widths) {
      const { labels } = layFunnel(exampleClasses, { ...frame, width });
      const names = labels.map(({ group }) => exampleClasses.series[group.series]?.label);
      expect(names.sort()).toEqual(['10 «А»', '8 «Б»']);
    }
  });

  it('says why there is none of means, and none of one group', () => {
    const means: ChartInput = {
      ...exampleClasses,
      series: exampleClasses.series.map((one) => ({
        ...one,
        points: one.points.map((point) =>
          point.outcome.kind === 'estimate'
            ? { ...point, outcome: { ...point.outcome, x: null, value: 3.5 } }
            : point,
        ),
      })),
    };
    expect(funnelGroups(means).problem).toBe('notShare');
    const single = { ...exampleClasses, series: exampleClasses.series.slice(0, 1) };
    expect(funnelGroups(single).problem).toBe('single');
  });
});

describe('pairs', () => {
  it('stand in the order given, with the interval laid off from the value before', () => {
    const { rows, x } = layCohort(examplePairs, frame);
    expect(rows.map(({ series }) => series)).toEqual(examplePairs.series.map((_, i) => i));
    const [first] = rows;
    const point = examplePairs.series[0]?.points[0];
    if (point?.before?.kind !== 'estimate' || !point.change) throw new Error('no pair');
    expect(first?.before).toBe(x(point.before.value));
    expect(first?.reach?.[0]).toBeCloseTo(x(point.before.value + (point.change.lower ?? 0)), 9);
  });

  it('are no more than the frame allows', () => {
    expect(layCohort(examplePairs, { ...frame, most: 4 }).rows).toHaveLength(4);
  });

  it('have no reach where there is nothing before', () => {
    const input = { ...example, series: example.series.map((one) => ({ ...one, points: [] })) };
    expect(layCohort(input, frame).rows.every(({ reach }) => reach === null)).toBe(true);
  });
});

const effect = fc.double({ min: -0.2, max: 0.2, noNaN: true });
const anyContribution: fc.Arbitrary<ContributionInput> = fc
  .array(fc.tuple(effect, effect), { minLength: 1, maxLength: 30 })
  .map((effects) => {
    const groups = effects.map(([rate, mix], i) => ({
      id: `g${i}`,
      label: `Группа ${i}`,
      rate,
      mix,
      n1: 20,
      n2: 20,
      r1: 0.5,
      r2: 0.5,
      absent: null,
    }));
    const change = effects.reduce((sum, [rate, mix]) => sum + rate + mix, 0);
    const after = { label: 'после', value: 0.5 + change };
    return { ...exampleContribution, before: { label: 'до', value: 0.5 }, after, groups };
  });

describe('waterfall', () => {
  it('loses nothing on its way: each step begins where the last ended, and the end is the change', () => {
    fc.assert(
      fc.property(anyContribution, fc.constantFrom(16, Infinity), (input, most) => {
        const { steps } = layWaterfall(input, { ...frame, most });
        const way = steps.slice(1, -1);
        way.forEach((step, i) => expect(step.from).toBe(i === 0 ? 0 : way[i - 1]?.to));
        const last = steps.at(-1);
        expect(way.at(-1)?.to).toBeCloseTo(last?.to ?? NaN, 9);
        expect(last?.to).toBeCloseTo(input.after.value - input.before.value, 12);
      }),
    );
  });

  it('folds only small groups, never a single one, and names every group once', () => {
    fc.assert(
      fc.property(anyContribution, ({ groups }) => {
        const { alone, folded } = foldGroups(groups, 16);
        expect(folded.length).not.toBe(1);
        expect(alone.length).toBeLessThanOrEqual(folded.length === 0 ? 11 : 10);
        expect([...alone, ...folded].map(({ id }) => id).sort()).toEqual(
          groups.map(({ id }) => id).sort(),
        );
        const largestFolded = Math.max(0, ...folded.map(({ rate }) => Math.abs(rate)));
        for (const { rate } of alone) {
          if (folded.length > 0) expect(Math.abs(rate)).toBeGreaterThanOrEqual(largestFolded);
        }
        expect(foldGroups(groups, Infinity).folded).toEqual([]);
      }),
    );
  });
});

describe('parts of an index', () => {
  it('lie one after another and end at their sum', () => {
    const { rows, x } = layParts(exampleIndex, frame);
    for (const { bar, segments } of rows) {
      segments.forEach(({ box }, i) => {
        const previous = segments[i - 1]?.box;
        expect(box.x).toBeCloseTo(previous ? previous.x + previous.width : x(0), 9);
      });
      const last = segments.at(-1)?.box;
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(x(bar.total), 9);
    }
  });

  it('are named once, by words that no other stem and no other name crosses', () => {
    for (const width of widths) {
      const { rows } = layParts(exampleIndex, { ...frame, width });
      const names = rows.flatMap(({ callouts }) => callouts.map(({ order }) => order));
      expect(names.sort()).toEqual([0, 1, 2, 3, 4, 5]);
      for (const { callouts } of rows) {
        for (const one of callouts) {
          const size = textWidth(one.text, 11);
          const [from, to] = one.align === 'left' ? [one.x, one.x + size] : [one.x - size, one.x];
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(width + 4);
          for (const other of callouts) {
            const rises = other.y < one.y;
            if (rises) expect(other.stem < from || other.stem > to, one.text).toBe(true);
          }
        }
      }
    }
  });
});
