import type { SheetExtent } from '#lib/ingest/sheet-extent.ts';
import type { TableReading } from '#lib/ingest/table-reading.ts';
import { Latest } from '#lib/workspace/latest.svelte.ts';
import type { Spot } from './cell-marks.ts';
import { columnWidths, offsetsOf, visibleRange } from './sheet-geometry.ts';
import type { SheetReader } from './sheet-reader.ts';

/** What a sheet view shows; read anew whenever it is needed. */
export interface SheetSubject {
  readonly reader: SheetReader;
  readonly sha256: string;
  readonly table: TableReading;
  readonly extent: SheetExtent;
}

interface Rows {
  readonly from: number;
  readonly cells: readonly (readonly string[])[];
}

const page = 60;
const sampled = 80;

/** The part of a sheet that is in view, its geometry, and the cell where a person stands. Made while a component initialises. */
export class SheetGrid {
  readonly rowHeight = 34;
  readonly headHeight = 84;
  /** Room for the handles, the role and the number of a row; on a narrow screen the role is left out. */
  readonly gutter = $derived.by(() => (this.viewWidth < 560 ? 76 : 136));
  scrollTop = $state(0);
  scrollLeft = $state(0);
  viewWidth = $state(0);
  viewHeight = $state(0);
  active = $state.raw<Spot>({ row: 0, column: 0 });
  editing = $state(false);
  /** Whether the active cell is to take the focus when it appears. */
  takesFocus = $state(false);
  scroller = $state.raw<HTMLElement | null>(null);

  readonly #subject: () => SheetSubject;
  readonly #rows: Latest<Rows>;
  readonly #sample: Latest<Rows>;

  constructor(subject: () => SheetSubject) {
    this.#subject = subject;
    this.#rows = new Latest(() => this.#load(this.#from, this.#to));
    this.#sample = new Latest(() => {
      const { top } = this.#subject().table.layout.range;
      return this.#load(Math.max(0, top - 4), top + sampled);
    });
    const { range } = subject().table.layout;
    this.active = { row: range.top, column: range.left };
  }

  readonly rowCount = $derived.by(() => this.#subject().extent.rows);
  readonly #sampleWidth = $derived.by(() =>
    (this.#sample.value?.cells ?? []).reduce((most, cells) => Math.max(most, cells.length), 0),
  );
  readonly columnCount = $derived.by(() => {
    const { extent, table } = this.#subject();
    return Math.max(extent.columns, table.layout.range.right + 1, this.#sampleWidth, 1);
  });
  readonly widths = $derived.by(() => {
    const { layout } = this.#subject().table;
    return columnWidths(this.#sample.value?.cells ?? [], this.columnCount, layout.range);
  });
  readonly offsets = $derived(offsetsOf(this.widths));
  readonly canvasWidth = $derived(this.gutter + (this.offsets.at(-1) ?? 0));
  readonly canvasHeight = $derived(this.headHeight + this.rowCount * this.rowHeight);

  readonly #first = $derived(Math.max(0, Math.floor(this.scrollTop / this.rowHeight) - 3));
  readonly #last = $derived(
    Math.min(
      this.rowCount - 1,
      Math.ceil((this.scrollTop + this.viewHeight - this.headHeight) / this.rowHeight) + 3,
    ),
  );
  readonly #from = $derived(Math.max(0, Math.floor(this.#first / page) * page - page / 2));
  readonly #to = $derived(Math.ceil((this.#last + 1) / page) * page + page / 2);

  /** The rows in view, and the row of the active cell wherever it is; none before the sheet is laid out. */
  readonly rowsInView = $derived.by(() =>
    this.viewHeight > 0 ? withMember(this.#first, this.#last, this.active.row) : [],
  );

  /** The columns in view, and the column of the active cell wherever it is. */
  readonly columnsInView = $derived.by(() => {
    const [first, last] = visibleRange(
      this.offsets,
      this.scrollLeft,
      this.scrollLeft + this.viewWidth - this.gutter,
    );
    return withMember(first, last, this.active.column);
  });

  readonly fault = $derived.by(() => this.#rows.fault);

  /** The cells of a row as they lie, or null while they are being fetched. */
  cellsOf(row: number): readonly string[] | null {
    const rows = this.#rows.value;
    return rows ? (rows.cells[row - rows.from] ?? (this.#rows.pending ? null : [])) : null;
  }

  /** Where a row's upper edge lies on the canvas. */
  topOf(row: number): number {
    return this.headHeight + row * this.rowHeight;
  }

  /** Where a column's left edge lies on the canvas. */
  leftOf(column: number): number {
    return this.gutter + (this.offsets[column] ?? this.offsets.at(-1) ?? 0);
  }

  /** The row under a place of the screen. */
  rowAt(clientY: number): number {
    const top = this.scroller?.getBoundingClientRect().top ?? 0;
    return Math.floor((clientY - top + this.scrollTop - this.headHeight) / this.rowHeight);
  }

  /** The column under a place of the screen. */
  columnAt(clientX: number): number {
    const left = this.scroller?.getBoundingClientRect().left ?? 0;
    const x = clientX - left + this.scrollLeft - this.gutter;
    return Math.max(
      0,
      this.offsets.findLastIndex((offset) => offset <= x),
    );
  }

  /** Goes to a cell, brings it into view and gives it the focus. */
  goTo({ row, column }: Spot): void {
    this.active = {
      row: Math.min(Math.max(0, row), Math.max(0, this.rowCount - 1)),
      column: Math.min(Math.max(-1, column), this.columnCount - 1),
    };
    this.editing = false;
    this.takesFocus = true;
    this.reveal(this.active);
  }

  /** Gives the active cell the focus that it was to take. */
  focus(cell: HTMLElement): void {
    cell.focus({ preventScroll: true });
    this.takesFocus = false;
  }

  /** Scrolls no farther than it takes to have a cell in view. */
  reveal({ row, column }: Spot): void {
    const top = row * this.rowHeight;
    const room = this.viewHeight - this.headHeight;
    const isFar = top < this.scrollTop - room || top > this.scrollTop + 2 * room;
    if (isFar) this.#scroll('top', top - room / 3);
    else if (top < this.scrollTop) this.#scroll('top', top);
    else if (top + this.rowHeight > this.scrollTop + room)
      this.#scroll('top', top + this.rowHeight - room);
    if (column < 0) return;
    const left = this.offsets[column] ?? 0;
    const right = left + (this.widths[column] ?? 0);
    const width = this.viewWidth - this.gutter;
    if (left < this.scrollLeft) this.#scroll('left', left);
    else if (right > this.scrollLeft + width) this.#scroll('left', Math.min(left, right - width));
  }

  /** What the first filled row below a row says, by its cells; null where nothing follows. */
  async lineBelow(row: number): Promise<readonly string[] | null> {
    const { reader, sha256, table } = this.#subject();
    for (let from = row + 1; from < this.rowCount; from += page) {
      const cells = await reader.window(sha256, table.sheetIndex, from, from + page - 1);
      const filled = cells.find((line) => line.some((text) => text !== ''));
      if (filled) return filled;
      if (cells.length === 0) return null;
    }
    return null;
  }

  #scroll(side: 'top' | 'left', to: number): void {
    const place = Math.max(0, to);
    this.scroller?.scrollTo({ [side]: place });
    if (side === 'top') this.scrollTop = place;
    else this.scrollLeft = place;
  }

  async #load(from: number, to: number): Promise<Rows> {
    const { reader, sha256, table } = this.#subject();
    return { from, cells: await reader.window(sha256, table.sheetIndex, from, to) };
  }
}

function withMember(first: number, last: number, member: number): readonly number[] {
  const length = Math.max(0, last - first + 1);
  const range = Array.from({ length }, (_, at) => first + at);
  if (member < 0 || (member >= first && member <= last)) return range;
  return member < first ? [member, ...range] : [...range, member];
}
