import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

describe('benjaminiHochberg', () => {
  it('example of Benjamini & Hochberg 1995, in any order', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const q = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645, 0.0765,
      0.486, 0.5811818181818, 0.714875, 0.7532307692308, 0.8132142857143, 1,
    ];
    benjaminiHochberg(p).forEach((value, i) => expect(value).toBeCloseTo(q[i] ?? NaN, 12));
    benjaminiHochberg(p.toReversed()).forEach((value, i) =>
      expect(value).toBeCloseTo(q.toReversed()[i] ?? NaN, 12),
    );
  });

  it('leaves a single p value alone and an empty family empty', () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it('takes what is no p value for 1, which still counts as a comparison', () => {
    expect(benjaminiHochberg([0.01, NaN, 7, -1])).toEqual([0.04, 1, 1, 1]);
  });

  it('never falls below p nor rises above 1, and keeps the order of the p values', () => {
    const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(family, (p) => {
        const q = benjaminiHochberg(p);
        const sorted = p.map((value, i) => ({ value, q: q[i] ?? NaN }));
        sorted.sort((a, b) => a.value - b.value);
        sorted.forEach((entry, i) => {
          expect(entry.q).toBeGreaterThanOrEqual(entry.value);
          expect(entry.q).toBeLessThanOrEqual(1);
          expect(entry.q).toBeGreaterThanOrEqual(sorted[i - 1]?.q ?? 0);
        });
      }),
    );
  });
});
