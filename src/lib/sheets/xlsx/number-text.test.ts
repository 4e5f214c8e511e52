import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDecimal } from './number-text.ts';

function read(text: string): number {
  const bytes = strToU8(`[${text}]`);
  return readDecimal(bytes, 1, bytes.length - 1);
}

describe('readDecimal', () => {
  it('reads every number as the language itself does', () => {
    const written = fc.oneof(
      fc.double().map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toExponential()),
      fc.integer().map(String),
      fc
        .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat({ max: 30 }))
        .map(
          ([digits, zeros]) => `${digits}.${'0'.repeat(zeros)}${digits < 0n ? -digits : digits}`,
        ),
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(read(text)).toBe(parseFloat(text));
      }),
      {
        numRuns: 2000,
      },
    );
  });

  it.each(['', '-', '.', 'abc', '12abc', ' 7 ', '+3', '1.', '.5', '-.5', '-0', '1e', '٣'])(
    'reads «%s» as far as the language does',
    (text) => {
      expect(read(text)).toBe(parseFloat(text));
    },
  );
});
