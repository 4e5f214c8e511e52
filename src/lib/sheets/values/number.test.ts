import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from './number.ts';

describe('readNumber', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['57\u00a0534,13', 57534.13],
    ['1\u202f234\u202f567', 1234567],
    ["1'234", 1234],
    ['1.234.567,89', 1234567.89],
    ['1,234,567.89', 1234567.89],
    ['1,234', 1.234],
    ['−5', -5],
    ['–5,5', -5.5],
    ['+7', 7],
    ['‑5', -5],
    ['—7', -7],
    ['(1 234,5)', -1234.5],
    ['1\u2009234', 1234],
    ['1’234', 1234],
    ['007', 7],
    [',5', 0.5],
    ['1,2E+05', 120000],
    ['25 чел.', 25],
    ['25чел', 25],
    ['14 ч.', 14],
    ['100 руб.', 100],
    ['12 pupils', 12],
    [3.5, 3.5],
  ])('reads %j as %d', (cell, value) => {
    expect(readNumber(cell)).toEqual({ value, percent: false });
  });

  it.each([
    ['45,7 %', 0.457],
    ['100%', 1],
  ])('reads %j as a share', (cell, value) => {
    const read = readNumber(cell);
    expect(read?.percent).toBe(true);
    expect(read?.value).toBeCloseTo(value, 12);
  });

  it.each([
    '5А',
    '5б',
    '11-1',
    '8.2.1',
    '12–15',
    '100: 25 35 15 25',
    'Учащиеся 5А (25 чел.)',
    '1 23 456',
    '31.04.2026',
    '',
    '-',
    'нет',
    null,
    true,
    { date: '2025-09-01' },
    NaN,
  ])('reads no number from %j', (cell) => {
    expect(readNumber(cell)).toBeNull();
  });

  it('reads back what Russian formatting prints', () => {
    const format = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 3 });
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (thousandths) => {
        const value = thousandths / 1000;
        expect(readNumber(format.format(value))?.value).toBeCloseTo(value, 6);
      }),
    );
  });
});
