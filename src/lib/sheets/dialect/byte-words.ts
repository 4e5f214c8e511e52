/**
 * Whether four bytes, read as one number, hold a byte below 14 or one that `pattern` repeats four times: the lowest bit that is
 * set stands at the top of the first such byte. Bits above it may be set in vain.
 */
export function marksIn(word: number, pattern: number): number {
  const other = word ^ pattern;
  return (((word - 0x0e0e0e0e) & ~word) | ((other - 0x01010101) & ~other)) & 0x80808080;
}

/** A hash with four more bytes mixed in. */
export function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x9e3779b1);
  return next ^ (next >>> 15);
}

/** A number that tells most stretches of bytes apart, made of four bytes at a time. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = 0;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = mixed(hash, view.getInt32(at, true));
  if (at === to) return hash;
  let rest = 0;
  for (let byte = 0; at + byte < to; byte += 1) rest |= view.getUint8(at + byte) << (8 * byte);
  return mixed(hash, rest);
}
