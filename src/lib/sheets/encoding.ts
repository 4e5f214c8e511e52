import {
  byteOrderMark,
  isFlawedUtf8,
  isWestern,
  sampleAboveAscii,
  unmarkedUtf16,
} from './encoding-evidence.ts';
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

/** Cyrillic code pages with the logarithm of how rare they are among schools' files: it decides between equal readings. */
const codePages: readonly (readonly [encoding: Encoding, rarity: number])[] = [
  ['windows-1251', 0],
  ['ibm866', -0.3],
  ['koi8-r', -0.5],
  ['x-mac-cyrillic', -1],
];

/** The text of bytes that are UTF-8 without a flaw, else null. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The encoding of a text file, decided on all of it: a byte order mark, else a fatal UTF-8 attempt, else UTF-8 with a few stray
 * bytes, else the Cyrillic code page whose letters look most like Russian by frequency, neighbours and case, with windows-1252
 * as the guard for Western text.
 */
export function detectEncoding(bytes: Uint8Array): EncodingReading {
  const { encoding, confidence } = judge(bytes);
  return { encoding, confidence };
}

/** The text of a file without its byte order mark, in the encoding that detectEncoding finds. */
export function readEncoded(bytes: Uint8Array): EncodingReading & { readonly text: string } {
  const { text, ...reading } = judge(bytes);
  return { ...reading, text: text ?? decodeText(bytes, reading.encoding) };
}

/** The encoding of bytes, with their text where finding it out has made one. */
function judge(bytes: Uint8Array): EncodingReading & { readonly text: string | null } {
  const mark = byteOrderMark(bytes)?.encoding;
  const wide = mark === 'utf-8' ? null : (mark ?? unmarkedUtf16(bytes));
  if (wide) return { encoding: wide, confidence: mark ? 1 : 0.95, text: null };
  const text = decodeUtf8(bytes);
  if (text !== null) return { encoding: 'utf-8', confidence: 1, text };
  const best: EncodingReading =
    mark === 'utf-8' || isFlawedUtf8(bytes)
      ? { encoding: 'utf-8', confidence: 0.9 }
      : (rankCodePages(sampleAboveAscii(bytes))[0] ?? { encoding: 'utf-8', confidence: 0 });
  return { ...best, text: null };
}

/** Every encoding, the one that detectEncoding finds first, then the others from likely to unlikely. */
export function rankEncodings(bytes: Uint8Array): readonly EncodingReading[] {
  const best = detectEncoding(bytes);
  const ranked = [best, ...rankCodePages(sampleAboveAscii(bytes))];
  ranked.push(...encodings.map((encoding) => ({ encoding, confidence: 0 })));
  return ranked.filter(
    ({ encoding }, index) => ranked.findIndex((reading) => reading.encoding === encoding) === index,
  );
}

/** The one-byte encodings from likely to unlikely for the letters above ASCII of a file. */
function rankCodePages(sample: Uint8Array): EncodingReading[] {
  const letters = Math.max(1, sample.filter((byte) => byte >= 0x80).length);
  const scored = codePages
    .map(([encoding, rarity]) => ({
      encoding,
      score: russianLikelihood(new TextDecoder(encoding).decode(sample)) + rarity / letters,
    }))
    .sort((a, b) => b.score - a.score);
  const lead = (scored[0]?.score ?? 0) - (scored[1]?.score ?? -Infinity);
  const ranked = scored.map(({ encoding, score }, index): EncodingReading => {
    const plausible = Math.min(1, Math.max(0, (score + 9) / 4));
    return { encoding, confidence: plausible * (index > 0 ? 0.5 : lead > 0.02 ? 1 : 0.8) };
  });
  const western: EncodingReading = { encoding: 'windows-1252', confidence: 0.6 };
  return isWestern(sample) ? [western, ...ranked] : [...ranked, { ...western, confidence: 0.1 }];
}

/** The text of a file in an encoding, without its byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
