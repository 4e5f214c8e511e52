import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDecimal, printDecimal } from './decimal-text.ts';

it('reads numbers as people type them', () => {
  expect(parseDecimal('1 234,5')).toBe(1234.5);
  expect(parseDecimal('\u22120.5')).toBe(-0.5);
  expect(parseDecimal('  ')).toBeNull();
  expect(parseDecimal('12 кг')).toBeUndefined();
  expect(parseDecimal('1,2,3')).toBeUndefined();
});

it('reads back what it prints', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.constantFrom<',' | '.'>(',', '.'),
      (value, sign) => {
        expect(parseDecimal(printDecimal(value / 100, sign))).toBe(value / 100);
      },
    ),
  );
});
