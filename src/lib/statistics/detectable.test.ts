import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detectableChange } from './detectable.ts';

it('two classes of 25 cannot show a change under some 25 points', () => {
  expect(detectableChange(0.5, 25, 25)).toBeCloseTo(0.2580622512, 9);
});

it('is nothing without a group', () => {
  expect(detectableChange(0.5, 0, 25)).toBeNull();
});

it('shrinks as the groups grow', () => {
  const size = fc.integer({ min: 5, max: 1000 });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), size, size, (p, before, after) => {
      const small = detectableChange(p, before, after) ?? NaN;
      expect(detectableChange(p, before * 2, after * 2)).toBeLessThan(small);
    }),
  );
});
