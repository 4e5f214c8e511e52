import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate.ts';
import { composite } from './composite.ts';
import { goalpostsScore, minMaxScores, targetScore, zScores } from './normalise.ts';

const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const parts = fc
  .array(
    fc.record({
      score: fc.double({ min: 1, max: 100, noNaN: true }),
      weight: fc.integer({ min: 1, max: 10 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => ({
    scores: all.map(({ score }) => score),
    weights: all.map(({ weight }) => weight),
  }));

describe('normalisation', () => {
  it('min–max, z scores and goalposts as COINr computes them', () => {
    expect(minMaxScores(oneToTen)?.[0]).toBe(0);
    expect(minMaxScores(oneToTen)?.[1]).toBeCloseTo(11.111111111, 8);
    expect(minMaxScores(oneToTen)?.[9]).toBe(100);
    const z = zScores(oneToTen, { mean: 10, sd: 2 });
    expect(z?.[0]).toBeCloseTo(7.0273978342, 10);
    expect(z?.[9]).toBeCloseTo(12.9726021658, 10);
    const posts = [10, 50, 90].map((value) => goalpostsScore(value, { low: 0, high: 80 }, 1));
    expect(posts).toEqual([0.125, 0.625, 1]);
  });

  it('a reversed scale mirrors, values beyond a goalpost stay at it, a target can be passed', () => {
    expect(goalpostsScore(20, { low: 80, high: 0 })).toBeCloseTo(75, 12);
    expect(goalpostsScore(-5, { low: 0, high: 80 })).toBe(0);
    expect(targetScore(45, 50)).toBeCloseTo(90, 12);
    expect(targetScore(60, 50)).toBeCloseTo(120, 12);
    expect(targetScore(15, 10, 20)).toBeCloseTo(50, 12);
  });

  it('is nothing where nothing differs or is no number', () => {
    expect(goalpostsScore(5, { low: 3, high: 3 })).toBeNull();
    expect(goalpostsScore(NaN, { low: 0, high: 3 })).toBeNull();
    expect(targetScore(5, 0)).toBeNull();
    expect(minMaxScores([4, 4])).toBeNull();
    expect(minMaxScores([])).toBeNull();
    expect(zScores([0.1, 0.1, 0.1])).toBeNull();
    expect(zScores([3])).toBeNull();
    expect(zScores([3, NaN])).toBeNull();
  });
});

describe('aggregate', () => {
  it.each([
    ['arithmetic', 60, 50.5],
    ['geometric', 58.2590126049, 10],
    ['harmonic', 56.4705882353, 1.9801980198],
  ] as const)('%s means as COINr computes them', (method, weighted, plain) => {
    expect(aggregate([40, 60, 80], [1, 2, 1], method)).toBeCloseTo(weighted, 9);
    expect(aggregate([1, 100], [1, 1], method)).toBeCloseTo(plain, 9);
  });

  it('Human Development Index of Ghana, technical note 1 of the report of 2013: 0.558', () => {
    const life = goalpostsScore(64.6, { low: 20, high: 83.6 }, 1) ?? NaN;
    const schooling = goalpostsScore(7, { low: 0, high: 13.3 }, 1);
    const expected = goalpostsScore(11.4, { low: 0, high: 18 }, 1);
    const education = (aggregate([schooling, expected], [1, 1], 'geometric') ?? NaN) / 0.971;
    const logs = { low: Math.log(100), high: Math.log(87_478) };
    const income = goalpostsScore(Math.log(1684), logs, 1);
    expect(life).toBeCloseTo(0.701, 3);
    expect(income).toBeCloseTo(0.417, 3);
    expect(aggregate([life, education, income], [1, 1, 1], 'geometric')).toBeCloseTo(0.558, 3);
  });

  it('one nothing makes the geometric and the harmonic mean nothing, unless it has a floor', () => {
    expect(aggregate([0, 80], [1, 1], 'geometric')).toBe(0);
    expect(aggregate([0, 80], [1, 1], 'harmonic')).toBe(0);
    expect(aggregate([0, 81], [1, 1], 'geometric', 1)).toBeCloseTo(9, 12);
    expect(aggregate([-3, 81], [1, 1], 'geometric', 1)).toBeCloseTo(9, 12);
    expect(aggregate([-3, 81], [1, 1], 'geometric', -5)).toBeNull();
  });

  it('is nothing without weight, or with what is no number', () => {
    expect(aggregate([], [])).toBeNull();
    expect(aggregate([1, 2], [0, 0])).toBeNull();
    expect(aggregate([1, 2], [1, -1])).toBeNull();
    expect(aggregate([1, NaN], [1, 1])).toBeNull();
    expect(aggregate([1, Infinity], [1, 1], 'harmonic')).toBeNull();
    expect(aggregate([1, 2], [1])).toBeNull();
    expect(aggregate([null, null], [1, 1])).toBeNull();
  });

  it('harmonic ≤ geometric ≤ arithmetic, all within the scores, and blind to the weights’ unit', () => {
    fc.assert(
      fc.property(parts, ({ scores, weights }) => {
        const [a = NaN, g = NaN, h = NaN] = (['arithmetic', 'geometric', 'harmonic'] as const).map(
          (method) => aggregate(scores, weights, method) ?? NaN,
        );
        expect(h).toBeLessThanOrEqual(g + 1e-9);
        expect(g).toBeLessThanOrEqual(a + 1e-9);
        expect(h).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(a).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
        const sevenfold = weights.map((weight) => 7 * weight);
        expect(aggregate(scores, sevenfold, 'geometric')).toBeCloseTo(g, 9);
      }),
    );
  });
});

describe('composite', () => {
  it('has contributions that sum to the arithmetic mean, less the unevenness to the value', () => {
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom('arithmetic', 'geometric', 'harmonic'),
        ({ scores, weights }, method) => {
          const index = composite({ scores, weights, method, floor: 1 });
          if (!index) throw new Error('no index');
          const sum = index.contributions.reduce<number>((total, part) => total + (part ?? 0), 0);
          expect(sum - index.unevenness).toBeCloseTo(index.value, 9);
          expect(sum).toBeCloseTo(aggregate(scores, weights) ?? NaN, 9);
          expect(index.isComplete).toBe(true);
        },
      ),
    );
  });

  it('with a part missing is the index without that part, and says so', () => {
    const whole = { scores: [40, null, 80], weights: [3, 1, 2], method: 'geometric' } as const;
    const index = composite(whole);
    expect(index?.value).toBeCloseTo(aggregate([40, 80], [3, 2], 'geometric') ?? NaN, 12);
    expect(index?.share).toBeCloseTo(5 / 6, 12);
    expect(index?.isComplete).toBe(false);
    expect(index?.contributions[1]).toBeNull();
  });

  it('is there with exactly two thirds of the weight, and not with less', () => {
    const of = (weights: number[]) =>
      composite({ scores: [40, 60, null], weights, method: 'arithmetic' });
    expect(of([1, 1, 1])?.value).toBeCloseTo(50, 12);
    expect(of([1, 1, 1.01])).toBeNull();
    const one = { scores: [5, null, null, null, null], weights: [1, 1, 1, 1, 1] };
    expect(composite({ ...one, method: 'arithmetic', minimumShare: 0.5 })).toBeNull();
    expect(composite({ ...one, method: 'arithmetic', minimumShare: 0.2 })?.value).toBe(5);
  });

  it('does not ask for a part that weighs nothing', () => {
    const index = composite({ scores: [40, null], weights: [2, 0], method: 'arithmetic' });
    expect(index).toMatchObject({ value: 40, isComplete: true });
  });

  it('is nothing without weight or scores, or with unlike lists', () => {
    const method = 'arithmetic';
    expect(composite({ scores: [], weights: [], method })).toBeNull();
    expect(composite({ scores: [4], weights: [0], method })).toBeNull();
    expect(composite({ scores: [4, 5], weights: [1], method })).toBeNull();
    expect(composite({ scores: [4], weights: [-1], method })).toBeNull();
    expect(composite({ scores: [NaN], weights: [1], method })).toBeNull();
    expect(composite({ scores: [null], weights: [1], method, minimumShare: 0 })).toBeNull();
  });
});
