import { meanDifference, meanInterval } from '#lib/statistics/mean-interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { wilson } from '#lib/statistics/wilson.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, judge, type CellCounts } from './outcome.ts';
import type { CountedMeasure, Measure } from './measure.ts';
import { measures } from './registry.ts';

const nothing: CellCounts = {
  x: null,
  n: null,
  total: null,
  squares: null,
  x2: null,
  n2: null,
  line: null,
  roll: 0,
  known: true,
};

function countsOf(values: readonly number[]): CellCounts {
  return {
    ...nothing,
    roll: 100,
    n: values.length,
    total: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  };
}

const early = [1, 1, 2, 3, 5, 8, 1, 1, 2, 3];
const late = [2, 3, 5, 7, 11, 1, 4, 4, 4, 4, 4];
const earlySample = { n: 10, mean: 2.7, sd: Math.sqrt(46.1 / 9) };
const lateSample = { n: 11, mean: 49 / 11, sd: Math.sqrt((289 - 49 ** 2 / 11) / 10) };

describe('an outcome', () => {
  it('of a share rests on x of n with its interval, and its complement on the rest', () => {
    const counts = { ...nothing, x: 6, roll: 24 };
    expect(judge(measures.M01, counts)).toEqual({
      kind: 'estimate',
      value: 0.25,
      x: 6,
      n: 24,
      ...wilson(6, 24),
    });
    expect(judge(measures.M03, counts)).toMatchObject({ value: 0.75, x: 18, ...wilson(18, 24) });
  });

  it('of a mean has the interval of its values', () => {
    const interval = meanInterval(earlySample);
    const outcome = judge(measures.M05, countsOf(early));
    expect(outcome).toMatchObject({ kind: 'estimate', x: null, n: 10 });
    if (outcome.kind !== 'estimate') throw new Error('no estimate');
    expect(outcome.value).toBeCloseTo(2.7, 12);
    expect(outcome.lower).toBeCloseTo(interval?.lower ?? NaN, 10);
    expect(outcome.upper).toBeCloseTo(interval?.upper ?? NaN, 10);
  });

  it.each([
    ['M01', { ...nothing, x: 3 }, 'no-roll', null],
    ['M01', { ...nothing, roll: 30, known: false }, 'no-records', null],
    ['M01', { ...nothing, x: 3, roll: 9 }, 'too-few', 9],
    ['M05', { ...nothing, roll: 30 }, 'no-records', 0],
    ['M26', { ...nothing, roll: 30 }, 'no-pairs', 0],
    ['M24', nothing, 'no-contracts', 0],
    ['M04', { ...nothing, known: false }, 'no-records', null],
  ] as const)('of %s is absent with its reason', (id, counts, reason, n) => {
    expect(judge(measures[id], counts)).toEqual({ kind: 'absent', reason, n });
  });

  it('of a count may be 0', () => {
    expect(judge(measures.M04, nothing)).toMatchObject({ kind: 'estimate', value: 0, lower: null });
  });
});

describe('a change', () => {
  it('of shares is Newcombe’s, turned round for the complement', () => {
    const before = { ...nothing, x: 6, roll: 24 };
    const after = { ...nothing, x: 12, roll: 24 };
    expect(changeBetween(measures.M01, before, after)).toEqual(
      newcombe({ x: 6, n: 24 }, { x: 12, n: 24 }),
    );
    expect(changeBetween(measures.M03, before, after)?.value).toBe(-0.25);
  });

  it('of means is Welch’s', () => {
    const change = changeBetween(measures.M05, countsOf(early), countsOf(late));
    const expected = meanDifference(earlySample, lateSample);
    expect(change?.value).toBeCloseTo(expected?.value ?? NaN, 10);
    expect(change?.lower).toBeCloseTo(expected?.lower ?? NaN, 10);
    expect(change?.upper).toBeCloseTo(expected?.upper ?? NaN, 10);
  });

  it('does not exist where either side has no number', () => {
    const there = { ...nothing, x: 6, roll: 24 };
    expect(changeBetween(measures.M01, there, { ...there, known: false })).toBeNull();
    expect(changeBetween(measures.M01, { ...there, roll: 9 }, there)).toBeNull();
  });

  it('does not exist between two versions of an instrument', () => {
    const form = (line: string) => ({ ...countsOf(early), line });
    expect(changeBetween(measures.M26, form('A'), form('A'))?.value).toBe(0);
    expect(changeBetween(measures.M26, form('A'), form('B'))).toBeNull();
  });

  it('of counts has no interval', () => {
    const change = changeBetween(measures.M04, { ...nothing, x: 5 }, { ...nothing, x: 3 });
    expect(change).toEqual({ value: -2, lower: null, upper: null });
  });
});

const countedMeasures = Object.values<Measure>(measures).filter(
  (measure): measure is CountedMeasure => measure.kind !== 'composite',
);
const count = fc.option(fc.nat(60), { nil: null });
const sum = fc.option(
  fc.integer({ min: 0, max: 1_000_000 }).map((eighths) => eighths / 8),
  { nil: null },
);
const anyCounts: fc.Arbitrary<CellCounts> = fc.record({
  x: count,
  n: count,
  total: sum,
  squares: sum,
  x2: count,
  n2: count,
  line: fc.constantFrom(null, 'torrance · A'),
  roll: fc.nat(60),
  known: fc.boolean(),
});

describe('whatever was counted', () => {
  it('gives a finite number or one of the reasons that the measure states', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countedMeasures), anyCounts, (measure, counts) => {
        for (const minimum of [0, measure.minimum]) {
          const outcome = judge({ ...measure, minimum }, counts);
          if (outcome.kind === 'absent') {
            expect(measure.undefinedWhen).toContain(outcome.reason);
          } else {
            const { value, lower, upper } = outcome;
            for (const one of [value, lower ?? 0, upper ?? 0])
              expect(one).toSatisfy(Number.isFinite);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('changes by a finite number or not at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countedMeasures),
        anyCounts,
        anyCounts,
        (measure, before, after) => {
          const change = changeBetween({ ...measure, minimum: 0 }, before, after);
          if (change)
            expect(
              [change.value, change.lower ?? 0, change.upper ?? 0].every(Number.isFinite),
            ).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['one pupil', { ...nothing, x: 1, n: 1, total: 1, squares: 1, roll: 1 }],
    ['nothing at all', { ...nothing, known: false }],
    ['no roll', { ...nothing, x: 3, n: 3, total: 3, squares: 9 }],
  ])('is no number of a share or mean of pupils with %s', (_, counts) => {
    for (const measure of countedMeasures) {
      if (measure.needsRoll && measure.minimum >= 5)
        expect(judge(measure, counts)).toMatchObject({ kind: 'absent' });
    }
  });

  it('has no Gini coefficient of zeros and no gap of one class', () => {
    const zeros = { ...nothing, roll: 30, x: 0, n: 0, total: 0 };
    expect(judge(measures.M37, zeros)).toMatchObject({ kind: 'absent', reason: 'all-zero' });
    expect(judge(measures.M36, { ...nothing, roll: 30, n: 1 })).toMatchObject({
      kind: 'absent',
      reason: 'too-few',
    });
  });
});
