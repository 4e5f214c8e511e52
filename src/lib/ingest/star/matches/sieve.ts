/** The hash of no text, which others start from (FNV-1a, 32 bits). */
export const emptyHash = 0x811c9dc5;

/** The hash of what `hash` stands for with one more character. */
export const hashOn = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);

/** The hash of what `hash` stands for with a text after it. */
export function hashText(text: string, hash: number = emptyHash): number {
  let on = hash;
  for (let at = 0; at < text.length; at += 1) on = hashOn(on, text.charCodeAt(at));
  return on;
}

const bitsOfKey = 32;
const fewestBits = 1 << 12;
const mostBits = 2 ** 30;

/**
 * Tells by their hashes which keys may be shared, at a few bits a key: a key that is called unshared has one holder for
 * certain, a key that is called shared may have one too.
 */
export class Sieve {
  readonly #held: Uint32Array;
  readonly #shared: Uint32Array;
  readonly #mask: number;
  /** Whether any key may be shared. */
  anyShared = false;

  /** `keys` is about how many keys there will be. */
  constructor(keys: number) {
    let bits = fewestBits;
    while (bits < keys * bitsOfKey && bits < mostBits) bits *= 2;
    this.#mask = bits - 1;
    this.#held = new Uint32Array(bits >>> 5);
    this.#shared = new Uint32Array(bits >>> 5);
  }

  #bitOf(hash: number): number {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) & this.#mask;
  }

  /** Says that one more thing has a key. */
  hold(hash: number): void {
    const bit = this.#bitOf(hash);
    const [word, flag] = [bit >>> 5, 1 << (bit & 31)];
    if (((this.#held[word] ?? 0) & flag) === 0) this.#held[word] = (this.#held[word] ?? 0) | flag;
    else this.#share(word, flag);
  }

  /** Says that one more thing has a key which matters only where another holds it. */
  meet(hash: number): void {
    const bit = this.#bitOf(hash);
    const [word, flag] = [bit >>> 5, 1 << (bit & 31)];
    if (((this.#held[word] ?? 0) & flag) !== 0) this.#share(word, flag);
  }

  #share(word: number, flag: number): void {
    this.#shared[word] = (this.#shared[word] ?? 0) | flag;
    this.anyShared = true;
  }

  /** Whether a key may be held by several things. */
  isShared(hash: number): boolean {
    const bit = this.#bitOf(hash);
    return ((this.#shared[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }
}
