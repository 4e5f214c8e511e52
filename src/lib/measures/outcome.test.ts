import { meanDifference, meanInterval } from '#lib/statistics/mean-interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { wilson } from '#lib/statistics/wilson.ts';
import { describe, expect, it } from 'vitest';
import { changeBetween, judge, type CellCounts } from './outcome.ts';
import { measures } from './registry.ts';

const nothing: CellCounts = {
  x: null,
  n: null,
  total: null,
  squares: null,
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
