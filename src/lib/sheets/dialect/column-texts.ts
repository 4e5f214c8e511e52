import type { CellValue } from '#lib/model/sheet.ts';
import type { CodedColumn } from '../coded/coded-column.ts';
import { storedCell } from './stored-cell.ts';

/** Distinct texts at which it is asked whether a column repeats itself at all, asked again at every doubling. */
const firstDoubt = 1 << 18;
const mostBytes = 1 << 26;
const separator = 0;

function grown<T extends Uint8Array | Int32Array>(list: T, length: number): T {
  if (list.length >= length) return list;
  const make = list.constructor as new (length: number) => T;
  const longer = new make(Math.max(length, list.length * 2));
  longer.set(list);
  return longer;
}

/** The text of bytes, null where the decoder refuses them. */
function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The texts of one column by their bytes. A text that the column repeats is decoded and held once; where nearly all are
 * different each is decoded by itself. Texts are decoded many at a time, because a call costs more than a word.
 */
export class ColumnTexts {
  /** Cells by the places that `place` gave before the last `settle`; the first is null. */
  readonly #values: CellValue[] = [null];
  /** Place of the cell of each row, up to the last one that was filled at least. */
  codes = new Int32Array(1 << 4);
  #repeats = true;
  #hasBlanks = false;
  #seen = 0;
  /** How many texts there are, null with them. */
  #count = 1;
  /** How many of them, null not counted, have been forgotten as bytes. */
  #forgotten = 0;
  /** Places by hash, open addressing; 0 is free. */
  #slots = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 7);
  /** Where the bytes of each text start, and of the next one; they end before a separator. */
  #starts = new Int32Array(1 << 7);
  #bytes = new Uint8Array(1 << 11);
  #view = new DataView(this.#bytes.buffer);
  #end = 0;
  #doubt = firstDoubt;

  /** Makes room for so many rows. */
  makeRoom(rows: number): void {
    this.codes = grown(this.codes, rows);
  }

  /** The place of the text from `from` up to `to`, of this hash (see `hashOf`), which is not empty and holds no zero byte. */
  place(view: DataView, from: number, to: number, hash: number): number {
    if (!this.#repeats) return this.#append(view, from, to);
    this.#seen += 1;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      if (this.#hashes[known] === hash && this.#isAt(known, view, from, to)) return known;
      slot = (slot + 1) & mask;
    }
    const place = this.#append(view, from, to);
    this.#hashes = grown(this.#hashes, place + 1);
    this.#hashes[place] = hash;
    slots[slot] = place;
    if (place * 2 > slots.length) this.#spread();
    return place;
  }

  #isAt(place: number, view: DataView, from: number, to: number): boolean {
    const own = this.#view;
    const start = this.#starts[place] ?? 0;
    if ((this.#starts[place + 1] ?? 0) - 1 - start !== to - from) return false;
    const shift = start - from;
    let at = from;
    for (; at + 4 <= to; at += 4) if (own.getInt32(at + shift) !== view.getInt32(at)) return false;
    for (; at < to; at += 1) if (own.getUint8(at + shift) !== view.getUint8(at)) return false;
    return true;
  }

  #append(view: DataView, from: number, to: number): number {
    const place = this.#count;
    const end = this.#end + to - from;
    if (end >= this.#bytes.length) {
      this.#bytes = grown(this.#bytes, end + 1);
      this.#view = new DataView(this.#bytes.buffer);
    }
    const own = this.#bytes;
    const shift = this.#end - from;
    for (let at = from; at < to; at += 1) own[at + shift] = view.getUint8(at);
    own[end] = separator;
    this.#end = end + 1;
    this.#count = place + 1;
    const next = place + 1 - this.#forgotten;
    this.#starts = grown(this.#starts, next + 1);
    this.#starts[next] = this.#end;
    return place;
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let place = 1; place < this.#count; place += 1) {
      const hash = this.#hashes[place] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place;
    }
    this.#slots = slots;
  }

  /** Decodes what was placed since the last time. False where the decoder knows no such bytes. */
  settle(decoder: TextDecoder): boolean {
    const values = this.#values;
    if (values.length < this.#count) {
      const start = this.#starts[values.length - this.#forgotten] ?? 0;
      const text = decoded(decoder, this.#bytes.subarray(start, this.#end - 1));
      if (text === null) return false;
      for (const one of text.split('\u0000')) {
        const cell = storedCell(one);
        if (cell === null) this.#hasBlanks = true;
        values.push(cell);
      }
    }
    if (!this.#repeats) this.#forget();
    else this.#reconsider();
    return true;
  }

  /** Gives up looking for repetitions where there are hardly any. */
  #reconsider(): void {
    if (this.#count < this.#doubt && this.#end < mostBytes) return;
    this.#doubt *= 2;
    if (this.#count * 2 < this.#seen && this.#end < mostBytes) return;
    this.#repeats = false;
    this.#slots = new Int32Array(0);
    this.#hashes = new Int32Array(0);
    this.#bytes = new Uint8Array(1 << 11);
    this.#view = new DataView(this.#bytes.buffer);
    this.#starts = new Int32Array(1 << 7);
    this.#forget();
  }

  #forget(): void {
    this.#forgotten = this.#count - 1;
    this.#end = 0;
  }

  /** The column of so many rows, after everything is settled; its codes may end with the last row that was filled. */
  column(rows: number): CodedColumn {
    const isDistinct = this.#repeats && !this.#hasBlanks;
    return { values: this.#values, codes: this.codes.subarray(0, rows), isDistinct };
  }
}
