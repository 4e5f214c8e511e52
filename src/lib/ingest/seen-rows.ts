import type { CellValue } from '#lib/model/sheet.ts';
import type { CodedColumn } from '#lib/sheets/coded/coded-column.ts';
import type { CodedTable } from '#lib/sheets/coded/coded-table.ts';

function printCell(cell: CellValue): string {
  return cell === null || typeof cell !== 'object'
    ? String(cell ?? '')
    : 'date' in cell
      ? cell.date
      : cell.error;
}

/** Codes by which cells of a column are the same exactly if they read the same. */
function codesOfPrints({ values, codes, isDistinct }: CodedColumn): Int32Array {
  if (isDistinct) return codes;
  const known = new Map<string, number>([['', 0]]);
  const same = values.map((value, code) => {
    const print = printCell(value);
    const first = known.get(print);
    if (first !== undefined) return first;
    known.set(print, code);
    return code;
  });
  return codes.map((code) => same[code] ?? 0);
}

/** Mixes the codes of a column into the hashes of its rows. */
function mixIn(codes: Int32Array, hashes: Int32Array): void {
  for (let place = 0; place < hashes.length; place += 1) {
    const hash = Math.imul((hashes[place] ?? 0) ^ (codes[place] ?? 0), 0x9e3779b1);
    hashes[place] = hash ^ (hash >>> 15);
  }
}

/** About how many hashes are compared with one another at a time: few enough to lie near. */
const near = 2048;

/** Marks the places whose hash another place has too. */
function findTwins(hashes: Int32Array): Uint8Array {
  const shift = Math.max(0, 32 - Math.ceil(Math.log2(hashes.length / near + 1)));
  // A shift by 32 is none at all.
  const partOf = (hash: number) => (shift === 32 ? 0 : hash >>> shift);
  const starts = new Int32Array(partOf(-1) + 2);
  for (const hash of hashes) starts[partOf(hash) + 1] = (starts[partOf(hash) + 1] ?? 0) + 1;
  for (let part = 1; part < starts.length; part += 1)
    starts[part] = (starts[part] ?? 0) + (starts[part - 1] ?? 0);
  const places = new Int32Array(hashes.length);
  const ends = starts.slice();
  for (let place = 0; place < hashes.length; place += 1) {
    const part = partOf(hashes[place] ?? 0);
    const end = ends[part] ?? 0;
    places[end] = place;
    ends[part] = end + 1;
  }
  const isTwin = new Uint8Array(hashes.length);
  for (let part = 0; part + 1 < starts.length; part += 1)
    markTwins(places.subarray(starts[part], starts[part + 1]), hashes, isTwin);
  return isTwin;
}

/** Marks those of some places whose hash another one of them has too. */
function markTwins(places: Int32Array, hashes: Int32Array, isTwin: Uint8Array): void {
  /** Numbers of places, from one on, by hash: open addressing, 0 is free. */
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * places.length + 1)));
  const mask = slots.length - 1;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const hash = hashes[place] ?? 0;
    let slot = hash & mask;
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      const other = places[known - 1] ?? 0;
      if (hashes[other] === hash) {
        isTwin[other] = 1;
        isTwin[place] = 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (isTwin[place] === 0) slots[slot] = at + 1;
  }
}

/** Rows among which equal ones meet: the section and all cells but those at some positions read the same. */
export class SeenRows {
  /** What tells rows apart, column by column. */
  readonly #codes: readonly Int32Array[];
  /** Hashes of the rows, by place. */
  readonly #hashes: Int32Array;
  /** Whether another row may be equal to the one at a place. */
  readonly #isTwin: Uint8Array;
  /** Places of the rows that were added and may have an equal one, by hash. */
  readonly #seen = new Map<number, number[]>();

  /** `passed` are the positions that do not tell rows apart. */
  constructor(rows: CodedTable, passed: ReadonlySet<number>) {
    const columns = rows.columns.filter((_column, position) => !passed.has(position));
    this.#codes = [...(rows.sections ? [rows.sections] : []), ...columns].map(codesOfPrints);
    this.#hashes = new Int32Array(rows.length);
    for (const codes of this.#codes) mixIn(codes, this.#hashes);
    this.#isTwin = findTwins(this.#hashes);
  }

  #isSame(one: number, other: number): boolean {
    return this.#codes.every((codes) => (codes[one] ?? 0) === (codes[other] ?? 0));
  }

  /** Adds the row at a place; true when an equal one was added before. */
  add(place: number): boolean {
    if (this.#isTwin[place] === 0) return false;
    const hash = this.#hashes[place] ?? 0;
    const seen = this.#seen.get(hash);
    if (!seen) this.#seen.set(hash, [place]);
    else if (seen.some((other) => this.#isSame(place, other))) return true;
    else seen.push(place);
    return false;
  }
}
