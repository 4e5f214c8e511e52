import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale } from './scale.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('niceScale', () => {
  it('holds every value between round ticks of equal distance', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (values, zero) => {
          const { min, max, step, ticks } = niceScale(values, 5, zero);
          const slack = step * 1e-6;
          expect(min).toBeLessThanOrEqual(Math.min(...values) + slack);
          expect(max).toBeGreaterThanOrEqual(Math.max(...values) - slack);
          expect(ticks.length).toBeLessThanOrEqual(8);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          ticks.forEach((tick, i) => expect(Math.abs(tick - (min + i * step))).toBeLessThan(slack));
          if (zero) expect(min <= slack && max >= -slack).toBe(true);
        },
      ),
    );
  });

  it('starts at zero unless the values lie in a narrow range far from it', () => {
    expect(niceScale([0.11, 0.44], 5, false).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(niceScale([3, 4], 5, false).min).toBeGreaterThan(0);
    expect(niceScale([3, 4], 5, true).min).toBe(0);
  });

  it('has room where there is nothing or one value', () => {
    expect(niceScale([], 5, false)).toMatchObject({ min: 0, max: 1 });
    expect(niceScale([0], 5, true)).toMatchObject({ min: 0, max: 1 });
  });
});
