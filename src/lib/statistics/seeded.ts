/** A stream of numbers that looks random and is the same for the same seed; each call gives one, 0 ≤ u < 1. */
export type RandomStream = () => number;

/** Four 32-bit words of state, not all of them 0. */
export type SeedWords = readonly [number, number, number, number];

/**
 * Numbers of 53 bits from two outputs of xoshiro128**, whose state splitmix32 makes out of the seed; any finite seed will do.
 * Blackman & Vigna 2021, ACM Trans Math Softw 47:36; mixing: Steele, Lea & Flood 2014, OOPSLA.
 */
export function seeded(seed: number): RandomStream {
  const mix = splitmix32(seed);
  const next = xoshiro128([mix(), mix(), mix(), mix()]);
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

/** The bare generator: whole numbers 0 … 2³² − 1 from a state. Reference: prng.di.unimi.it/xoshiro128starstar.c. */
export function xoshiro128(state: SeedWords): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function splitmix32(seed: number): () => number {
  let state = Math.trunc(seed) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}
