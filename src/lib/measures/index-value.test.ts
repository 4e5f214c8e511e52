import type { Outcome } from '#lib/model/result.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indexDifference,
  indexMeans,
  indexOutcome,
  indexTerms,
  isIncomplete,
  withGoalposts,
  type IndexCell,
  type IndexPart,
} from './index-value.ts';

function estimate(value: number, n = 50): Outcome {
  return { kind: 'estimate', value, x: null, n, lower: value, upper: value };
}

const absent: Outcome = { kind: 'absent', reason: 'no-records', n: null };

let named = 0;
function part(outcome: Outcome | null, weight = 1): IndexPart {
  return { name: `part ${(named += 1)}`, goalpost: { low: 0, high: 1, weight }, outcome };
}

const cell = (parts: readonly IndexPart[], change: Partial<IndexCell> = {}): IndexCell => ({
  parts,
  aggregation: 'arithmetic',
  roll: 50,
  ...change,
});

function valueOf(outcome: Outcome): number {
  if (outcome.kind === 'absent') throw new Error(`absent: ${outcome.reason}`);
  return outcome.value;
}

const weights = fc.integer({ min: 1, max: 9 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const rows = fc.array(fc.tuple(shares, weights), { minLength: 1, maxLength: 8 });
const partsOf = (drawn: readonly (readonly [number, number])[]) =>
  drawn.map(([value, weight]) => part(estimate(value), weight));

describe('the means of an index', () => {
  // Weights (1, 2, 1) on 40, 60, 80: COINr 1.1.14, a_amean 60 and a_gmean 58.2590126049.
  const parts = [part(estimate(0.4)), part(estimate(0.6), 2), part(estimate(0.8))];

  it('are those of COINr', () => {
    const means = indexMeans(cell(parts));
    expect(means?.arithmetic).toBeCloseTo(60, 10);
    expect(means?.geometric).toBeCloseTo(58.2590126049, 10);
    expect(valueOf(indexOutcome(cell(parts)))).toBeCloseTo(60, 10);
    expect(valueOf(indexOutcome(cell(parts, { aggregation: 'geometric' })))).toBeCloseTo(
      58.2590126049,
      10,
    );
  });

  it('count a score of nothing as 1 in the geometric one', () => {
    const means = indexMeans(cell([part(estimate(0)), part(estimate(1))]));
    expect(means?.arithmetic).toBe(50);
    expect(means?.geometric).toBeCloseTo(10, 10);
  });

  it('have the geometric one at or under the arithmetic one, and both within the parts', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const means = indexMeans(cell(partsOf(drawn)));
        const scores = drawn.map(([value]) => Math.max(1, value * 100));
        // The floor of the geometric mean lifts what lies under it.
        const lifted = indexMeans(
          cell(partsOf(scores.map((s, i) => [s / 100, drawn[i]?.[1] ?? 0]))),
        );
        if (!means || !lifted) throw new Error('no index');
        expect(means.geometric).toBeLessThanOrEqual(lifted.arithmetic + 1e-9);
        expect(means.geometric).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(means.arithmetic).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
      }),
    );
  });

  it('do not change when all weights are multiplied', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (drawn, factor) => {
        const plain = indexMeans(cell(partsOf(drawn)));
        const scaled = indexMeans(cell(partsOf(drawn.map(([v, w]) => [v, w * factor] as const))));
        expect(scaled?.arithmetic).toBeCloseTo(plain?.arithmetic ?? NaN, 9);
        expect(scaled?.geometric).toBeCloseTo(plain?.geometric ?? NaN, 9);
      }),
    );
  });

  it('do not fall when a part rises', () => {
    fc.assert(
      fc.property(rows, fc.nat(), shares, (drawn, at, share) => {
        const place = at % drawn.length;
        const raised = drawn.map(([v, w], i) => [i === place ? Math.max(v, share) : v, w] as const);
        const [former, latter] = [
          indexMeans(cell(partsOf(drawn))),
          indexMeans(cell(partsOf(raised))),
        ];
        for (const mean of ['arithmetic', 'geometric'] as const) {
          expect(latter?.[mean]).toBeGreaterThanOrEqual((former?.[mean] ?? NaN) - 1e-9);
        }
      }),
    );
  });
});

describe('the terms of an index', () => {
  const mixed = fc.array(fc.tuple(fc.option(shares), weights), { minLength: 1, maxLength: 8 });
  const some = (drawn: readonly (readonly [number | null, number])[]) =>
    drawn.map(([value, weight]) => part(value === null ? absent : estimate(value), weight));

  it('add up to the arithmetic index, their shares to one', () => {
    fc.assert(
      fc.property(mixed, (drawn) => {
        const parts = some(drawn);
        const terms = indexTerms(parts);
        expect(terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        const means = indexMeans(cell(parts));
        if (!means) return;
        const sum = terms.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
        expect(sum).toBeCloseTo(means.arithmetic, 9);
      }),
    );
  });

  it('of a missing part say why, and the index is that of the parts without it', () => {
    fc.assert(
      fc.property(mixed, (drawn) => {
        const parts = some(drawn);
        const there = parts.filter(({ outcome }) => outcome?.kind === 'estimate');
        const outcome = indexOutcome(cell(parts));
        expect(isIncomplete(parts)).toBe(there.length < parts.length);
        if (outcome.kind === 'absent') return;
        expect(outcome.value).toBeCloseTo(valueOf(indexOutcome(cell(there))), 9);
        for (const { part: one, absence, score } of indexTerms(parts)) {
          expect(absence).toBe(one.outcome?.kind === 'estimate' ? null : 'no-records');
          expect(score === null).toBe(one.outcome?.kind !== 'estimate');
        }
      }),
    );
  });

  it('say that a part cannot be asked, has no scale or is of too few, but nothing of one without weight', () => {
    const flat: IndexPart = { ...part(estimate(1)), goalpost: { low: 1, high: 1, weight: 1 } };
    const terms = indexTerms([part(null), flat, part(estimate(1, 9)), part(absent, 0)]);
    expect(terms.map(({ absence }) => absence)).toEqual([
      'not-divisible',
      'no-scale',
      'too-few',
      null,
    ]);
  });
});

describe('an index', () => {
  it('needs two thirds of the weight and says how many parts it has', () => {
    const two = [part(estimate(1)), part(estimate(1)), part(absent)];
    expect(indexOutcome(cell(two))).toMatchObject({ kind: 'estimate', value: 100, x: 2, n: 3 });
    expect(isIncomplete(two)).toBe(true);
    expect(indexOutcome(cell([part(estimate(1)), part(null), part(absent)]))).toEqual({
      kind: 'absent',
      reason: 'incomplete-index',
      n: 1,
    });
  });

  it.each([
    ['without parts', []],
    ['whose weights are 0', [part(estimate(1), 0), part(estimate(0), 0)]],
    ['whose weights are no numbers', [part(estimate(1), NaN), part(estimate(1), -1)]],
  ])('%s has no weights', (_, parts) => {
    expect(indexOutcome(cell(parts))).toEqual({ kind: 'absent', reason: 'no-weights', n: null });
    expect(indexMeans(cell(parts))).toBeNull();
    expect(indexTerms(parts).every(({ share, contribution }) => share === 0 && !contribution)).toBe(
      true,
    );
  });

  it('has no scale where goalposts that do not differ weigh more than a third', () => {
    const flat = { ...part(estimate(1)), goalpost: { low: 1, high: 1, weight: 1 } };
    expect(indexOutcome(cell([part(estimate(1)), flat]))).toMatchObject({ reason: 'no-scale' });
    expect(indexOutcome(cell([part(estimate(1), 2), flat]))).toMatchObject({ kind: 'estimate' });
  });

  it('does not speak of groups under ten', () => {
    expect(indexOutcome(cell([part(estimate(1, 9))]))).toMatchObject({ kind: 'absent' });
    const partners: Outcome = { ...estimate(1, 3), lower: null, upper: null } as Outcome;
    expect(indexOutcome(cell([part(partners)]))).toMatchObject({ kind: 'estimate' });
    expect(indexOutcome(cell([part(partners)], { roll: 9 }))).toEqual({
      kind: 'absent',
      reason: 'too-few',
      n: 9,
    });
    expect(indexOutcome(cell([part(partners)], { roll: 0 }))).toMatchObject({ reason: 'no-roll' });
  });

  it('is compared only with one of the same parts', () => {
    const [a, b] = [part(estimate(0.2)), part(estimate(0.4), 3)];
    const later = cell([{ ...a, outcome: estimate(0.3) }, b]);
    expect(indexDifference(cell([a, b]), later)).toBeCloseTo(2.5, 9);
    expect(indexDifference(cell([{ ...a, outcome: absent }, b]), later)).toBeNull();
    expect(indexDifference(cell([a, b], { roll: 9 }), later)).toBeNull();
  });

  it('stands on other goalposts with what was asked already', () => {
    const [a, b] = [part(estimate(0.2)), part(estimate(0.4))];
    const moved = withGoalposts([a, b], {
      [a.name]: { low: 0, high: 0.4, weight: 3 },
      other: { low: 0, high: 1, weight: 1 },
    });
    expect(moved.map(({ name, outcome }) => [name, outcome?.kind ?? null])).toEqual([
      [a.name, 'estimate'],
      ['other', null],
    ]);
    expect(valueOf(indexOutcome(cell(moved)))).toBe(50);
  });

  it('is never NaN or infinite, whatever the programme says', () => {
    const any = fc.oneof(
      fc.double({ min: -1e6, max: 1e6 }),
      fc.constantFrom(NaN, Infinity, -Infinity),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ low: any, high: any, weight: any, value: any })),
        (drawn) => {
          const parts = drawn.map(({ value, ...goalpost }) => ({
            ...part(estimate(value)),
            goalpost,
          }));
          const outcome = indexOutcome(cell(parts));
          if (outcome.kind === 'estimate') {
            expect(outcome.value).toBeGreaterThanOrEqual(0);
            expect(outcome.value).toBeLessThanOrEqual(100 + 1e-9);
          }
          for (const { share, score, contribution } of indexTerms(parts)) {
            for (const number of [share, score ?? 0, contribution ?? 0]) {
              expect(Number.isFinite(number)).toBe(true);
            }
          }
        },
      ),
    );
  });
});
