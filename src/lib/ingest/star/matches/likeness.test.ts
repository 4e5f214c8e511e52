import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Blocking, isOneSlip, slipKeys } from './likeness.ts';

/** Optimal string alignment by its textbook recurrence (Boytsov 2011, section 2.1). */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        i === 0 || j === 0
          ? i + j
          : Math.min(
              at(i - 1, j) + 1,
              at(i, j - 1) + 1,
              at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
              swapped ? at(i - 2, j - 2) + 1 : Infinity,
            ),
      );
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 7 });

test('one slip is a distance of one at most', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneSlip(a, b)).toBe(distance(a, b) <= 1);
    }),
  );
});

test('words one slip apart meet under a key', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      if (!isOneSlip(a, b)) return;
      const keys = new Set(slipKeys(a));
      expect(slipKeys(b).some((key) => keys.has(key))).toBe(true);
    }),
  );
});

test('a pair that shares several keys is met once, and a key of too many tells nothing', () => {
  const blocking = new Blocking(2);
  for (const [key, thing] of [
    ['x', 1],
    ['y', 1],
    ['x', 0],
    ['y', 0],
    ['z', 1],
    ['z', 2],
    ['z', 3],
  ] as const)
    blocking.put(key, thing);
  expect(blocking.pairs(() => true)).toEqual([[0, 1]]);
});
