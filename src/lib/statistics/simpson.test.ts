import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectSimpson, simpson, type SimpsonGroup } from './simpson.ts';

const group = (x1: number, n1: number, x2: number, n2: number): SimpsonGroup => ({
  before: { value: x1 / n1, n: n1 },
  after: { value: x2 / n2, n: n2 },
});

describe('simpson', () => {
  it('kidney stones (Charig 1986): both groups fall, the total rises', () => {
    const found = simpson([group(81, 87, 234, 270), group(192, 263, 55, 80)]);
    expect(found).toMatchObject({ compared: 2, against: 2, isReversed: true });
    expect(found?.rate).toBeCloseTo(-0.0536712174, 9);
    expect(found?.mix).toBeCloseTo(0.0993855031, 9);
  });

  it('Berkeley (Bickel, Hammel & O’Connell 1975): fewer women admitted, but not in departments', () => {
    const found = simpson([
      group(512, 825, 89, 108),
      group(353, 560, 17, 25),
      group(120, 325, 202, 593),
      group(138, 417, 131, 375),
      group(53, 191, 94, 393),
      group(22, 373, 24, 341),
    ]);
    expect(found?.change).toBeCloseTo(0.3035 - 0.4452, 3);
    expect(found?.rate).toBeGreaterThan(0);
    expect(found).toMatchObject({ compared: 6, against: 4, isReversed: true });
  });

  it('is quiet where groups and total move together, and where nothing moves', () => {
    expect(detectSimpson([group(20, 100, 30, 100), group(40, 100, 55, 100)])).toBe(false);
    expect(detectSimpson([group(20, 100, 20, 100), group(40, 100, 40, 100)])).toBe(false);
  });

  it('finds two thirds of the groups against the total, without those that are too small', () => {
    const all = [group(50, 100, 48, 100), group(10, 100, 9, 100), group(90, 100, 100, 300)];
    const turned = [group(48, 100, 50, 60), group(9, 100, 10, 100), group(1, 5, 1, 5)];
    expect(simpson(all)?.compared).toBe(3);
    expect(simpson(turned)?.compared).toBe(2);
    expect(simpson(turned, 5)?.compared).toBe(3);
  });

  it('knows a total that moves by its make-up alone', () => {
    expect(detectSimpson([group(20, 100, 10, 50), group(80, 100, 120, 150)])).toBe(true);
  });

  it('says nothing where the total cannot be split', () => {
    expect(simpson([])).toBeNull();
    expect(simpson([{ before: null, after: { value: 0.5, n: 20 } }])).toBeNull();
    expect(detectSimpson([])).toBe(false);
  });

  it('is the same backwards in time', () => {
    const counts = fc
      .integer({ min: 10, max: 90 })
      .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 6 }), (pairs) => {
        const there = simpson(pairs.map(([a, b]) => group(a.x, a.n, b.x, b.n)));
        const back = simpson(pairs.map(([a, b]) => group(b.x, b.n, a.x, a.n)));
        expect(back?.isReversed).toBe(there?.isReversed);
        if (pairs.length === 1) expect(there?.isReversed).toBe(false);
      }),
    );
  });
});
