import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAll,
  addPerson,
  bitsFor,
  countPeople,
  countShared,
  emptySet,
  forEachShared,
  setOf,
} from './person-set.ts';

const bits = bitsFor(200);
const numbers = fc.uniqueArray(fc.nat({ max: 199 }));

function made(people: readonly number[]) {
  const set = emptySet(bits);
  for (const person of people) addPerson(set, person);
  return set;
}

describe('sets of people', () => {
  it('are unions, intersections and counts of plain sets', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const both = a.filter((person) => b.includes(person));
        expect(countPeople(made(a))).toBe(a.length);
        expect(countShared(made(a), made(b))).toBe(both.length);
        const visited: number[] = [];
        forEachShared(made(a), made(b), (person) => visited.push(person));
        expect(visited.sort((x, y) => x - y)).toEqual(both.sort((x, y) => x - y));
        const united = made(a);
        addAll(united, made(b));
        expect(countPeople(united)).toBe(new Set([...a, ...b]).size);
      }),
    );
  });

  it('are read from bit strings whose first bit is the highest of the first byte', () => {
    const bytes = new Uint8Array(bits / 8);
    bytes[0] = 0b1000_0001;
    bytes[24] = 0b0000_0001;
    const found: number[] = [];
    const set = setOf(bytes, bits);
    forEachShared(set, set, (person) => found.push(person));
    expect(found.sort((a, b) => a - b)).toEqual([0, 7, 199]);
    expect(countPeople(setOf(null, bits))).toBe(0);
    expect(() => setOf(new Uint8Array(1), bits)).toThrow(RangeError);
  });

  it('hold a whole number of words', () => {
    expect([0, 1, 32, 33].map(bitsFor)).toEqual([32, 32, 32, 64]);
  });
});
