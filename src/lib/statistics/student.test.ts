import { expect, it } from 'vitest';
import { studentReach, studentTwoSided } from './student.ts';

it.each([
  [12.706205, 1],
  [2.776445, 4],
  [2.228139, 10],
  [1.983972, 100],
])('tables of t: the 5 per cent point %d of %i degrees of freedom', (t, freedom) => {
  expect(studentTwoSided(t, freedom)).toBeCloseTo(0.05, 6);
  expect(studentTwoSided(-t, freedom)).toBeCloseTo(0.05, 6);
  expect(studentReach(0.95, freedom)).toBeCloseTo(t, 5);
});

it('keeps the digits of thin tails: with one degree of freedom p is 1 − 2·atan(t)/π', () => {
  expect(studentTwoSided(1e6, 1) / ((2 / Math.PI) * Math.atan(1e-6))).toBeCloseTo(1, 12);
  expect(studentTwoSided(0, 7)).toBe(1);
});
