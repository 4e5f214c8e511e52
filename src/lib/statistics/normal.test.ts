import { expect, it } from 'vitest';
import { z95 } from './interval.ts';
import { normalTwoSided, normalUpperTail } from './normal.ts';

it.each([
  [0, 0.5],
  [1, 0.15865525393145707],
  [2, 0.022750131948179195],
  [2.999999, 0.0013499024634851552],
  [3, 0.0013498980316300933],
  [5, 2.866515718791933e-7],
  [8, 6.220960574271785e-16],
])('tail beyond %d', (z, tail) => {
  expect(normalUpperTail(z) / tail).toBeCloseTo(1, 10);
  expect(normalUpperTail(-z)).toBeCloseTo(1 - tail, 14);
});

it('two-sided 95 % is 5 %', () => {
  expect(normalTwoSided(-z95)).toBeCloseTo(0.05, 14);
  expect(normalTwoSided(0)).toBe(1);
});
