import { describe, expect, it } from 'vitest';
import { sobolIndices } from './sobol.ts';
import type { RandomStream } from './seeded.ts';

const angle = (random: RandomStream): number => Math.PI * (2 * random() - 1);

describe('sobolIndices', () => {
  it('Ishigami’s function (Ishigami & Homma 1990; a = 7, b = 0.1)', () => {
    const model = ([x = 0, y = 0, z = 0]: readonly number[]): number =>
      Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
    const found = sobolIndices(model, [angle, angle, angle], { draws: 20_000 });
    const published = [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ];
    published.forEach(([first = NaN, total = NaN], factor) => {
      expect(Math.abs((found?.[factor]?.first ?? NaN) - first)).toBeLessThan(0.03);
      expect(Math.abs((found?.[factor]?.total ?? NaN) - total)).toBeLessThan(0.03);
    });
  });

  it('of a sum are the shares of the variances, and of an idle factor nothing at all', () => {
    const uniform = (random: RandomStream): number => random();
    const model = ([x = 0, y = 0]: readonly number[]): number => 3 * x + y;
    const found = sobolIndices(model, [uniform, uniform, uniform], { draws: 20_000 });
    expect(Math.abs((found?.[0]?.first ?? NaN) - 0.9)).toBeLessThan(0.03);
    expect(Math.abs((found?.[1]?.total ?? NaN) - 0.1)).toBeLessThan(0.03);
    expect(found?.[2]).toEqual({ first: 0, total: 0 });
  });

  it('is nothing where the model does not vary or gives no number', () => {
    const uniform = (random: RandomStream): number => random();
    expect(sobolIndices(() => 4, [uniform])).toBeNull();
    expect(sobolIndices(() => NaN, [uniform])).toBeNull();
    expect(sobolIndices(() => 1, [])).toBeNull();
  });
});
