import { expect, it } from 'vitest';
import { smallSampleFactor } from './small-sample.ts';

it.each([
  [2, 0.5641895835],
  [3, 0.7236012546],
  [4, 0.7978845608],
  [9, 0.9138748918],
  [18, 0.957646427],
  [28, 0.9729321151],
  [49, 0.9846021772],
  [98, 0.9923240874],
])('exact factor of %i degrees of freedom', (freedom, j) => {
  expect(smallSampleFactor(freedom)).toBeCloseTo(j, 10);
});

it('is near its approximation, and with many degrees of freedom the same', () => {
  expect(smallSampleFactor(98, 'approximate')).toBeCloseTo(0.992327365729, 12);
  const steps = [1e5 - 1, 1e5, 1e5 + 1].map((freedom) => smallSampleFactor(freedom));
  expect(steps[0]).toBeCloseTo(smallSampleFactor(1e5 - 1, 'approximate') ?? NaN, 11);
  expect(steps[1]).toBeCloseTo(steps[2] ?? NaN, 9);
});

it('is nothing under two, or for what is no whole number', () => {
  expect(smallSampleFactor(1)).toBeNull();
  expect(smallSampleFactor(2.5)).toBeNull();
  expect(smallSampleFactor(NaN)).toBeNull();
});
