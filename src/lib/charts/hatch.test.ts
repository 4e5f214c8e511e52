import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hatchPath } from './hatch.ts';

it('draws strokes at 45 degrees that end at the edges of the box', () => {
  const side = fc.integer({ min: 6, max: 80 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const strokes = [
        ...hatchPath({ x: 10, y: 20, width, height }).matchAll(/M(\S+) (\S+)L(\S+) (\S+?)(?=M|$)/g),
      ];
      expect(strokes.length).toBeGreaterThan(0);
      for (const [, ...ends] of strokes) {
        const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = ends.map(Number);
        expect(x2 - x1).toBeCloseTo(y1 - y2, 6);
        expect(x1 === 10 || y1 === 20 + height).toBe(true);
        expect(x2 === 10 + width || y2 === 20).toBe(true);
      }
    }),
  );
});
