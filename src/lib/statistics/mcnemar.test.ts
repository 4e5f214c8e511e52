import { expect, it } from 'vitest';
import { mcnemarExactP, mcnemarMidP } from './mcnemar.ts';

it('airway hyper-responsiveness, 6 against 16 (Fagerland, Lydersen & Laake 2013)', () => {
  expect(mcnemarMidP(6, 16)).toBeCloseTo(0.0346896648, 9);
  expect(mcnemarMidP(16, 6)).toBeCloseTo(0.0346896648, 9);
  expect(mcnemarExactP(6, 16)).toBeCloseTo(0.0524787903, 9);
});

it('is 1 where nobody or equally many changed', () => {
  expect(mcnemarMidP(0, 0)).toBe(1);
  expect(mcnemarExactP(0, 0)).toBe(1);
  expect(mcnemarMidP(4, 4)).toBeCloseTo(1, 12);
});

it('says nothing of what is no table of counts', () => {
  expect(mcnemarMidP(-1, 3)).toBeNull();
  expect(mcnemarMidP(NaN, 3)).toBeNull();
  expect(mcnemarExactP(2, Infinity)).toBeNull();
});
