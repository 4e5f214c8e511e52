import type { CellRange, CellValue, Sheet } from '#lib/model/sheet.ts';
import { cellsOf, tellingOf, widthsOf } from '../coded/coded-rows.ts';
import { isBlank } from '../values/text.ts';

/** How a cell looks at first sight, enough to tell headings from data. */
export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'mark';

const numeric =
  /^[-+−–]?\s?[$€£₽]?\s?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d[\d\s\u00a0\u202f'’]*(?:[.,]\d+)?)\s?(?:%|₽|€|руб\.?|р\.)?$/;
const dated =
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$|^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}.*)?$|^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?$/;
const [blank, filled] = [1, 2] as const;
const markPattern = /^(?:[-–—−.…*xх+?]{1,3}|н\/д|n\/a|s|<\d+)$/i;

function kindOf(cell: CellValue | undefined): CellKind {
  if (cell === null || cell === undefined) return 'blank';
  if (typeof cell === 'number') return 'number';
  if (typeof cell === 'boolean') return 'mark';
  if (typeof cell === 'object') return 'date' in cell ? 'date' : 'mark';
  const text = cell.trim();
  if (text === '') return 'blank';
  if (text.length > 40) return 'text';
  if (markPattern.test(text)) return 'mark';
  if (numeric.test(text)) return 'number';
  return dated.test(text) ? 'date' : 'text';
}

/**
 * A sheet with what layout asks of it again and again: how many cells of each row are filled and where, merged cells by row, and
 * the kinds of cells, remembered only for rows that are looked at closely.
 */
export class Grid {
  readonly sheet: Sheet;
  /** First and last row that hold anything; `bottom` < `top` on an empty sheet. */
  readonly top: number;
  readonly bottom: number;
  readonly filled: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** How many cells of each column are filled. */
  readonly columnFill: Int32Array;
  /** How many cells a row has. */
  readonly width: (row: number) => number;
  /** The cell as it lies, merged or not; null where the sheet has none. */
  readonly cell: (row: number, column: number) => CellValue;
  /** The sheet before anything was cut away from it. */
  readonly source: Sheet;
  readonly #mergesByRow = new Map<number, CellRange[]>();
  readonly #kinds = new Map<number, CellKind[]>();

  constructor(sheet: Sheet, source: Sheet = sheet) {
    this.sheet = sheet;
    this.source = source;
    this.width = widthsOf(sheet.rows);
    this.cell = cellsOf(sheet.rows);
    const { rows } = sheet;
    this.filled = new Int32Array(rows.length);
    this.first = new Int32Array(rows.length).fill(-1);
    this.last = new Int32Array(rows.length).fill(-1);
    let top = rows.length;
    let bottom = -1;
    const columnFill: number[] = [];
    const isFilled = tellingOf(rows, (cell) => (isBlank(cell) ? blank : filled));
    for (let row = 0; row < rows.length; row += 1) {
      const width = this.width(row);
      let count = 0;
      for (let column = 0; column < width; column += 1) {
        if (isFilled(row, column) === blank) continue;
        if (count === 0) this.first[row] = column;
        this.last[row] = column;
        columnFill[column] = (columnFill[column] ?? 0) + 1;
        count += 1;
      }
      this.filled[row] = count;
      if (count === 0) continue;
      if (top > row) top = row;
      bottom = row;
    }
    this.top = top;
    this.bottom = bottom;
    this.columnFill = Int32Array.from(columnFill, (filled) => filled ?? 0);
    for (const merge of sheet.merges) {
      if (merge.bottom - merge.top > 100_000) continue;
      for (let row = merge.top; row <= Math.min(merge.bottom, bottom); row += 1) {
        const list = this.#mergesByRow.get(row);
        if (list) list.push(merge);
        else this.#mergesByRow.set(row, [merge]);
      }
    }
  }

  /** How many cells of a row are filled. */
  count(row: number): number {
    return this.filled[row] ?? 0;
  }

  /** The cells of a row as they lie. */
  cells(row: number): readonly CellValue[] {
    return row < 0 ? [] : (this.sheet.rows.at(row) ?? []);
  }

  /** Merged areas that touch a row. */
  mergesAt(row: number): readonly CellRange[] {
    return this.#mergesByRow.get(row) ?? [];
  }

  /** The merged area that a cell lies in. */
  mergeAt(row: number, column: number): CellRange | null {
    for (const merge of this.mergesAt(row)) {
      if (column >= merge.left && column <= merge.right) return merge;
    }
    return null;
  }

  /** The cell with merged areas filled by their first cell. */
  shown(row: number, column: number): CellValue {
    const merge = this.mergeAt(row, column);
    return merge ? this.cell(merge.top, merge.left) : this.cell(row, column);
  }

  /** Kinds of the cells of a row as they lie. */
  kinds(row: number): readonly CellKind[] {
    let kinds = this.#kinds.get(row);
    if (!kinds) {
      kinds = this.cells(row).map(kindOf);
      if (this.#kinds.size > 2000) this.#kinds.clear();
      this.#kinds.set(row, kinds);
    }
    return kinds;
  }

  /** Kind of one cell as it lies. */
  kind(row: number, column: number): CellKind {
    return this.kinds(row)[column] ?? 'blank';
  }

  /** The next row from `row` on that holds anything, or -1. */
  nextFilled(row: number): number {
    for (let at = row; at <= this.bottom; at += 1) if (this.count(at) > 0) return at;
    return -1;
  }

  /** True when a row is blank and no merged area that holds something passes through it. */
  isGap(row: number): boolean {
    if (this.count(row) > 0) return false;
    return !this.mergesAt(row).some(
      (merge) => merge.top < row && !isBlank(this.cell(merge.top, merge.left)),
    );
  }

  /** The last row of the unbroken run of filled rows that `row` stands in, looking no more than `limit` rows ahead. */
  blockEnd(row: number, limit = Infinity): number {
    let at = row;
    while (at < this.bottom && at - row < limit && !this.isGap(at + 1)) at += 1;
    return at;
  }
}
