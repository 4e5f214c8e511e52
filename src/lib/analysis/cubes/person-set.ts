/**
 * A set of people by their dense numbers, one bit each, in the order in which DuckDB writes bit strings: the first bit is the
 * highest of the first byte. Every set of one database has the same length.
 */
export type PersonSet = Uint32Array;

const wordBits = 32;
const bytesOfWord = 4;

/** The number of bits, a multiple of 32, that holds so many people. */
export function bitsFor(people: number): number {
  return Math.max(1, Math.ceil(people / wordBits)) * wordBits;
}

/** An empty set of so many bits. */
export function emptySet(bits: number): PersonSet {
  return new Uint32Array(bits / wordBits);
}

/** The bytes of a bit string as a set; null is nobody. Throws where they are of another length. */
export function setOf(bytes: Uint8Array | null, bits: number): PersonSet {
  if (bytes === null) return emptySet(bits);
  if (bytes.length * 8 !== bits) {
    throw new RangeError(`A bit string of ${bytes.length} bytes is not of ${bits} bits`);
  }
  const whole = bytes.byteOffset % bytesOfWord === 0 ? bytes : bytes.slice();
  return new Uint32Array(whole.buffer, whole.byteOffset, bits / wordBits);
}

/** Puts a person into a set. */
export function addPerson(set: PersonSet, person: number): void {
  const word = person >>> 5;
  set[word] = (set[word] ?? 0) | (1 << ((person & 31) ^ 7));
}

/** Whether a person is in a set. */
export function hasPerson(set: PersonSet, person: number): boolean {
  return ((set[person >>> 5] ?? 0) & (1 << ((person & 31) ^ 7))) !== 0;
}

/** Puts everybody of a set into another. */
export function addAll(into: PersonSet, from: PersonSet): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) | (from[i] ?? 0);
}

function bitCount(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many people are in both sets. */
export function countShared(a: PersonSet, b: PersonSet): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 1) count += bitCount((a[i] ?? 0) & (b[i] ?? 0));
  return count;
}

/** How many people are in a set. */
export function countPeople(set: PersonSet): number {
  return countShared(set, set);
}

/** Visits every person who is in both sets, in no order that means anything. */
export function forEachShared(a: PersonSet, b: PersonSet, visit: (person: number) => void): void {
  for (let i = 0; i < a.length; i += 1) {
    let left = (a[i] ?? 0) & (b[i] ?? 0);
    while (left !== 0) {
      const lowest = left & -left;
      visit((i << 5) | ((31 - Math.clz32(lowest)) ^ 7));
      left ^= lowest;
    }
  }
}
