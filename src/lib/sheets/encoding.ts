import { russianLikelihood } from './russian.ts';

/** Encodings that the reader tells apart, by the labels that TextDecoder knows. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1252',
] as const;

/** Encoding of a text file. */
export type Encoding = (typeof encodings)[number];

/** An encoding with how sure the reader is of it, 0 to 1. */
export interface EncodingReading {
  readonly encoding: Encoding;
  readonly confidence: number;
}

const singleByte: readonly Encoding[] = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'];
const sampleLength = 1 << 16;

/** The text of bytes that are UTF-8 without a flaw, else null. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: zero or Cyrillic high bytes (0x04) pile up on even or on odd places. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, sampleLength) & ~1;
  if (length < 4) return null;
  const counts = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === 0 || byte === 4) counts[at & 1] = (counts[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = counts;
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** Bytes around the letters above ASCII from the start, the middle and the end, so that a huge file is judged by its text. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const high: number[] = [];
  const parts = bytes.length > sampleLength * 4 ? [0, 0.3, 0.6, 0.9] : [0];
  for (const part of parts) {
    const limit = Math.min(bytes.length, Math.floor(part * bytes.length) + 16 * sampleLength);
    const room = high.length + sampleLength / parts.length;
    for (let at = Math.floor(part * bytes.length); at < limit && high.length < room; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x80 || (bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) {
        high.push(byte);
      } else if (high[high.length - 1] !== 0x20) high.push(0x20);
    }
  }
  return Uint8Array.from(high);
}

/**
 * The encoding of a text file: a byte order mark, else a fatal UTF-8 attempt over the whole file, else the Cyrillic code page
 * whose letters look most like Russian by frequency, neighbours and case, with windows-1252 as the guard for Western text.
 */
export function detectEncoding(bytes: Uint8Array): EncodingReading {
  const { encoding, confidence } = readEncoded(bytes);
  return { encoding, confidence };
}

/** The text of a file without its byte order mark, in the encoding that detectEncoding finds. */
export function readEncoded(bytes: Uint8Array): EncodingReading & { readonly text: string } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const wide = marked ?? unmarkedUtf16(bytes);
  if (wide) return { encoding: wide, confidence: marked ? 1 : 0.95, text: decodeText(bytes, wide) };
  const text = decodeUtf8(bytes);
  if (text !== null) return { encoding: 'utf-8', confidence: 1, text };
  const reading = detectCodePage(bytes);
  return { ...reading, text: decodeText(bytes, reading.encoding) };
}

function detectCodePage(bytes: Uint8Array): EncodingReading {
  const sample = sampleOf(bytes);
  const scored = singleByte
    .map((encoding) => ({
      encoding,
      score: russianLikelihood(new TextDecoder(encoding).decode(sample)),
    }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0] ?? { encoding: 'windows-1251' as const, score: 0 };
  const second = scored[1]?.score ?? -Infinity;
  if (best.score < -6 && isWestern(sample)) return { encoding: 'windows-1252', confidence: 0.6 };
  const plausible = Math.min(1, Math.max(0, (best.score + 9) / 4));
  return {
    encoding: best.encoding,
    confidence: plausible * (best.score - second > 0.02 ? 1 : 0.8),
  };
}

/** Western text has its accented letters one by one among ASCII letters, Russian has them in runs. */
function isWestern(sample: Uint8Array): boolean {
  let high = 0;
  let alone = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if ((sample[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80) alone += 1;
  }
  return high > 0 && alone / high > 0.6;
}

/** The text of a file in an encoding, without its byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
