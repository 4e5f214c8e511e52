import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall } from './mann-kendall.ts';
import { senSlope } from './sen-slope.ts';

const sulfate = {
  x: [
    89.6, 89.8, 90.1, 90.3, 90.6, 90.8, 91.1, 91.3, 91.6, 91.8, 92.1, 92.6, 93.1, 93.6, 94.1, 94.6,
    95.1, 95.6, 95.8, 96.1, 96.3, 96.6, 96.8,
  ],
  y: [
    480, 450, 490, 520, 485, 510, 510, 530, 510, 560, 560, 540, 590, 550, 600, 700, 570, 610, 650,
    620, 830, 720, 590,
  ],
};
const hand = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11, 17.3, 15.9, 19, 18.3, 20.1, 21.7];
const inOrder = (values: readonly number[]) => values.map((y, x) => ({ x, y }));

describe('mannKendall', () => {
  it('fourteen values with one tie, worked by hand (Little)', () => {
    const test = mannKendall(hand);
    expect(test).toMatchObject({ s: 54, exact: false });
    expect(test?.variance).toBeCloseTo(332.666666667, 9);
    expect(test?.z).toBeCloseTo(2.905836846, 9);
    expect(test?.p).toBeCloseTo(0.00366272376288, 12);
  });

  it('sulfate, EPA 2009, example 17-6', () => {
    const test = mannKendall(sulfate.y);
    expect(test).toMatchObject({ s: 194, variance: 1428 });
    expect(test?.z).toBeCloseTo(5.10732159684, 10);
    expect((test?.p ?? 0) / 3.26757357072e-7).toBeCloseTo(1, 9);
    expect(test?.tau).toBeCloseTo(0.7667984, 7);
  });

  it('six values with a tie use the normal approximation', () => {
    const test = mannKendall([435, 559, 559, 590, 526, 575]);
    expect(test).toMatchObject({ s: 6, exact: false });
    expect(test?.p).toBeCloseTo(0.338887825854, 11);
  });

  it('has the exact p with ties as well: the share of all orders that lie as far from 0', () => {
    for (const series of [
      [435, 559, 559, 590, 526, 575],
      [1, 1, 2, 2, 3, 3],
      [2, 2, 2, 1],
      [1, 1, 1, 5, 2],
    ]) {
      const own = mannKendall(series);
      const orders = permutations(series).map((order) => mannKendall(order)?.s ?? NaN);
      const far = orders.filter((s) => Math.abs(s) >= Math.abs(own?.s ?? NaN)).length;
      expect(own?.exactP).toBeCloseTo(far / orders.length, 12);
    }
    expect(mannKendall([3, 3, 3, 3, 3])?.exactP).toBe(1);
    expect(mannKendall(sulfate.y)?.exactP).toBeNull();
  });

  it.each([
    [[1, 2, 3], 2 / 6],
    [[1, 2, 3, 4], 2 / 24],
    [[1, 2, 4, 3], 2 / 6],
    [[1, 2, 3, 4, 5], 2 / 120],
    [[1, 2, 3, 5, 4], 0.041666666666666664 * 2],
    [[2, 1, 3, 5, 4], 0.11666666666666667 * 2],
  ])('exact p of %j (Gilbert 1987, table A18)', (series, p) => {
    const test = mannKendall(series);
    expect(test?.exact).toBe(true);
    expect(test?.p).toBeCloseTo(p, 12);
  });

  it('the exact distribution counts every order of six values', () => {
    const orders = permutations([1, 2, 3, 4, 5, 6]).map((order) => mannKendall(order));
    const strong = orders.filter((test) => Math.abs(test?.s ?? 0) >= 11).length;
    expect(orders.find((test) => test?.s === 11)?.p).toBeCloseTo(strong / 720, 12);
  });

  it('a constant series has no trend; one value and a hole have no test', () => {
    expect(mannKendall([3, 3, 3, 3])).toMatchObject({ s: 0, z: 0, p: 1, tau: 0 });
    expect(mannKendall([3])).toBeNull();
    expect(mannKendall([1, NaN, 3])).toBeNull();
  });

  it('turns its sign and keeps its p when time runs backwards', () => {
    const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(values, (series) => {
        const there = mannKendall(series);
        const back = mannKendall(series.toReversed());
        expect((there?.s ?? NaN) + (back?.s ?? NaN)).toBe(0);
        expect(there?.p).toBe(back?.p);
        expect(there?.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('senSlope', () => {
  it('sulfate with its published interval', () => {
    const slope = senSlope(sulfate.x.map((x, i) => ({ x, y: sulfate.y[i] ?? NaN })));
    expect(slope?.slope).toBeCloseTo(26.6666666667, 9);
    expect(slope?.lower).toBeCloseTo(20, 5);
    expect(slope?.upper).toBeCloseTo(35.71182403, 5);
  });

  it('medians of the golden series', () => {
    expect(senSlope(inOrder(hand))?.slope).toBeCloseTo(0.566666666667, 11);
    expect(senSlope(inOrder([435, 559, 559, 590, 526, 575]))?.slope).toBeCloseTo(15.5, 12);
  });

  it('three points cannot set a limit; one point has no slope', () => {
    expect(senSlope(inOrder([1, 2, 4]))).toEqual({ slope: 1.5, lower: null, upper: null });
    expect(senSlope(inOrder([1]))).toBeNull();
  });

  it('finds the slope of a straight line whatever its scale', () => {
    const line = fc.record({
      a: fc.integer({ min: -50, max: 50 }),
      n: fc.integer({ min: 2, max: 20 }),
    });
    fc.assert(
      fc.property(line, ({ a, n }) => {
        const points = Array.from({ length: n }, (_, x) => ({ x, y: a * x + 7 }));
        expect(senSlope(points)?.slope).toBeCloseTo(a, 12);
      }),
    );
  });
});

function permutations(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) =>
    permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]),
  );
}
