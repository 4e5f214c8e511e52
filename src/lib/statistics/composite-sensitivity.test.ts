import { describe, expect, it } from 'vitest';
import { compositeSensitivity, dropOneEffects } from './composite-sensitivity.ts';
import type { CompositeVariants } from './composite-uncertainty.ts';

const variants: CompositeVariants = {
  scores: [
    [
      [90, 50, 50],
      [50, 50, 50],
      [40, null, null],
    ],
  ],
  weights: [1, 1, 1],
  methods: ['arithmetic'],
  concentration: 30,
  dropsOne: false,
};

describe('compositeSensitivity', () => {
  it('lays the uncertainty at the weight of the part that stands out', () => {
    const found = compositeSensitivity(variants, 0);
    const [first, second, third] = found?.weights ?? [];
    expect(first?.first).toBeGreaterThan(0.5);
    expect(first?.first).toBeGreaterThan(second?.first ?? NaN);
    expect(first?.total).toBeGreaterThan(third?.total ?? NaN);
    expect(found).toMatchObject({
      normalisation: { first: 0, total: 0 },
      method: { first: 0, total: 0 },
      dropped: { first: 0, total: 0 },
    });
  });

  it('lays it at the mean or the part left out where only those vary', () => {
    const fixed: CompositeVariants = { ...variants, concentration: 1e12 };
    const byMethod = compositeSensitivity({ ...fixed, methods: ['arithmetic', 'geometric'] }, 0);
    expect(byMethod?.method.first).toBeCloseTo(1, 1);
    const byPart = compositeSensitivity({ ...fixed, dropsOne: true }, 0);
    expect(byPart?.dropped.first).toBeCloseTo(1, 1);
  });

  it('of a distance between cells is nothing where they are the same', () => {
    expect(compositeSensitivity(variants, 0, 0)).toBeNull();
    expect(compositeSensitivity(variants, 0, 1)?.weights[0]?.first).toBeGreaterThan(0.5);
  });

  it('is nothing where a cell has no index, or does not vary', () => {
    expect(compositeSensitivity(variants, 2)).toBeNull();
    expect(compositeSensitivity(variants, 0, 2)).toBeNull();
    expect(compositeSensitivity(variants, 1)).toBeNull();
    expect(compositeSensitivity(variants, 9)).toBeNull();
    expect(compositeSensitivity({ ...variants, weights: [0, 0, 0] }, 0)).toBeNull();
  });
});

describe('dropOneEffects', () => {
  it('is how far the index moves without each part', () => {
    expect(dropOneEffects([40, 60, 80], [1, 2, 1], 'arithmetic')).toEqual([
      expect.closeTo(20 / 3, 12),
      0,
      expect.closeTo(20 / 3, 12),
    ]);
  });

  it('says nothing of a part that is missing or weighs nothing, or of the only one', () => {
    expect(dropOneEffects([40, null, 80], [1, 1, 0], 'arithmetic')).toEqual([null, null, null]);
    expect(dropOneEffects([], [], 'arithmetic')).toEqual([]);
  });
});
