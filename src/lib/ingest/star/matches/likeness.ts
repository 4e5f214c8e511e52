/** Whether two words differ by one letter put in, left out, changed or swapped with its neighbour, or not at all. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2)
  );
}

/** A word and all that it becomes when one letter is left out; two words one slip apart share at least one of these. */
export function slipKeys(word: string): string[] {
  const keys = [word];
  for (let at = 0; at < word.length; at += 1)
    if (!isRepeated(word, at)) keys.push(word.slice(0, at) + word.slice(at + 1));
  return keys;
}

/** Whether a letter is the same as the one before it, so that leaving out either gives one word. */
export const isRepeated = (word: string, at: number) =>
  at > 0 && word.charCodeAt(at) === word.charCodeAt(at - 1);

/** Pairs of things that share a key; keys that more than `most` things share tell nothing and are passed over. */
export class Blocking {
  // Nearly every key has one holder: it is kept as a bare number, without a list of its own.
  readonly #holders = new Map<string, number | number[]>();
  readonly #most: number;

  constructor(most = 64) {
    this.#most = most;
  }

  /** Says that a thing has a key. */
  put(key: string, thing: number): void {
    const holders = this.#holders.get(key);
    if (holders === undefined) this.#holders.set(key, thing);
    else if (typeof holders === 'number') {
      if (holders !== thing) this.#holders.set(key, [holders, thing]);
    } else if (holders.length <= this.#most && holders.at(-1) !== thing) holders.push(thing);
  }

  /** Says that a thing has a key, which matters only where another has said so before. */
  join(key: string, thing: number): void {
    if (this.#holders.has(key)) this.put(key, thing);
  }

  /** Every pair that shares a key and passes, once, the lesser number first. */
  pairs(passes: (a: number, b: number) => boolean): [number, number][] {
    const found = new Map<number, [number, number]>();
    for (const holders of this.#holders.values()) {
      if (typeof holders === 'number' || holders.length > this.#most) continue;
      for (const [place, one] of holders.entries()) {
        for (let next = place + 1; next < holders.length; next += 1) {
          const other = holders[next] ?? one;
          const [a, b] = one < other ? [one, other] : [other, one];
          const code = a * 0x400_0000 + b;
          if (a !== b && !found.has(code) && passes(a, b)) found.set(code, [a, b]);
        }
      }
    }
    return [...found.values()];
  }
}
