import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendOf } from './trend.ts';

const yearly = (values: readonly number[]) => values.map((y, i) => ({ x: 2019 + i, y }));

describe('trendOf', () => {
  it('speaks of none under five values, however steady they are', () => {
    expect(trendOf(yearly([1, 2, 3, 4]))).toBeNull();
    expect(trendOf([])).toBeNull();
  });

  it('five values are a trend only when each is above the one before: p = 2/120', () => {
    const rising = trendOf(yearly([1, 2, 3, 4, 5]));
    expect(rising).toMatchObject({ direction: 'rising', slope: 1, tau: 1 });
    expect(rising?.p).toBeCloseTo(2 / 120, 12);
    expect(trendOf(yearly([1, 2, 3, 5, 4]))?.direction).toBe('none');
    expect(trendOf(yearly([9, 7, 5, 2, 0]))?.direction).toBe('falling');
  });

  it('keeps to the exact test with a tie: 1 2 3 4 4 has p = 4/120', () => {
    expect(trendOf(yearly([1, 2, 3, 4, 4]))?.p).toBeCloseTo(4 / 120, 12);
    expect(trendOf(yearly([3, 3, 3, 3, 3]))).toMatchObject({ direction: 'none', p: 1, slope: 0 });
  });

  it('puts points in the order of time, and refuses two at one time or what is no number', () => {
    expect(trendOf(yearly([1, 2, 3, 4, 5]).toReversed())?.direction).toBe('rising');
    expect(trendOf([...yearly([1, 2, 3, 4]), { x: 2019, y: 5 }])).toBeNull();
    expect(trendOf(yearly([1, 2, NaN, 4, 5]))).toBeNull();
  });

  it('turns round when the values do', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(values, (all) => {
        const there = trendOf(yearly(all));
        const back = trendOf(yearly(all.map((value) => -value)));
        expect(back?.p).toBeCloseTo(there?.p ?? NaN, 12);
        expect(back?.slope).toBeCloseTo(-(there?.slope ?? NaN), 12);
        const opposite = { rising: 'falling', falling: 'rising', none: 'none' } as const;
        expect(back?.direction).toBe(opposite[there?.direction ?? 'none']);
      }),
    );
  });
});
