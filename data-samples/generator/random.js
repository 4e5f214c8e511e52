/**
 * A reproducible source of chance with the few draws the sample school needs.
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;

  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** @param {number} low @param {number} high */
  function drawInteger(low, high) {
    return low + Math.floor(next() * (high - low + 1));
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  function pick(list) {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new RangeError('Nothing to pick from');
    return found;
  }

  /** @param {number} probability */
  function chance(probability) {
    return next() < probability;
  }

  function drawNormal() {
    let sum = -6;
    for (let index = 0; index < 12; index += 1) sum += next();
    return sum;
  }

  /** @template T @param {readonly T[]} list @returns {T[]} */
  function shuffle(list) {
    const copy = [...list];
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = Math.floor(next() * (index + 1));
      const kept = /** @type {T} */ (copy[index]);
      copy[index] = /** @type {T} */ (copy[other]);
      copy[other] = kept;
    }
    return copy;
  }

  /** @template T @param {readonly T[]} list @param {(item: T) => number} weigh @returns {T} */
  function pickWeighted(list, weigh) {
    let left = next() * list.reduce((sum, item) => sum + weigh(item), 0);
    for (const item of list) {
      left -= weigh(item);
      if (left < 0) return item;
    }
    return pick(list);
  }

  /**
   * @template T
   * @param {readonly T[]} list
   * @param {number} count
   * @param {(item: T) => number} weigh
   * @returns {T[]}
   */
  function sampleWeighted(list, count, weigh) {
    return list
      .map((item) => ({ item, key: -Math.log(1 - next()) / weigh(item) }))
      .sort((left, right) => left.key - right.key)
      .slice(0, count)
      .map(({ item }) => item);
  }

  return { next, drawInteger, pick, chance, drawNormal, shuffle, pickWeighted, sampleWeighted };
}

/** @typedef {ReturnType<typeof createRandom>} Random */
