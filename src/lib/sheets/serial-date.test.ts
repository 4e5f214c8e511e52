import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateFormat } from './number-format.ts';
import { dateOfSerial } from './serial-date.ts';

describe('dateOfSerial', () => {
  // Values that workbooks themselves show (ECMA-376 part 1, 18.17.4.1 for both systems).
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45901, false, '2025-09-01'],
    [45901.520833333336, false, '2025-09-01T12:30:00'],
    [45900.9999999, false, '2025-09-01'],
    [2958465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
    [44439, true, '2025-09-01'],
    [0.4375, false, '10:30:00'],
  ])('shows %d (1904: %s) as %s', (serial, date1904, shown) => {
    expect(dateOfSerial(serial, date1904)).toBe(shown);
  });

  it.each([-1, 2958466, NaN])('shows no date for %d', (serial) => {
    expect(dateOfSerial(serial, false)).toBeNull();
  });

  it('agrees with UTC arithmetic on every day after the gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
        const utc = new Date(Date.UTC(1899, 11, 30) + serial * 86400000).toISOString().slice(0, 10);
        expect(dateOfSerial(serial, false)).toBe(utc);
      }),
    );
  });
});

describe('isDateFormat', () => {
  it.each([
    'm/d/yy',
    'dd.mm.yyyy',
    'd mmmm yyyy\\ "г."',
    '[$-419]d mmm;@',
    'yyyy-mm-dd hh:mm:ss',
    'h:mm AM/PM',
    'mm:ss.0',
    'd mmm г.',
  ])('%s shows a date', (format) => {
    expect(isDateFormat(format)).toBe(true);
  });
  it.each([
    'General',
    'Основной',
    '0',
    '0.00',
    '# ##0',
    '0%',
    '0.00E+00',
    '@',
    '# ?/?',
    '[h]:mm',
    '0" дн."',
    '[Red]0',
    '"d"0',
  ])('%s shows none', (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});
