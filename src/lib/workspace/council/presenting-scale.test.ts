import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestScale, type Extent } from './presenting-scale.ts';

const limits = { least: 0.7, most: 2.5 };

test('a picture that needs little is as large as it may be', () => {
  const sizeIn = ({ width }: Extent) => ({ width, height: 100 });
  expect(largestScale(sizeIn, { width: 800, height: 400 }, limits)).toEqual({
    scale: 2.5,
    isWhole: true,
  });
});

test('a picture of many rows shrinks until the whole of it is seen', () => {
  const sizeIn = ({ width }: Extent) => ({ width, height: 320 });
  const { scale, isWhole } = largestScale(sizeIn, { width: 800, height: 400 }, limits);
  expect(isWhole).toBe(true);
  expect(scale).toBeCloseTo(1.25, 5);
});

test('a picture that fits at no scale is as wide as the room and is scrolled', () => {
  const sizeIn = ({ width }: Extent) => ({ width, height: 4000 });
  expect(largestScale(sizeIn, { width: 800, height: 400 }, limits)).toEqual({
    scale: 1,
    isWhole: false,
  });
});

test('what is said to be whole is whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 2000 }),
      fc.integer({ min: 100, max: 1200 }),
      fc.integer({ min: 20, max: 3000 }),
      fc.integer({ min: 20, max: 3000 }),
      (width, height, widest, needed) => {
        const sizeIn = (frame: Extent) => ({
          width: Math.max(frame.width, widest),
          height: Math.max(Math.min(frame.height, 2.2 * needed), needed),
        });
        const { scale, isWhole } = largestScale(sizeIn, { width, height }, limits);
        expect(scale).toBeGreaterThanOrEqual(limits.least);
        expect(scale).toBeLessThanOrEqual(limits.most);
        const size = sizeIn({ width: width / scale, height: height / scale });
        const fits = size.width * scale <= width + 1 && size.height * scale <= height + 1;
        expect(fits).toBe(isWhole);
      },
    ),
  );
});
