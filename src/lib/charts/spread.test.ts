import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

const labels = fc.array(
  fc.record({
    wish: fc.double({ min: 0, max: 300, noNaN: true }),
    size: fc.integer({ min: 8, max: 30 }),
  }),
  { minLength: 1, maxLength: 9 },
);

describe('spread', () => {
  it('leaves labels apart, inside and in their order', () => {
    fc.assert(
      fc.property(labels, (all) => {
        const wishes = all.map(({ wish }) => wish);
        const sizes = all.map(({ size }) => size);
        const centres = spread(wishes, sizes, 0, 300);
        const placed = all
          .map(({ wish, size }, i) => ({ wish, size, centre: centres[i] ?? NaN }))
          .sort((a, b) => a.centre - b.centre);
        placed.forEach((label, i) => {
          expect(label.centre - label.size / 2).toBeGreaterThanOrEqual(-1e-9);
          expect(label.centre + label.size / 2).toBeLessThanOrEqual(300 + 1e-9);
          const next = placed[i + 1];
          if (!next) return;
          expect(next.centre - label.centre).toBeGreaterThanOrEqual(
            (label.size + next.size) / 2 - 1e-9,
          );
          expect(next.wish).toBeGreaterThanOrEqual(label.wish);
        });
      }),
    );
  });

  it('moves nobody who has room, and shares a conflict equally', () => {
    expect(spread([50, 100, 150], [20, 20, 20], 0, 300)).toEqual([50, 100, 150]);
    expect(spread([100, 100], [20, 20], 0, 300)).toEqual([90, 110]);
  });
});
