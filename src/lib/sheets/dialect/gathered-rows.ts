import type { CellValue, Dialect } from '#lib/model/sheet.ts';
import { TooLargeError } from '../refusal.ts';
import { cutOddLine } from './odd-line.ts';
import { storedCell } from './stored-cell.ts';

/** Most cells of a text that fit into memory, a row by itself counted as so many. */
const mostHeld = 40_000_000;
const rowCost = 2;
/** Share of the progress that is made before rows come. */
const begun = 0.1;

/** The rows of a text as stored cells, while they are cut. Throws a TooLargeError at more than can be held. */
export class GatheredRows {
  readonly rows: CellValue[][] = [];
  readonly width: number;
  /** Whether the last cell of a row may end with the half of a line end. */
  shedsReturn = false;
  readonly #dialect: Dialect;
  readonly #onProgress: (fraction: number) => void;
  #held = 0;

  constructor(dialect: Dialect, width: number, onProgress: (fraction: number) => void) {
    this.#dialect = dialect;
    this.width = width;
    this.#onProgress = onProgress;
  }

  /** Adds rows of texts as they were cut, with the share of the text that is cut. */
  addCut(cut: readonly string[][], share: number): void {
    for (const texts of cut) {
      const last = texts.length - 1;
      if (this.shedsReturn && texts[last]?.endsWith('\r')) texts[last] = texts[last].slice(0, -1);
      this.#add(this.#oddRow(texts) ?? texts.map(storedCell));
    }
    this.#report(share);
  }

  /** Adds rows of stored cells. */
  addStored(cut: readonly CellValue[][], share: number): void {
    for (const cells of cut) this.#add(this.#oddRow(cells) ?? cells);
    this.#report(share);
  }

  /** The cells of a line that only another delimiter parts; null for every other. */
  #oddRow(cells: readonly CellValue[]): CellValue[] | null {
    const [line] = cells;
    if (cells.length !== 1 || typeof line !== 'string' || line === '') return null;
    return cutOddLine(line, this.#dialect, this.width)?.map(storedCell) ?? null;
  }

  #add(cells: CellValue[]): void {
    this.#held += cells.length + rowCost;
    this.rows.push(cells.length === 1 && cells[0] === null ? [] : cells);
  }

  #report(share: number): void {
    if (this.#held > mostHeld) throw new TooLargeError(`more than ${this.rows.length} rows`);
    this.#onProgress(begun + (1 - begun) * share);
  }
}
