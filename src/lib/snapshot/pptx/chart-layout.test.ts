import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NativeChart } from '../document.ts';
import { endOf, reachesOf } from './chart-intervals.ts';
import { spreadEnds } from './chart-layout.ts';
import { scaleOf } from './chart-scale.ts';

const size = 14;
const room = { height: 4, tall: 0.8 };
const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);

function lines(last: readonly (number | null)[]): NativeChart {
  return {
    kind: 'line',
    categories: ['I', 'II'],
    series: last.map((value, at) => ({
      name: `Блок ${at}`,
      values: [50, value],
      colour: '#004c48',
      dash: 'solid',
    })),
    unit: '%',
    decimals: 1,
  };
}

test('values at the ends of lines never lie on each other, keep their order and stay within the plot', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), (last) => {
      const chart = lines(last);
      const scale = scaleOf(chart);
      const moved = spreadEnds(chart, { scale, height: room.height }, room.tall, size);
      expect(moved).toHaveLength(last.length);
      const own = last.map((value) => ((value - scale.min) / (scale.max - scale.min)) * room.tall);
      const shown = own.map((at, index) => ({ at, is: at + (moved?.[index] ?? NaN) }));
      const inOrder = shown.toSorted((a, b) => a.is - b.is);
      const line = (size * 1.3) / 72 / room.height;
      inOrder.forEach(({ at, is }, index) => {
        const below = inOrder[index - 1];
        if (below) expect(is - below.is).toBeGreaterThan(line - 1e-9);
        if (below) expect(at).toBeGreaterThanOrEqual(below.at - 1e-9);
        expect(is).toBeGreaterThan(-line - 1e-9);
        expect(is).toBeLessThan(room.tall + line + 1e-9);
      });
    }),
  );
});

test('more lines than the plot has room for get no values at their ends', () => {
  const chart = lines(Array.from({ length: 12 }, (_, at) => at));
  expect(spreadEnds(chart, { scale: scaleOf(chart), height: 2 }, room.tall, size)).toBeNull();
});

test('whiskers end at the ends that are told, and the axis holds them', () => {
  const cell = fc.tuple(share, share, share).map(([value, down, up]) => ({ value, down, up }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      const told = cells.map(({ value, down, up }) => {
        return [Number((value - down).toFixed(1)), Number((value + up).toFixed(1))] as const;
      });
      const [one] = lines([0]).series;
      if (!one) throw new Error('no series');
      const series = { ...one, values: cells.map(({ value }) => value), ends: told };
      const chart = { ...lines([]), series: [series], categories: cells.map(() => '') };
      const reaches = reachesOf(series, chart);
      const scale = scaleOf({ ...chart, unit: '' });
      cells.forEach(({ value }, at) => {
        expect(value - (reaches?.down[at] ?? NaN)).toBeCloseTo(told[at]?.[0] ?? NaN, 6);
        expect(value + (reaches?.up[at] ?? NaN)).toBeCloseTo(told[at]?.[1] ?? NaN, 6);
        expect(endOf(series, at, 0)).toBeGreaterThanOrEqual(scale.min - 1e-9);
        expect(endOf(series, at, 1)).toBeLessThanOrEqual(scale.max + 1e-9);
      });
    }),
  );
});
