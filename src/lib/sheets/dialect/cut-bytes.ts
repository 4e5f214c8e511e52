import type { CellValue, Dialect } from '#lib/model/sheet.ts';
import { ColumnTexts } from './column-texts.ts';

const usualBlock = 1 << 17;
const longestRow = 1 << 18;

const feed = 10;
const carriage = 13;

/** What a byte is to the cutting; every other one is a part of a cell. */
const [delimits, feeds, returns, spoils] = [1, 2, 3, 4] as const;

/** What is to be cut by its bytes, in an encoding that writes ASCII as ASCII and nothing else with its bytes. */
export interface ByteCutting {
  readonly dialect: Dialect;
  /** Keeps a byte order mark, and refuses what its encoding does not know. */
  readonly decoder: TextDecoder;
  /** Takes rows of stored cells in order, with the share of the bytes that is cut. */
  readonly onRows: (rows: CellValue[][], share: number) => void;
  /** How many bytes are cut at a time. */
  readonly block?: number;
}

/** Whether a dialect is one that bytes are cut by: one byte between cells, quotes doubled within quotes, lines that end in «\n». */
export function cutsBytes({ delimiter, quote, escape, newline }: Dialect): boolean {
  const isByte = (mark: string) => mark.length === 1 && mark.charCodeAt(0) < 128;
  return (
    isByte(delimiter) &&
    (quote === '' || (isByte(quote) && (escape === '' || escape === quote))) &&
    newline !== '\r'
  );
}

/** An array without holes, of which copies are as short as they can be. */
function emptyLine(width: number): CellValue[] {
  const line: CellValue[] = [];
  while (line.length < width) line.push(null);
  return line;
}

/** Cuts rows out of bytes; the state between its blocks. */
class ByteCutter {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #delimiter: number;
  readonly #kinds = new Uint8Array(256);
  readonly #quote: number;
  /** Whether a line ends with nothing but «\r\n», in cells too. */
  readonly #isStrict: boolean;
  readonly #columns: ColumnTexts[] = [];
  /** Place of each cell of the block in the texts of its column, and how many cells each row has. */
  readonly #places: Int32Array;
  readonly #widths: Int32Array;
  readonly #block: number;
  #cells = 0;
  #rows = 0;
  #unquoted = new Uint8Array(1 << 8);
  /** Where the cell that was taken last ends. */
  #end = 0;

  constructor(bytes: Uint8Array, { delimiter, quote, newline }: Dialect, block: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#isStrict = newline === '\r\n';
    this.#block = block;
    this.#places = new Int32Array(block + longestRow + 2);
    this.#widths = new Int32Array(block + 2);
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
    this.#kinds[0] = spoils;
    this.#kinds[carriage] = returns;
    this.#kinds[feed] = feeds;
    this.#kinds[this.#delimiter] = delimits;
  }

  /** Cuts a block from `from` on; gives where the next one starts, or −1 where the text is not in order. */
  cut(from: number): number {
    const bytes = this.#bytes;
    const kinds = this.#kinds;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const { length } = bytes;
    const limit = from + this.#block;
    this.#cells = 0;
    this.#rows = 0;
    let at = from;
    while (at < length && at < limit) {
      const row = at;
      let column = 0;
      for (;;) {
        let place: number;
        if (bytes[at] === quote) {
          place = this.#takeQuoted(column, at);
          if (place < 0) return -1;
          at = this.#end;
        } else {
          let end = at;
          for (; end < length; end += 1) {
            const byte = bytes[end] ?? 0;
            if ((byte <= carriage || byte === delimiter) && kinds[byte] !== 0) break;
          }
          place = end === at ? 0 : this.#place(column, this.#view, at, end);
          at = end;
        }
        this.#places[this.#cells++] = place;
        column += 1;
        const kind = at < length ? kinds[bytes[at] ?? 0] : feeds;
        at += 1;
        if (kind === delimits) {
          if (at - row > longestRow) return -1;
          continue;
        }
        if (kind === returns && bytes[at] === feed) at += 1;
        else if (kind !== feeds || (this.#isStrict && at <= length)) return -1;
        break;
      }
      if (at - row > longestRow) return -1;
      this.#widths[this.#rows++] = column;
    }
    return Math.min(at, length);
  }

  #place(column: number, view: DataView, from: number, to: number): number {
    while (this.#columns.length <= column) this.#columns.push(new ColumnTexts());
    return this.#columns[column]?.place(view, from, to) ?? 0;
  }

  /** Whether a control character within a quoted cell is in order. */
  #isSound(at: number): boolean {
    const bytes = this.#bytes;
    if (bytes[at] === feed) return !this.#isStrict || bytes[at - 1] === carriage;
    return bytes[at] !== 0 && (bytes[at] !== carriage || bytes[at + 1] === feed);
  }

  /** The place of a quoted cell's text, −1 where its quotes are not in order. */
  #takeQuoted(column: number, open: number): number {
    const bytes = this.#bytes;
    const quote = this.#quote;
    const { length } = bytes;
    let doubled = 0;
    let at = open + 1;
    for (; ; at += 1) {
      if (at >= length || at - open > longestRow) return -1;
      const byte = bytes[at] ?? 0;
      if (byte === quote) {
        if (bytes[at + 1] !== quote) break;
        at += 1;
        doubled += 1;
      } else if (byte <= carriage && !this.#isSound(at)) return -1;
    }
    this.#end = at + 1;
    if (at === open + 1) return 0;
    if (doubled === 0) return this.#place(column, this.#view, open + 1, at);
    if (this.#unquoted.length < at - open) this.#unquoted = new Uint8Array(2 * (at - open));
    const own = this.#unquoted;
    let end = 0;
    for (let next = open + 1; next < at; next += 1) {
      own[end++] = bytes[next] ?? 0;
      if (bytes[next] === quote) next += 1;
    }
    return this.#place(column, new DataView(own.buffer), 0, end);
  }

  /** The rows of the block that was cut; null where the decoder does not know its bytes. */
  rows(decoder: TextDecoder): CellValue[][] | null {
    if (!this.#columns.every((texts) => texts.settle(decoder))) return null;
    const columns = this.#columns.map(({ values }) => values);
    const rows: CellValue[][] = [];
    let line: CellValue[] = [];
    let cell = 0;
    for (let row = 0; row < this.#rows; row += 1) {
      const width = this.#widths[row] ?? 0;
      if (line.length !== width) line = emptyLine(width);
      for (let column = 0; column < width; column += 1, cell += 1)
        line[column] = columns[column]?.[this.#places[cell] ?? 0] ?? null;
      rows.push(width === 1 && line[0] === null ? [] : line.slice());
    }
    for (const texts of this.#columns) texts.reconsider();
    return rows;
  }
}

/**
 * Cuts the bytes of a text from `from` on into rows of stored cells as `cutText` would cut the text, in a fraction of its
 * time and memory: a cell that its column holds already is never made again. False, with rows already given, where the text
 * is not in order (a stray quote, a line end of another kind than the dialect's, a zero byte, a row of enormous length, a byte that the
 * encoding does not know): the whole text has to be looked at then.
 */
export function cutBytes(bytes: Uint8Array, from: number, cutting: ByteCutting): boolean {
  const cutter = new ByteCutter(bytes, cutting.dialect, cutting.block ?? usualBlock);
  for (let at = from; at < bytes.length;) {
    at = cutter.cut(at);
    if (at < 0) return false;
    const rows = cutter.rows(cutting.decoder);
    if (rows === null) return false;
    cutting.onRows(rows, at / bytes.length);
  }
  return true;
}
