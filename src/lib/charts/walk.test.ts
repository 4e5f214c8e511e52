import { describe, expect, it } from 'vitest';
import type { Place } from './chart-form.ts';
import { entrance, isMove, nearest, walk } from './walk.ts';

const places: Place[][] = [0, 1].map((series) =>
  [0, 1, 2].map((period) => ({
    mark: { series, period },
    box: { x: period * 40, y: series * 40, width: 20, height: 20 },
  })),
);

describe('walk', () => {
  it('enters at the latest mark of the first series', () => {
    expect(entrance(places)).toEqual({ row: 0, column: 2 });
    expect(walk(places, null, 'ArrowLeft')).toEqual({ row: 0, column: 2 });
  });

  it('moves along a series and between series, and stops at the edges', () => {
    expect(walk(places, { row: 0, column: 2 }, 'ArrowLeft')).toEqual({ row: 0, column: 1 });
    expect(walk(places, { row: 0, column: 2 }, 'ArrowRight')).toEqual({ row: 0, column: 2 });
    expect(walk(places, { row: 0, column: 1 }, 'ArrowDown')).toEqual({ row: 1, column: 1 });
    expect(walk(places, { row: 1, column: 1 }, 'Home')).toEqual({ row: 1, column: 0 });
    expect(walk(places, { row: 1, column: 1 }, 'PageUp')).toEqual({ row: 0, column: 1 });
    expect(walk([], null, 'ArrowDown')).toBeNull();
    expect(isMove('a')).toBe(false);
  });

  it('finds the nearest mark within reach', () => {
    expect(nearest(places, 50, 10)).toEqual({ row: 0, column: 1 });
    expect(nearest(places, 32, 52)).toEqual({ row: 1, column: 1 });
    expect(nearest(places, 400, 400)).toBeNull();
  });
});
