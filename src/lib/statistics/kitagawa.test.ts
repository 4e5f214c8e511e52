import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kitagawa } from './kitagawa.ts';

const group = fc.record({
  w1: fc.integer({ min: 0, max: 300 }),
  r1: fc.double({ min: 0, max: 1, noNaN: true }),
  w2: fc.integer({ min: 0, max: 300 }),
  r2: fc.double({ min: 0, max: 1, noNaN: true }),
});
const groups = fc
  .array(group, { minLength: 1, maxLength: 12 })
  .filter((all) => all.some(({ w1 }) => w1 > 0) && all.some(({ w2 }) => w2 > 0));

describe('kitagawa', () => {
  it('household headship 1970 → 1985 (Das Gupta 1993, example 5.1)', () => {
    const w1 = [12.9, 10.9, 9.5, 8, 7.8, 8.4, 8.6, 7.8, 7, 5.9, 4.7, 3.6, 4.9];
    const r1 = [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8];
    const w2 = [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6, 6.3, 5.9, 5.1, 4, 5.5];
    const r2 = [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2];
    const split = kitagawa(
      w1.map((w, i) => ({ w1: w, r1: r1[i] ?? null, w2: w2[i] ?? 0, r2: r2[i] ?? null })),
    );
    expect(split?.before).toBeCloseTo(44.7268, 4);
    expect(split?.after).toBeCloseTo(47.694, 4);
    expect(split?.rate).toBeCloseTo(1.7403, 4);
    expect(split?.mix).toBeCloseTo(1.2269, 4);
  });

  it('kidney stones: both groups fall, the total rises (Charig 1986)', () => {
    const split = kitagawa([
      { w1: 87, r1: 81 / 87, w2: 270, r2: 234 / 270 },
      { w1: 263, r1: 192 / 263, w2: 80, r2: 55 / 80 },
    ]);
    expect(split?.rate).toBeCloseTo(-0.0536712173856, 12);
    expect(split?.mix).toBeCloseTo(0.0993855030999, 12);
  });

  it('an absent group borrows the other period’s rate, so that all of it is mix', () => {
    const split = kitagawa([
      { w1: 50, r1: 0.4, w2: 50, r2: 0.4 },
      { w1: 0, r1: null, w2: 50, r2: 0.8 },
    ]);
    expect(split?.rate).toBeCloseTo(0, 12);
    expect(split?.mix).toBeCloseTo(0.2, 12);
    expect(split?.contributions.map(({ absent }) => absent)).toEqual([null, 'before']);
  });

  it('is nothing without weights, and where a present group has no rate', () => {
    expect(kitagawa([])).toBeNull();
    expect(kitagawa([{ w1: 0, r1: null, w2: 5, r2: 0.1 }])).toBeNull();
    expect(kitagawa([{ w1: 5, r1: null, w2: 5, r2: 0.1 }])).toBeNull();
  });

  it('splits the change without a rest, and the groups’ contributions sum to the effects', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const split = kitagawa(all);
        if (!split) throw new Error('no split');
        expect(split.rate + split.mix).toBeCloseTo(split.after - split.before, 12);
        const sum = (effect: 'rate' | 'mix') =>
          split.contributions.reduce((total, each) => total + each[effect], 0);
        expect(sum('rate')).toBeCloseTo(split.rate, 12);
        expect(sum('mix')).toBeCloseTo(split.mix, 12);
      }),
    );
  });

  it('changes sign with the order of time', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const there = kitagawa(all);
        const back = kitagawa(
          all.map(({ w1, r1, w2, r2 }) => ({ w1: w2, r1: r2, w2: w1, r2: r1 })),
        );
        expect(there?.rate).toBeCloseTo(-(back?.rate ?? NaN), 12);
        expect(there?.mix).toBeCloseTo(-(back?.mix ?? NaN), 12);
      }),
    );
  });
});
