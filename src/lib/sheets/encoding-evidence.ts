const sampleLength = 1 << 16;
const segments = 16;

function isLatinLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 32) >= 0x61 && (byte | 32) <= 0x7a;
}

/** The encoding that a byte order mark names, with the length of the mark, or null. */
export function byteOrderMark(
  bytes: Uint8Array,
): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number } | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  return null;
}

/** UTF-16 without a mark: zero or Cyrillic high bytes (0x04) pile up on even or on odd places. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, sampleLength) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    const first = bytes[at];
    const second = bytes[at + 1];
    if (first === 0 || first === 4) even += 1;
    if (second === 0 || second === 4) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** Length of the well-formed UTF-8 sequence that starts at a byte above ASCII, 0 when it is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let next = at + 1; next < at + length; next += 1)
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/**
 * True for bytes that are UTF-8 but for a few strays: a byte that came in from another file, or a last letter cut in half.
 * Code pages fail it at once, because their letters hardly ever fall into well-formed sequences.
 */
export function isFlawedUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let flaws = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = sequenceAt(bytes, at);
    if (length === 0) flaws += 1;
    else {
      sound += 1;
      at += length - 1;
    }
    if (flaws > 1000 && flaws > sound) return false;
  }
  return sound > 0 && flaws * 8 <= sound;
}

/**
 * The letters above ASCII with their neighbours from all over the file, stretches of plain ASCII shrunk to one space, so that a
 * huge file is judged by what little of it tells encodings apart.
 */
export function sampleAboveAscii(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  const whole = bytes.length <= sampleLength * 4;
  const parts = whole ? 1 : segments;
  for (let part = 0; part < parts; part += 1) {
    const start = Math.floor((part * bytes.length) / parts);
    const end = Math.floor(((part + 1) * bytes.length) / parts);
    const room = whole ? Infinity : kept.length + sampleLength / parts;
    for (let at = start; at < end && kept.length < room; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x80 || (bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) {
        kept.push(byte);
      } else if (kept[kept.length - 1] !== 0x20) kept.push(0x20);
    }
  }
  return Uint8Array.from(kept);
}

/** Western text has its accented letters one by one inside of Latin words; Russian has runs that touch no Latin letter. */
export function isWestern(sample: Uint8Array): boolean {
  let high = 0;
  let inLatin = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if ((sample[at] ?? 0) < 0x80) continue;
    const start = at;
    while ((sample[at + 1] ?? 0) >= 0x80) at += 1;
    const run = at - start + 1;
    high += run;
    if (run <= 2 && (isLatinLetter(sample[start - 1]) || isLatinLetter(sample[at + 1])))
      inLatin += run;
  }
  return high > 0 && inLatin / high > 0.5;
}
