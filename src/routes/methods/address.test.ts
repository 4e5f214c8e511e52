import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions } from '#lib/model/dimension.ts';
import { readAddress, readMeasureId, writeAddress, type MethodChoice } from './address.ts';

const anyChoice: fc.Arbitrary<MethodChoice> = fc.record({
  measure: fc.option(fc.constantFrom(...(Object.keys(measures) as MeasureId[]))),
  period: fc.option(fc.constantFrom('2025-1', '2024/25-4', '2025')),
  grain: fc.constantFrom('term' as const, 'half' as const, 'year' as const),
  by: fc.option(fc.constantFrom(...dimensions)),
  member: fc.option(fc.record({ key: fc.oneof(fc.string(), fc.integer(), fc.constant(null)) })),
});

describe('the address of a method', () => {
  it('comes back as it was written, through its text', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const address = writeAddress(choice);
        expect(readAddress(new URLSearchParams(address))).toEqual({ choice, unknown: [] });
      }),
    );
  });

  it('tells what it does not know and keeps the rest', () => {
    const reading = readAddress(
      new URLSearchParams('measure=M99&by=colour&grain=week&period=2025-4&member={'),
    );
    expect(reading.choice).toMatchObject({ measure: null, by: null, period: '2025-4' });
    expect(reading.unknown).toEqual(['M99', 'by=colour', 'grain=week', 'member={']);
  });

  it.each(['M09', 'm9', 'М09', ' м 9 '])('takes a measure as people type it: «%s»', (text) => {
    expect(readMeasureId(text)).toBe('M09');
  });

  it.each(['', '9', 'M', 'M999', 'toString'])('takes no measure from «%s»', (text) => {
    expect(readMeasureId(text)).toBeNull();
  });
});
