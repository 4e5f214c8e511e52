import { describe, expect, it } from 'vitest';
import {
  drawComposites,
  probabilityAbove,
  rangeOf,
  reversalProbability,
  type CompositeVariants,
} from './composite-uncertainty.ts';

const variants: CompositeVariants = {
  scores: [
    [
      [40, 60, 80],
      [45, 70, 85],
      [80, 20, 60],
      [50, null, null],
    ],
  ],
  weights: [1, 2, 1],
  methods: ['arithmetic'],
  concentration: 40,
  dropsOne: false,
};

describe('drawComposites', () => {
  it('repeats itself for a seed and changes with it', () => {
    expect(drawComposites(variants, { seed: 3 })).toEqual(drawComposites(variants, { seed: 3 }));
    const other = drawComposites(variants, { seed: 4 });
    expect(other?.draws[0]).not.toEqual(drawComposites(variants, { seed: 3 })?.draws[0]);
  });

  it('has the index as it stands, and none where too little weight is present', () => {
    const drawn = drawComposites(variants);
    expect(drawn?.nominal).toEqual([60, 61.25 + 6.25, 45, null]);
    expect(drawn?.draws[3]?.every(Number.isNaN)).toBe(true);
    expect(drawn && rangeOf(drawn.draws[3] ?? new Float64Array())).toBeNull();
  });

  it('over weights alone has the Dirichlet’s mean and variance', () => {
    const draws = drawComposites(variants, { draws: 20_000 })?.draws[0] ?? new Float64Array();
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
    // V(Σw·u) = (Σŵu² − (Σŵu)²)/(concentration + 1) = (3800 − 3600)/41.
    expect(Math.abs(mean - 60)).toBeLessThan(0.06);
    expect(variance / (200 / 41)).toBeCloseTo(1, 1);
  });

  it('over means alone takes each as often as another', () => {
    const both: CompositeVariants = {
      ...variants,
      methods: ['arithmetic', 'geometric'],
      concentration: 1e12,
    };
    const draws = drawComposites(both, { draws: 4000 })?.draws[0] ?? new Float64Array();
    const arithmetic = draws.filter((value) => Math.abs(value - 60) < 0.01).length;
    const geometric = draws.filter((value) => Math.abs(value - 58.2590126) < 0.01).length;
    expect(arithmetic + geometric).toBe(4000);
    expect(Math.abs(arithmetic - 2000)).toBeLessThan(120);
  });

  it('over parts left out gives the indices without each, and the whole', () => {
    const dropping: CompositeVariants = { ...variants, concentration: 1e12, dropsOne: true };
    const draws = drawComposites(dropping, { draws: 4000 })?.draws[0] ?? new Float64Array();
    const seen = new Map<number, number>();
    for (const value of draws) {
      const rounded = Math.round(value * 100) / 100;
      seen.set(rounded, (seen.get(rounded) ?? 0) + 1);
    }
    expect([...seen.keys()].sort((a, b) => a - b)).toEqual([53.33, 60, 66.67]);
    // Without the second part the index is 60 as well, so that 60 comes twice as often.
    expect(Math.abs((seen.get(60) ?? 0) - 2000)).toBeLessThan(130);
  });

  it('over normalisations uses the same one for all cells', () => {
    const two: CompositeVariants = {
      ...variants,
      scores: [
        [[10], [20]],
        [[30], [40]],
      ],
      weights: [1],
    };
    const drawn = drawComposites(two, { draws: 200 });
    const apart = drawn?.draws[0]?.map((value, i) => (drawn.draws[1]?.[i] ?? NaN) - value);
    expect(apart?.every((value) => Math.abs(value - 10) < 1e-9)).toBe(true);
    const values = [...(drawn?.draws[0] ?? [])].map((value) => Math.round(value));
    expect(new Set(values)).toEqual(new Set([10, 30]));
  });

  it('is nothing without a normalisation, a mean, a weight or draws', () => {
    expect(drawComposites({ ...variants, scores: [] })).toBeNull();
    expect(drawComposites({ ...variants, methods: [] })).toBeNull();
    expect(drawComposites({ ...variants, weights: [0, 0, 0] })).toBeNull();
    expect(drawComposites({ ...variants, concentration: 0 })).toBeNull();
    expect(drawComposites(variants, { draws: 0 })).toBeNull();
  });
});

describe('what is read from draws', () => {
  it('ranges are type 7 quantiles of what is there', () => {
    const draws = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
    expect(rangeOf(draws)).toEqual({ median: 50, lower: 5, upper: 95 });
    expect(rangeOf(Float64Array.from([NaN, 4]))).toEqual({ median: 4, lower: 4, upper: 4 });
  });

  it('probabilities count pairs of draws, ties by half', () => {
    const earlier = Float64Array.from([1, 2, 3, 4, NaN]);
    const later = Float64Array.from([2, 2, 2, 9, 9]);
    expect(probabilityAbove(earlier, later)).toBeCloseTo(2.5 / 4, 12);
    expect(probabilityAbove(later, earlier)).toBeCloseTo(1.5 / 4, 12);
    expect(probabilityAbove(Float64Array.from([NaN]), Float64Array.from([1]))).toBeNull();
  });

  it('a cell that is better in every part never changes places, one that is not does', () => {
    const drawn = drawComposites(variants);
    if (!drawn) throw new Error('no draws');
    expect(reversalProbability(drawn, 0, 1)).toBe(0);
    expect(reversalProbability(drawn, 1, 0)).toBe(0);
    expect(reversalProbability(drawn, 0, 2)).toBeGreaterThan(0);
    expect(reversalProbability(drawn, 0, 2)).toBeLessThan(0.5);
    expect(reversalProbability(drawn, 0, 3)).toBeNull();
  });
});
