import type { CellRange, CellValue } from '#lib/model/sheet.ts';
import { assertMerges } from '../cell-limits.ts';
import { attribute, isTrue } from '../xml-tag.ts';
import { CellScanner } from './cell-scanner.ts';
import { CellValues, type SharedParts } from './cell-values.ts';
import { Grid } from './grid.ts';
import { NotScannable } from './not-scannable.ts';
import { readHead } from './part-head.ts';
import { isName, nameBytes, readDigits, spellsAt, TagCursor } from './tag-cursor.ts';
import { XmlText } from './xml-text.ts';

const opening = 0x3c;
const closing = 0x3e;
const slash = 0x2f;
const mark = 0x21;
const mostColumns = 16_384;
const latin = new TextDecoder('latin1');
const rangeText = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;
const names = {
  cell: nameBytes('c'),
  row: nameBytes('row'),
  data: nameBytes('sheetData'),
  column: nameBytes('col'),
  merge: nameBytes('mergeCell'),
} as const;
const hiddenName = nameBytes('hidden');

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) {
    column = column * 26 + letters.charCodeAt(at) - 0x40;
  }
  return column - 1;
}

/** Reads the XML of one worksheet window by window: its filled cells, merges and hidden lines. */
export class SheetScanner {
  readonly #shared: SharedParts;
  readonly #grid: Grid;
  readonly #cursor = new TagCursor();
  readonly #texts = new XmlText();
  readonly #values: CellValues;
  #prefix: readonly number[] = [];
  #cell: CellScanner | null = null;
  #phase: 'head' | 'before' | 'rows' | 'after' = 'head';
  #row = -1;
  #column = -1;
  readonly merges: CellRange[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];

  /** `taken`: cells that the sheets read before hold. */
  constructor(shared: SharedParts, taken: number) {
    this.#shared = shared;
    this.#grid = new Grid(taken);
    this.#values = new CellValues(this.#shared, this.#texts);
  }

  /** The rows read so far. */
  get rows(): readonly (readonly CellValue[])[] {
    return this.#grid.rows;
  }

  /** Cells of this sheet and of those before it. */
  get cells(): number {
    return this.#grid.cells;
  }

  /** Reads what is whole in the window and returns how many bytes are done with. */
  read(window: Uint8Array, isLast: boolean): number {
    const done = this.#read(window);
    if (isLast && (this.#phase === 'head' || this.#phase === 'rows')) {
      throw new Error('a worksheet ends in the middle');
    }
    return done;
  }

  #read(window: Uint8Array): number {
    let at = 0;
    if (this.#phase === 'head') {
      const head = readHead(window);
      if (!head) return 0;
      if (head.name !== 'worksheet') throw new NotScannable(`a sheet in «${head.name}»`);
      this.#prefix = head.prefix;
      this.#cell = new CellScanner(head.prefix, this.#texts);
      this.#phase = 'before';
      at = head.at + 1;
    }
    const limit = window.lastIndexOf(closing) + 1;
    for (;;) {
      if (window[at] !== opening) at = window.indexOf(opening, at);
      if (at < 0) return window.length;
      if (at >= limit) return at;
      const next =
        this.#phase === 'rows' ? this.#readRows(window, at, limit) : this.#readAround(window, at);
      if (next < 0) return -next - 1;
      at = next;
    }
  }

  /** One tag before or after the rows; returns the offset past it. */
  #readAround(window: Uint8Array, at: number): number {
    if (window[at + 1] === mark) throw new NotScannable('a comment or raw text');
    const nameAt = at + 1 + this.#prefix.length;
    const end = window.indexOf(closing, nameAt);
    const isBefore = this.#phase === 'before';
    if (!spellsAt(window, at + 1, this.#prefix)) return end + 1;
    if (isBefore && isName(window, nameAt, names.data)) {
      this.#phase = window[end - 1] === slash ? 'after' : 'rows';
    } else if (isBefore && isName(window, nameAt, names.column)) {
      this.#takeColumns(latin.decode(window.subarray(nameAt, end)));
    } else if (isName(window, nameAt, names.merge)) {
      this.#takeMerge(latin.decode(window.subarray(nameAt, end)));
    }
    return end + 1;
  }

  #takeColumns(tag: string): void {
    if (!isTrue(attribute(tag, 'hidden'))) return;
    const first = Number(attribute(tag, 'min') ?? 1);
    const last = Math.min(Number(attribute(tag, 'max') ?? first), mostColumns);
    for (let column = first; column <= last; column += 1) this.hiddenColumns.push(column - 1);
  }

  #takeMerge(tag: string): void {
    const match = rangeText.exec(attribute(tag, 'ref') ?? '');
    if (!match) return;
    assertMerges(this.merges.length + 1);
    const [, left = '', top = '', right = '', bottom = ''] = match;
    this.merges.push({
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Number(bottom) - 1,
      right: columnOf(right),
    });
  }

  /** Rows and cells from the offset on; returns the offset past `sheetData`, or -1 minus the offset of what is not whole. */
  #readRows(window: Uint8Array, from: number, limit: number): number {
    const cell = this.#cell;
    if (!cell) throw new NotScannable('cells before the root element');
    const prefix = this.#prefix;
    const values = this.#values;
    const grid = this.#grid;
    let at = from;
    for (;;) {
      if (window[at] !== opening) at = window.indexOf(opening, at);
      if (at < 0) return -1 - window.length;
      if (at >= limit) return -1 - at;
      const isEnd = window[at + 1] === slash;
      const nameAt = at + 1 + (isEnd ? 1 : 0) + prefix.length;
      if (prefix.length > 0 && !spellsAt(window, nameAt - prefix.length, prefix)) {
        throw new NotScannable('foreign markup among rows');
      }
      if (!isEnd && isName(window, nameAt, names.cell)) {
        const next = cell.read(window, at, limit);
        if (next < 0) return -1 - at;
        at = next;
        this.#column = cell.column >= 0 ? cell.column : this.#column + 1;
        const value = values.of(cell, window);
        if (value !== null) grid.place(cell.row >= 0 ? cell.row : this.#row, this.#column, value);
      } else if (isName(window, nameAt, names.row)) {
        at = isEnd ? window.indexOf(closing, nameAt) + 1 : this.#openRow(window, nameAt);
      } else if (isEnd && isName(window, nameAt, names.data)) {
        this.#phase = 'after';
        return window.indexOf(closing, nameAt) + 1;
      } else {
        throw new NotScannable('unknown markup among rows');
      }
    }
  }

  #openRow(window: Uint8Array, nameAt: number): number {
    const cursor = this.#cursor;
    let row = this.#row + 1;
    let isHidden = false;
    for (let at = nameAt + names.row.length; cursor.next(window, at); at = cursor.valueTo + 1) {
      const { nameFrom, nameTo, valueFrom, valueTo } = cursor;
      if (nameTo - nameFrom === 1 && window[nameFrom] === 0x72) {
        row = readDigits(window, valueFrom, valueTo) - 1;
        if (row < 0) throw new NotScannable('a row with an odd number');
      } else if (nameTo - nameFrom === 6 && spellsAt(window, nameFrom, hiddenName)) {
        isHidden = window[valueFrom] === 0x31 || window[valueFrom] === 0x74;
      }
    }
    this.#row = row;
    this.#column = -1;
    if (isHidden) this.hiddenRows.push(row);
    return cursor.end;
  }
}
