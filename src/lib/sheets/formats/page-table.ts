import type { CellRange, CellValue, Sheet } from '#lib/model/sheet.ts';
import { TooLargeError } from '../refusal.ts';
import { decodeEntities, lineBreak, shownText } from './page-text.ts';
import { mostCells } from '../cell-limits.ts';

const mostColumns = 16_384;
const mostRows = 1_048_576;

interface OpenCell {
  readonly pieces: string[];
  readonly columns: number;
  readonly rows: number;
}

function spanOf(attributes: string, name: 'rowspan' | 'colspan'): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(attributes);
  return Math.max(1, Number(found?.[1] ?? 1));
}

/** One table of a page while its tags go by; cells that reach over rows or columns push the others aside. */
export class PageTable {
  caption: string[] | null = null;
  private readonly rows: CellValue[][] = [];
  private readonly merges: CellRange[] = [];
  private readonly hiddenRows: number[] = [];
  /** For each column the last row that a cell from above reaches. */
  private readonly taken: number[] = [];
  private cell: OpenCell | null = null;
  private row: CellValue[] | null = null;
  private places = 0;

  /** Begins a row, ending the one before; a hidden row stays and is marked. */
  openRow(attributes: string): void {
    this.closeRow();
    this.row = [];
    if (this.rows.length >= mostRows) throw new TooLargeError(`more than ${mostRows} rows`);
    if (/display\s*:\s*none/i.test(attributes)) this.hiddenRows.push(this.rows.length);
    this.rows.push(this.row);
  }

  /** Begins a cell, ending the one before. */
  openCell(attributes: string): void {
    this.closeCell();
    if (!this.row) this.openRow('');
    const columns = spanOf(attributes, 'colspan');
    const rows = spanOf(attributes, 'rowspan');
    if (columns > mostColumns || rows > mostRows)
      throw new TooLargeError(`spans ${columns} × ${rows}`);
    this.cell = { pieces: [], columns, rows };
  }

  /** Adds text of the page to what is open: a cell or the caption; text between cells is dropped. */
  addText(text: string): void {
    (this.cell?.pieces ?? this.caption)?.push(decodeEntities(text));
  }

  /** A line break or the end of a paragraph in a cell. */
  addBreak(): void {
    if (this.cell && this.cell.pieces.length > 0) this.cell.pieces.push(lineBreak);
  }

  /** Ends the open cell and puts it at the next free place of its row. */
  closeCell(): void {
    const { cell, row } = this;
    this.cell = null;
    if (!cell || !row) return;
    const top = this.rows.length - 1;
    let left = row.length;
    while ((this.taken[left] ?? -1) >= top) left += 1;
    const right = left + cell.columns - 1;
    if (right >= mostColumns) throw new TooLargeError(`more than ${mostColumns} columns`);
    this.places += right + 1 - row.length;
    if (this.places > mostCells) throw new TooLargeError(`more than ${mostCells} cells`);
    while (row.length < left) row.push(null);
    const text = shownText(cell.pieces);
    row.push(text.trim() === '' ? null : text);
    while (row.length <= right) row.push(null);
    const bottom = Math.min(top + cell.rows, mostRows) - 1;
    if (cell.rows > 1)
      for (let column = left; column <= right; column += 1) this.taken[column] = bottom;
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }

  /** Ends the open row. */
  closeRow(): void {
    this.closeCell();
    this.row = null;
  }

  /** The table as a sheet, its caption as a row above; null when nothing in it can be seen. */
  sheet(name: string): Sheet | null {
    this.closeRow();
    const title = shownText(this.caption ?? []);
    const rows = title === '' ? this.rows : [[title], ...this.rows];
    const shift = rows.length - this.rows.length;
    while (rows.length > 0 && (rows[rows.length - 1] ?? []).every((cell) => cell === null))
      rows.pop();
    if (rows.length === 0) return null;
    const last = rows.length - 1;
    const merges = this.merges.map(({ top, left, bottom, right }) => ({
      top: top + shift,
      left,
      bottom: Math.min(bottom + shift, last),
      right,
    }));
    return {
      name,
      hidden: false,
      rows,
      merges: merges.filter(
        ({ top, left, bottom, right }) => top <= last && (bottom > top || right > left),
      ),
      hiddenRows: this.hiddenRows.map((row) => row + shift).filter((row) => row <= last),
      hiddenColumns: [],
    };
  }
}
