import type { CellValue, Dialect } from '#lib/model/sheet.ts';
import { firstLines, newlineOf } from './byte-lines.ts';
import { arrived, type Arrival } from '../arrival.ts';
import { cutBytes } from './cut-bytes.ts';
import { oddRow } from './gathered-rows.ts';
import type { CodedRows } from '../coded/coded-rows.ts';
import { byteOrderMark, unmarkedUtf16 } from '../encoding-evidence.ts';
import { decodeText, detectEncoding, type Encoding, type EncodingReading } from '../encoding.ts';

const headLength = 1 << 20;
const endMark = 26;

/** The beginning of a long text, and by what the rest can be read without ever holding it whole. */
export interface LongText {
  readonly bytes: Uint8Array;
  readonly arrives: Arrival;
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
async function encodingOf(
  bytes: Uint8Array,
  head: Uint8Array,
  arrives: Arrival,
): Promise<EncodingReading> {
  const mark = byteOrderMark(bytes)?.encoding ?? unmarkedUtf16(bytes);
  const isUnicode = mark === 'utf-8' || (mark === null && isUtf8(head));
  if (isUnicode) return { encoding: 'utf-8', confidence: 1 };
  await arrives(bytes.length);
  return detectEncoding(bytes);
}

/** Looks at the beginning of a text; null where it has to be read whole: in two bytes a letter, or with other line ends. */
export async function openLongText(
  bytes: Uint8Array,
  encoding: Encoding | null,
  arrives: Arrival = arrived,
): Promise<LongText | null> {
  await arrives(headLength);
  const first = firstLines(bytes, headLength);
  const reading = encoding ? { encoding, confidence: 1 } : await encodingOf(bytes, first, arrives);
  const newline = reading.encoding.startsWith('utf-16') ? null : newlineOf(first);
  if (newline === null) return null;
  // A cell far below may be the first to hold a line end of its own.
  const newlines = newline === '\n' ? [newline] : [newline, '\n' as const];
  return { bytes, arrives, reading, head: decodeText(first, reading.encoding), newlines };
}

/** The rows of a long text; null where it turns out not to be in order. */
export async function cutLongText(
  { bytes, arrives, reading: { encoding } }: LongText,
  dialect: Dialect,
  width: number,
  onProgress: (share: number) => void,
): Promise<CodedRows | null> {
  const isMarked = encoding === 'utf-8' && byteOrderMark(bytes)?.encoding === encoding;
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true });
  const rows = await cutBytes(bytes, isMarked ? 3 : 0, { dialect, decoder, onProgress, arrives });
  if (bytes.at(-1) === endMark) return null;
  return rows && withOddRows(rows, dialect, width);
}

/** The rows with those parted that only another delimiter parts. */
function withOddRows(rows: CodedRows, dialect: Dialect, width: number): CodedRows {
  const odd = new Map<number, CellValue[]>();
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows.widths[row] === 1 ? oddRow(rows.cell(row, 0), dialect, width) : null;
    if (cells !== null) odd.set(row, cells);
  }
  return rows.with(odd);
}
