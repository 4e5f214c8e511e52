import type { Dialect } from '#lib/model/sheet.ts';
import { cutText } from './dialect/cut-text.ts';
import { detectDialect, widthOf } from './dialect.ts';
import { byteOrderMark } from './encoding-evidence.ts';
import { decodeText, detectEncoding, type Encoding } from './encoding.ts';
import { plainText } from './plain-text.ts';

const mostBytes = 1 << 18;

/** What a person chose for a text file in place of what was found. */
export interface TextChoice {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** The beginning of a text file as it reads with an encoding and a dialect. */
export interface TextPreview {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** Cells as text, blank ones as ''; rows may be ragged. */
  readonly cells: string[][];
}

/** The first bytes of a file up to the end of a line, or all that were asked for when no line ends in them. */
function beginningOf(bytes: Uint8Array, encoding: Encoding | undefined): Uint8Array {
  if (bytes.length <= mostBytes) return bytes;
  const wide =
    encoding?.startsWith('utf-16') ?? byteOrderMark(bytes)?.encoding.startsWith('utf-16');
  const end = Math.max(bytes.lastIndexOf(10, mostBytes), bytes.lastIndexOf(13, mostBytes));
  if (end < 1) return bytes.subarray(0, mostBytes);
  return bytes.subarray(0, wide ? end & ~1 : end);
}

/**
 * The first `rows` rows of a text file at once, without reading the rest: what a choice of encoding or delimiter makes of it. A
 * choice is not questioned; what is not chosen is judged on the beginning of the file only.
 */
export function previewText(bytes: Uint8Array, choice: TextChoice, rows: number): TextPreview {
  const beginning = beginningOf(bytes, choice.encoding);
  const encoding = choice.encoding ?? detectEncoding(beginning).encoding;
  const text = plainText(decodeText(beginning, encoding));
  const dialect = detectDialect(text, choice.delimiter ?? null);
  const cells: string[][] = [];
  const onRows = (cut: string[][]) => {
    for (const row of cut.slice(0, rows - cells.length))
      cells.push(row.map((cell) => cell.replace(/\r$/, '')));
  };
  cutText(text, { dialect, width: widthOf(text, dialect), onRows });
  return { encoding, dialect, cells };
}
