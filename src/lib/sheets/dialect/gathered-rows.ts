import type { CellValue, Dialect } from '#lib/model/sheet.ts';
import { TooLargeError } from '../refusal.ts';
import { cutOddLine } from './odd-line.ts';
import { storedCell } from './stored-cell.ts';

/** Most cells of a text that fit into memory. */
export const mostHeld = 40_000_000;
/** As how many cells a row by itself is counted. */
export const rowCost = 2;
/** Share of the progress that is made before rows come. */
const begun = 0.1;

/** The cells of a line without its delimiter that only another one parts; null for every other. */
export function oddRow(line: CellValue, dialect: Dialect, width: number): CellValue[] | null {
  if (typeof line !== 'string' || line === '') return null;
  return cutOddLine(line, dialect, width)?.map(storedCell) ?? null;
}

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

  #oddRow(texts: readonly string[]): CellValue[] | null {
    return texts.length === 1 ? oddRow(texts[0] ?? null, this.#dialect, this.width) : null;
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
