import { describe, expect, it } from 'vitest';
import { seeded, xoshiro128 } from './seeded.ts';

describe('xoshiro128', () => {
  it('gives the words of the reference implementation', () => {
    const next = xoshiro128([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]);
    expect([next(), next(), next(), next()]).toEqual([
      0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70,
    ]);
    const small = xoshiro128([1, 2, 3, 4]);
    expect([small(), small(), small(), small()]).toEqual([11520, 0, 5927040, 70819200]);
  });
});

describe('seeded', () => {
  it('repeats itself for a seed, and differs for its neighbour', () => {
    const take = (seed: number) => Array.from({ length: 5 }, seeded(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(take(0).every((u) => u >= 0 && u < 1)).toBe(true);
  });

  it('fills sixteen bins evenly: χ² within its 99.9 % range', () => {
    const bins = new Array<number>(16).fill(0);
    const random = seeded(2024);
    const draws = 160_000;
    for (let i = 0; i < draws; i += 1) {
      const bin = Math.floor(random() * 16);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const expected = draws / 16;
    const chi2 = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chi2).toBeLessThan(37.7);
    expect(chi2).toBeGreaterThan(3.48);
  });
});
