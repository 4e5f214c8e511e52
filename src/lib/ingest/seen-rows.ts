import type { CellValue } from '#lib/model/sheet.ts';
import type { TableRow } from '#lib/model/table.ts';
import { printHash } from './digest.ts';

/** Letters of a text that are looked at, at least, while a look at some of them tells rows apart. */
const fewLetters = 4;
/** Comparisons in vain, for each row, at which whole texts are looked at. */
const patience = 2;

/** A number that tells most texts of a column apart by some of their letters, the last one among them. */
function glance(text: string): number {
  const step = text.length > fewLetters ? Math.floor(text.length / fewLetters) : 1;
  let hash = text.length;
  for (let at = text.length - 1; at >= 0; at -= step)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function printCell(cell: CellValue): string {
  return cell === null || typeof cell !== 'object'
    ? String(cell ?? '')
    : 'date' in cell
      ? cell.date
      : cell.error;
}

/** Rows among which equal ones meet: the section and all cells but those at some positions read the same. */
export class SeenRows {
  /** Whether a position is passed over; absent for the last ones that are not. */
  readonly #passed: readonly boolean[];
  readonly #rows: TableRow[] = [];
  /** Hashes of the rows. */
  readonly #hashes: Int32Array;
  /** Numbers of rows, from one on, by hash: open addressing, 0 is free. */
  readonly #slots: Int32Array;
  #hashText = glance;
  /** How often rows of one hash turned out to differ. */
  #misses = 0;

  /** `passed` are the positions that do not tell rows apart; `most` is how many rows may come. */
  constructor(passed: ReadonlySet<number>, most: number) {
    this.#hashes = new Int32Array(most);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 1)));
    this.#passed = Array.from({ length: Math.max(-1, ...passed) + 1 }, (_, at) => passed.has(at));
  }

  #hash({ section, cells }: TableRow): number {
    let hash = section ? this.#hashText(section) : 0;
    for (let position = 0; position < cells.length; position += 1) {
      if (this.#passed[position] === true) continue;
      const cell = cells[position] ?? null;
      const text = typeof cell === 'string' ? cell : printCell(cell);
      if (text === '') continue;
      hash = Math.imul(hash ^ this.#hashText(text) ^ position, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #isSame(one: TableRow, other: TableRow): boolean {
    if ((one.section ?? '') !== (other.section ?? '')) return false;
    if (one.cells.length !== other.cells.length) return false;
    return one.cells.every((cell, position) => {
      const twin = other.cells[position] ?? null;
      return (
        cell === twin || this.#passed[position] === true || printCell(cell) === printCell(twin)
      );
    });
  }

  /** Adds a row; true when an equal one was added before. */
  add(row: TableRow): boolean {
    const hash = this.#hash(row);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      const other = this.#hashes[known - 1] === hash ? this.#rows[known - 1] : undefined;
      if (other && this.#isSame(row, other)) return true;
      if (other) this.#misses += 1;
      slot = (slot + 1) & mask;
    }
    if (this.#misses > patience * (this.#rows.length + 64)) return this.#addThoroughly(row);
    this.#keep(row, hash, slot);
    return false;
  }

  #keep(row: TableRow, hash: number, slot: number): void {
    this.#hashes[this.#rows.length] = hash;
    this.#rows.push(row);
    this.#slots[slot] = this.#rows.length;
  }

  /** Adds a row that equals none, after all rows were told apart by the whole of their texts. */
  #addThoroughly(row: TableRow): false {
    this.#hashText = printHash;
    this.#misses = Number.NEGATIVE_INFINITY;
    const mask = this.#slots.length - 1;
    this.#slots.fill(0);
    for (const one of [...this.#rows.splice(0), row]) {
      const hash = this.#hash(one);
      let slot = hash & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#keep(one, hash, slot);
    }
    return false;
  }
}
