import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions } from '#lib/model/dimension.ts';
import {
  isAskable,
  liveWords,
  numberForms,
  numbersIn,
  readNumber,
  readText,
  writeNumber,
  writeWord,
  type LiveNumber,
} from './live-number.ts';

const key = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer());

const anyNumber: fc.Arbitrary<LiveNumber> = fc
  .record({
    measure: fc.constantFrom(...(Object.keys(measures) as MeasureId[])),
    members: fc.uniqueArray(
      fc.record({ dimension: fc.constantFrom(...dimensions), key: fc.option(key) }),
      { maxLength: 2, selector: ({ dimension }) => dimension },
    ),
    selection: fc.array(
      fc.record({
        dimension: fc.constantFrom(...dimensions),
        values: fc.array(key, { minLength: 1, maxLength: 3 }),
        excluded: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    time: fc.oneof(
      fc.constantFrom('this' as const, 'year-ago' as const, 'last' as const),
      fc.constant({ period: '2025-1' }),
    ),
    grain: fc.constantFrom('term' as const, 'half' as const, 'year' as const),
    form: fc.constantFrom(...numberForms),
  })
  .filter(isAskable);

const letters = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replaceAll(/[{}]/g, ''));

describe('a live number', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(readNumber(writeNumber(number))).toEqual(number);
      }),
    );
  });

  it('stands in a text among letters and names, and nothing of the text is lost', () => {
    const token = fc.oneof(
      anyNumber.map(writeNumber),
      fc.constantFrom(...liveWords.map(writeWord)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, token), { maxLength: 4 }), letters, (pairs, end) => {
        const text = pairs.flat().join('') + end;
        const parts = readText(text);
        expect(
          parts.map((part) => (part.kind === 'letters' ? part.text : part.token)).join(''),
        ).toBe(text);
        expect(parts.filter(({ kind }) => kind !== 'letters')).toHaveLength(pairs.length);
      }),
    );
  });

  it.each([
    '{{}}',
    '{{M99}}',
    '{{M01 as=guess}}',
    '{{M01 of.block}}',
    '{{M01 of.block=I}}',
    '{{M01 of.block=%}}',
    '{{M01 of.partner=3}}',
    '{{M21 of.class=%225А%22}}',
    '{{M05 as=of}}',
    '{{M01 of.block=%22I%22 of.block=%22II%22}}',
    '{{M01 at=<script>}}',
    '{{__proto__}}',
    'M01',
  ])('that cannot be asked for is none: %s', (token) => {
    expect(readNumber(token)).toBeNull();
    expect(readText(token)).toEqual([{ kind: 'letters', text: token }]);
  });

  it('is told once, however often it stands', () => {
    expect([...numbersIn(['{{M01}} и {{M01}}', '{{M01 as=n}}']).keys()]).toEqual([
      '{{M01}}',
      '{{M01 as=n}}',
    ]);
  });
});
