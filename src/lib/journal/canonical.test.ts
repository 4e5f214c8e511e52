import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalBytes } from './canonical.ts';

const textOf = (value: unknown): string => new TextDecoder().decode(canonicalBytes(value));

it('gives equal values the same bytes, whatever the order of their fields, and after storing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything({ withDate: true })), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(textOf(turned)).toBe(textOf(value));
      expect(textOf(structuredClone(value))).toBe(textOf(value));
    }),
  );
});

it('tells values apart that a reader can tell apart', () => {
  const values = [
    0,
    -0,
    1,
    '1',
    '',
    null,
    undefined,
    NaN,
    true,
    'true',
    [],
    {},
    [[]],
    [''],
    ['', ''],
  ];
  const further = [
    { a: 1 },
    { a: '1' },
    { a: undefined },
    { b: 1 },
    [1, 2],
    ['1,2'],
    '\ud800',
    '\ud801',
  ];
  const texts = [...values, ...further].map(textOf);
  expect(new Set(texts).size).toBe(texts.length);
});
