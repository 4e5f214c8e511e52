import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPartialKey } from '../../person-name.ts';
import { compareNames, eachNameHash, nameKeys } from './name-likeness.ts';
import { pairNames } from './name-pairs.ts';
import { hashText } from './sieve.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('а', 'б', 'в'), minLength: 2, maxLength: 6 }),
  fc.constantFrom('наталья', 'наталия', 'даниил', 'данил', 'иванов', 'иваноов', 'п'),
);
const name = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.toSorted().join(' '));

/** Alike but for two short names, which tell nothing about each other. */
const isLike = (one: string, other: string) =>
  !(isPartialKey(one) && isPartialKey(other)) && compareNames(one, other) !== null;

test('the hashes of a name are those of its keys', () => {
  fc.assert(
    fc.property(name, (key) => {
      const hashes: number[] = [];
      eachNameHash(key, (hash) => hashes.push(hash));
      expect(hashes).toEqual(nameKeys(key).map((text) => hashText(text)));
    }),
  );
});

test('all names that are alike are met once, but for pairs without a fresh one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.boolean()), { maxLength: 20 }), (list) => {
      const isFresh = (index: number) => list[index]?.[1] ?? false;
      const passes = (a: number, b: number) => isFresh(a) || isFresh(b);
      const expected = list.flatMap(([one], a) =>
        list.flatMap(([other], b) =>
          a < b && passes(a, b) && isLike(one, other) ? [`${a} ${b}`] : [],
        ),
      );
      const pairs = pairNames(
        list.map(([key]) => key),
        isFresh,
        passes,
      );
      const met = pairs.map(([a, b]) => `${a} ${b}`);
      expect(new Set(met).size).toBe(met.length);
      expect(met).toEqual(expect.arrayContaining(expected));
    }),
  );
});
