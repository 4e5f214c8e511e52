import type { Outcome } from '#lib/model/result.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalpostScore, indexOutcome, type IndexPart } from './index-value.ts';

function estimate(value: number, n = 50): Outcome {
  return { kind: 'estimate', value, x: null, n, lower: value, upper: value };
}

const absent: Outcome = { kind: 'absent', reason: 'no-records', n: null };
const unit = { low: 0, high: 1, weight: 1 };

function part(outcome: Outcome | null, weight = 1): IndexPart {
  return { name: 'M01', goalpost: { ...unit, weight }, outcome };
}

describe('goalposts', () => {
  // Goalposts (10, 50, 90; 0, 80) → .125 .625 1: COINr 1.1.14, n_goalposts.
  it.each([
    [10, 12.5],
    [50, 62.5],
    [90, 100],
    [-5, 0],
  ])('put %d on the way from 0 to 80 at %d', (value, expected) => {
    expect(goalpostScore(value, { low: 0, high: 80, weight: 1 })).toBe(expected);
  });

  it('turn round where low is above high', () => {
    expect(goalpostScore(0.25, { low: 1, high: 0, weight: 1 })).toBe(75);
  });
});

describe('an index', () => {
  // Weights (1, 2, 1) on 40, 60, 80 → arithmetic mean 60: COINr 1.1.14, a_amean.
  it('is the weighted mean of its parts', () => {
    const parts = [part(estimate(0.4)), part(estimate(0.6), 2), part(estimate(0.8))];
    const outcome = indexOutcome(parts);
    expect(outcome).toMatchObject({ kind: 'estimate', x: 3, n: 3 });
    expect(outcome.kind === 'estimate' && outcome.value).toBeCloseTo(60, 12);
  });

  it('needs two thirds of the weight and says how many parts it has', () => {
    expect(indexOutcome([part(estimate(1)), part(estimate(1)), part(absent)])).toMatchObject({
      kind: 'estimate',
      value: 100,
      x: 2,
      n: 3,
    });
    expect(indexOutcome([part(estimate(1)), part(null), part(absent)])).toEqual({
      kind: 'absent',
      reason: 'incomplete-index',
      n: 1,
    });
    expect(indexOutcome([])).toMatchObject({ kind: 'absent' });
  });

  it('does not speak of groups under ten', () => {
    expect(indexOutcome([part(estimate(1, 9))])).toMatchObject({ kind: 'absent' });
    const partners: Outcome = { ...estimate(1, 3), lower: null, upper: null } as Outcome;
    expect(indexOutcome([part(partners)])).toMatchObject({ kind: 'estimate' });
  });

  it('lies between its least and greatest part', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 9 })),
          {
            minLength: 1,
          },
        ),
        (values) => {
          const outcome = indexOutcome(
            values.map(([value, weight]) => part(estimate(value), weight)),
          );
          const scores = values.map(([value]) => value * 100);
          if (outcome.kind !== 'estimate') throw new Error('no estimate');
          expect(outcome.value).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
          expect(outcome.value).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
        },
      ),
    );
  });
});
