import type { CellValue, Dialect } from '#lib/model/sheet.ts';
import { firstLines, newlineOf } from './byte-lines.ts';
import { cutBytes } from './cut-bytes.ts';
import { byteOrderMark, unmarkedUtf16 } from '../encoding-evidence.ts';
import { decodeText, detectEncoding, type Encoding, type EncodingReading } from '../encoding.ts';

const headLength = 1 << 20;
const endMark = 26;

/** The beginning of a long text, and by what the rest can be read without ever holding it whole. */
export interface LongText {
  readonly bytes: Uint8Array;
  readonly reading: EncodingReading;
  /** The text of the first lines. */
  readonly head: string;
  /** The line ends that it may have, from the one that it begins with on. */
  readonly newlines: readonly Dialect['newline'][];
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The encoding of bytes that begin as UTF-8 (which the reading of the rest puts to the test), else as it is found on all. */
function encodingOf(bytes: Uint8Array, head: Uint8Array): EncodingReading {
  const mark = byteOrderMark(bytes)?.encoding ?? unmarkedUtf16(bytes);
  const isUnicode = mark === 'utf-8' || (mark === null && isUtf8(head));
  return isUnicode ? { encoding: 'utf-8', confidence: 1 } : detectEncoding(bytes);
}

/** Looks at the beginning of a text; null where it has to be read whole: in two bytes a letter, or with other line ends. */
export function openLongText(
  bytes: Uint8Array,
  encoding: Encoding | null,
  most = headLength,
): LongText | null {
  const first = firstLines(bytes, most);
  const reading = encoding ? { encoding, confidence: 1 } : encodingOf(bytes, first);
  const newline = reading.encoding.startsWith('utf-16') ? null : newlineOf(first);
  if (newline === null || bytes.at(-1) === endMark) return null;
  // A cell far below may be the first to hold a line end of its own.
  const newlines = newline === '\n' ? [newline] : [newline, '\n' as const];
  return { bytes, reading, head: decodeText(first, reading.encoding), newlines };
}

/** Cuts a long text into rows of stored cells; false, with rows already given, where it turns out not to be in order. */
export function cutLongText(
  { bytes, reading: { encoding } }: LongText,
  dialect: Dialect,
  onRows: (rows: CellValue[][], share: number) => void,
): boolean {
  const isMarked = encoding === 'utf-8' && byteOrderMark(bytes)?.encoding === encoding;
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true });
  return cutBytes(bytes, isMarked ? 3 : 0, { dialect, decoder, onRows });
}
