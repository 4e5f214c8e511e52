import type { Dialect } from '#lib/model/sheet.ts';
import { CodedRows } from '../coded/coded-rows.ts';
import { arrived, type Arrival } from '../arrival.ts';
import { TooLargeError } from '../refusal.ts';
import { hashOf, marksIn, mixed } from './byte-words.ts';
import { ColumnTexts } from './column-texts.ts';
import { mostHeld, rowCost } from './gathered-rows.ts';

const usualBlock = 1 << 17;
const longestRow = 1 << 18;
const mostRoom = 120_000_000;

const feed = 10;
const carriage = 13;

/** What a byte is to the cutting; every other one is a part of a cell. */
const [delimits, feeds, returns, spoils] = [1, 2, 3, 4] as const;

/** What is to be cut by its bytes, in an encoding that writes ASCII as ASCII and nothing else with its bytes. */
export interface ByteCutting {
  readonly dialect: Dialect;
  /** Keeps a byte order mark, and refuses what its encoding does not know. */
  readonly decoder: TextDecoder;
  /** Hears of the share of the bytes that is cut. */
  readonly onProgress: (share: number) => void;
  /** How many bytes are cut at a time. */
  readonly block?: number;
  readonly arrives?: Arrival;
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
  /** How many cells each row has, as far as there is room. */
  #widths = new Int32Array(0);
  readonly #block: number;
  #rows = 0;
  #cells = 0;
  /** For how many cells there is room in all columns. */
  #room = 0;
  #isSparse = false;
  #unquoted = new Uint8Array(1 << 8);
  /** Where the cell that was taken last ends. */
  #end = 0;

  constructor(bytes: Uint8Array, { delimiter, quote, newline }: Dialect, block: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#isStrict = newline === '\r\n';
    this.#block = block;
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
    this.#kinds[0] = spoils;
    this.#kinds[carriage] = returns;
    this.#kinds[feed] = feeds;
    this.#kinds[this.#delimiter] = delimits;
  }

  /** Cuts a block from `from` on; gives where the next one starts, or −1 where the text is not in order. */
  cut(from: number): number {
    if (this.#rows + this.#block >= this.#widths.length) this.#widen();
    const bytes = this.#bytes;
    const kinds = this.#kinds;
    const view = this.#view;
    const pattern = Math.imul(this.#delimiter, 0x01010101);
    const quote = this.#quote;
    const { length } = bytes;
    const lastWord = length - 3;
    const limit = from + this.#block;
    let at = from;
    while (at < length && at < limit) {
      const row = at;
      let column = 0;
      for (;;) {
        if (bytes[at] === quote) {
          if (!this.#takeQuoted(column, at)) return -1;
          at = this.#end;
        } else {
          let end = at;
          let hash = 0;
          for (; end < lastWord; end += 4) {
            const word = view.getInt32(end, true);
            const marks = marksIn(word, pattern);
            if (marks !== 0) {
              const before = 31 - Math.clz32(marks & (~marks + 1)) - 7;
              if (before > 0) hash = mixed(hash, word & ((1 << before) - 1));
              end += before >> 3;
              break;
            }
            hash = mixed(hash, word);
          }
          if (end >= lastWord || kinds[bytes[end] ?? 0] === 0) {
            while (end < length && kinds[bytes[end] ?? 0] === 0) end += 1;
            hash = hashOf(view, at, end);
          }
          if (end > at) this.#place(column, view, at, end, hash);
          at = end;
        }
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
      this.#widths[this.#rows] = column;
      this.#rows += 1;
      this.#cells += column;
    }
    return Math.min(at, length);
  }

  #place(column: number, view: DataView, from: number, to: number, hash: number): void {
    const row = this.#rows;
    const texts = this.#columns[column] ?? this.#column(column);
    if (row >= texts.codes.length && !this.#makeRoom(texts)) return;
    texts.codes[row] = texts.place(view, from, to, hash);
  }

  #column(column: number): ColumnTexts {
    while (this.#columns.length <= column) this.#columns.push(new ColumnTexts());
    return this.#columns[column] as ColumnTexts;
  }

  /** Makes room for one more row; false where so few rows reach so far that their columns cost more than they hold. */
  #makeRoom(texts: ColumnTexts): boolean {
    const before = texts.codes.length;
    if (this.#room + Math.max(before, this.#rows) > mostRoom) this.#isSparse = true;
    else texts.makeRoom(this.#rows + 1);
    this.#room += texts.codes.length - before;
    return !this.#isSparse;
  }

  #widen(): void {
    const widths = new Int32Array(2 * (this.#rows + this.#block));
    widths.set(this.#widths);
    this.#widths = widths;
  }

  /** Whether a control character within a quoted cell is in order. */
  #isSound(at: number): boolean {
    const bytes = this.#bytes;
    if (bytes[at] === feed) return !this.#isStrict || bytes[at - 1] === carriage;
    return bytes[at] !== 0 && (bytes[at] !== carriage || bytes[at + 1] === feed);
  }

  /** Takes a quoted cell; false where its quotes are not in order. */
  #takeQuoted(column: number, open: number): boolean {
    const bytes = this.#bytes;
    const quote = this.#quote;
    const { length } = bytes;
    let doubled = 0;
    let at = open + 1;
    for (; ; at += 1) {
      if (at >= length || at - open > longestRow) return false;
      const byte = bytes[at] ?? 0;
      if (byte === quote) {
        if (bytes[at + 1] !== quote) break;
        at += 1;
        doubled += 1;
      } else if (byte <= carriage && !this.#isSound(at)) return false;
    }
    this.#end = at + 1;
    if (at === open + 1) return true;
    if (doubled === 0) {
      this.#place(column, this.#view, open + 1, at, hashOf(this.#view, open + 1, at));
      return true;
    }
    if (this.#unquoted.length < at - open) this.#unquoted = new Uint8Array(2 * (at - open));
    const own = this.#unquoted;
    let end = 0;
    for (let next = open + 1; next < at; next += 1) {
      own[end++] = bytes[next] ?? 0;
      if (bytes[next] === quote) next += 1;
    }
    const view = new DataView(own.buffer);
    this.#place(column, view, 0, end, hashOf(view, 0, end));
    return true;
  }

  /** Decodes what was cut; false where it cannot be. Throws a TooLargeError at more than can be held. */
  settle(decoder: TextDecoder): boolean {
    if (this.#cells + this.#rows * rowCost > mostHeld)
      throw new TooLargeError(`more than ${this.#rows} rows`);
    return !this.#isSparse && this.#columns.every((texts) => texts.settle(decoder));
  }

  /** All rows that were cut; one that holds nothing at all has no cells. */
  rows(): CodedRows {
    const columns = this.#columns.map((texts) => texts.column(this.#rows));
    const first = columns[0];
    for (let row = 0; row < this.#rows; row += 1)
      if (this.#widths[row] === 1 && (first?.values[first.codes[row] ?? 0] ?? null) === null)
        this.#widths[row] = 0;
    return new CodedRows(columns, this.#widths.subarray(0, this.#rows), this.#rows);
  }
}

/**
 * Cuts the bytes of a text from `from` on into rows of stored cells as `cutText` would cut the text, in a fraction of its
 * time and memory: a cell that its column holds already is never made again. Null where the text is not in order (a stray
 * quote, a line end of another kind than the dialect's, a zero byte, a row of enormous length, a byte that the encoding does
 * not know, far columns in few of many rows): the whole text has to be looked at then. Throws a TooLargeError at more rows than can be held.
 */
export async function cutBytes(
  bytes: Uint8Array,
  from: number,
  cutting: ByteCutting,
): Promise<CodedRows | null> {
  const { block = usualBlock, arrives = arrived } = cutting;
  const cutter = new ByteCutter(bytes, cutting.dialect, block);
  for (let at = from; at < bytes.length;) {
    // A row that begins in the block may end as far beyond it as rows are long.
    const arrival = arrives(at + block + longestRow + 4);
    if (arrival) await arrival;
    at = cutter.cut(at);
    if (at < 0 || !cutter.settle(cutting.decoder)) return null;
    cutting.onProgress(at / bytes.length);
  }
  return cutter.rows();
}
