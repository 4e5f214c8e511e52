import { describe, expect, it } from 'vitest';
import { drawDirichlet, drawGamma, drawNormal } from './dirichlet.ts';
import { meanOf, varianceOf } from './moments.ts';
import { seeded } from './seeded.ts';

const draws = 40_000;

describe('drawNormal', () => {
  it('has mean 0, variance 1 and 5 % beyond ±1.96', () => {
    const random = seeded(5);
    const values = Array.from({ length: draws }, () => drawNormal(random));
    expect(meanOf(values)).toBeCloseTo(0, 1);
    expect(varianceOf(values)).toBeCloseTo(1, 1);
    const far = values.filter((value) => Math.abs(value) > 1.96).length / draws;
    expect(Math.abs(far - 0.05)).toBeLessThan(0.005);
  });
});

describe('drawGamma', () => {
  it.each([0.3, 1, 2.5, 40])('has mean and variance equal to its shape: %d', (shape) => {
    const random = seeded(11);
    const values = Array.from({ length: draws }, () => drawGamma(shape, random));
    expect(meanOf(values) / shape).toBeCloseTo(1, 1);
    expect(Math.abs(varianceOf(values) / shape - 1)).toBeLessThan(0.06);
  });
});

describe('drawDirichlet', () => {
  it('has the weights for its mean and w(1 − w)/(concentration + 1) for its variance', () => {
    const random = seeded(3);
    const weights = [1, 2, 5];
    const rows = Array.from({ length: draws }, () => drawDirichlet(weights, 20, random) ?? []);
    weights.forEach((weight, part) => {
      const share = weight / 8;
      const values = rows.map((row) => row[part] ?? NaN);
      expect(Math.abs(meanOf(values) - share)).toBeLessThan(0.005);
      expect(varianceOf(values) / ((share * (1 - share)) / 21)).toBeCloseTo(1, 1);
    });
    for (const row of rows.slice(0, 100)) {
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('leaves a weight of nothing at nothing, and refuses what is no weights', () => {
    const random = seeded(1);
    expect(drawDirichlet([0, 3], 10, random)).toEqual([0, 1]);
    expect(drawDirichlet([0, 0], 10, random)).toBeNull();
    expect(drawDirichlet([], 10, random)).toBeNull();
    expect(drawDirichlet([-1, 3], 10, random)).toBeNull();
    expect(drawDirichlet([1, NaN], 10, random)).toBeNull();
    expect(drawDirichlet([1, 1], 0, random)).toBeNull();
  });
});
