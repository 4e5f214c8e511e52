import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dasGupta, productRate, vectorRate } from './das-gupta.ts';
import { kitagawa } from './kitagawa.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const vectors = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([factors, groups]) => {
    const vector = fc.array(share, { minLength: groups, maxLength: groups });
    const side = fc.array(vector, { minLength: factors, maxLength: factors });
    return fc.tuple(side, side);
  });

/** Mean over all orders in which the factors could change one after the other. */
function overAllOrders(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): number[] {
  const orders = permutations(before.map((_, i) => i));
  const effects = before.map(() => 0);
  for (const order of orders) {
    const state = [...before];
    for (const factor of order) {
      const from = vectorRate(state);
      state[factor] = after[factor] ?? [];
      effects[factor] = (effects[factor] ?? 0) + (vectorRate(state) - from) / orders.length;
    }
  }
  return effects;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('dasGupta', () => {
  it('two factors: earnings of black and white men (Das Gupta 1993, example 2.1)', () => {
    const split = dasGupta([10930, 0.717892], [16591, 0.825974], productRate);
    expect(split?.before).toBeCloseTo(7846.56, 2);
    expect(split?.after).toBeCloseTo(13703.73, 2);
    expect(split?.effects[0]).toBeCloseTo(((16591 - 10930) * (0.717892 + 0.825974)) / 2, 8);
    expect(split?.effects[1]).toBeCloseTo(((0.825974 - 0.717892) * (10930 + 16591)) / 2, 8);
  });

  it('three factors: birth rates of Austria and Chile (example 2.2), by the printed formula', () => {
    const [A, B, C] = [51.78746, 0.45919, 0.52638];
    const [a, b, c] = [84.90502, 0.75756, 0.51065];
    const split = dasGupta([A, B, C], [a, b, c], productRate);
    const alpha = ((B * C + b * c) / 3 + (B * c + b * C) / 6) * (a - A);
    expect(split?.before).toBeCloseTo(12.517, 3);
    expect(split?.after).toBeCloseTo(32.845, 3);
    expect(split?.effects[0]).toBeCloseTo(alpha, 10);
  });

  it('takes any rate: natural increase is births less deaths, and each keeps its own', () => {
    const split = dasGupta(
      [19.4, 10.8],
      [23.7, 9.5],
      ([births = 0, deaths = 0]) => births - deaths,
    );
    expect(split?.effects[0]).toBeCloseTo(4.3, 12);
    expect(split?.effects[1]).toBeCloseTo(1.3, 12);
  });

  it('is Kitagawa’s split for shares and rates', () => {
    const shares = [
      [0.3, 0.7],
      [0.6, 0.4],
    ];
    const rates = [
      [0.93, 0.73],
      [0.87, 0.69],
    ];
    const split = dasGupta(
      [shares[0] ?? [], rates[0] ?? []],
      [shares[1] ?? [], rates[1] ?? []],
      vectorRate,
    );
    const plain = kitagawa([
      { w1: 0.3, r1: 0.93, w2: 0.6, r2: 0.87 },
      { w1: 0.7, r1: 0.73, w2: 0.4, r2: 0.69 },
    ]);
    expect(split?.effects[0]).toBeCloseTo(plain?.mix ?? NaN, 12);
    expect(split?.effects[1]).toBeCloseTo(plain?.rate ?? NaN, 12);
  });

  it('adds up to the change and is the mean over all orders of changing', () => {
    fc.assert(
      fc.property(vectors, ([before, after]) => {
        const split = dasGupta(before, after, vectorRate);
        if (!split) throw new Error('no split');
        const sum = split.effects.reduce((total, effect) => total + effect, 0);
        expect(sum).toBeCloseTo(split.after - split.before, 12);
        overAllOrders(before, after).forEach((effect, i) =>
          expect(split.effects[i]).toBeCloseTo(effect, 12),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is nothing without factors, of unlike lists, or where the rate is no number', () => {
    expect(dasGupta([], [], productRate)).toBeNull();
    expect(dasGupta([1], [1, 2], productRate)).toBeNull();
    expect(dasGupta([1, 2], [1, NaN], productRate)).toBeNull();
    expect(dasGupta([[1, 2], [1]], [[1, 2], [1]], vectorRate)).toBeNull();
    expect(dasGupta(new Array<number>(9).fill(1), new Array<number>(9).fill(2), productRate)).toBe(
      null,
    );
  });
});
