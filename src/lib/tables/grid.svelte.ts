import type { GridColumn, GridSort, GridSource } from './grid-source.ts';
import { createGridTable, type GridTable } from './grid-table.ts';
import { PagedRows } from './paged-rows.ts';

/** The cell that the keyboard stands on; row −1 is the head. */
export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

/** State of one grid: its columns, order, filters, rows that have arrived and the active cell. */
export class Grid<R extends object, F> {
  readonly columns: readonly GridColumn<R>[];
  readonly table: GridTable<R>;
  readonly #source: GridSource<R, F>;
  #filters: F;
  #rows: PagedRows<R>;
  #sight: readonly [number, number] = [0, 0];
  #arrivals = $state(0);
  #changes = $state(0);
  #sorting = $state.raw<readonly GridSort[]>([]);
  /** How many rows there are; null until that is known. */
  count = $state<number | null>(null);
  /** Cause of the last failure; null when all is well. */
  failure = $state.raw<unknown>(null);
  active = $state.raw<ActiveCell>({ row: 0, column: 0 });

  constructor(columns: readonly GridColumn<R>[], source: GridSource<R, F>, filters: F) {
    this.columns = columns;
    this.#source = source;
    this.#filters = filters;
    this.table = createGridTable(columns);
    this.#rows = this.#page();
    this.table.store.subscribe(() => {
      this.#changes += 1;
      this.#takeOrder();
    });
    void this.#countAgain();
  }

  /** The order that is asked of the source. */
  get sorting(): readonly GridSort[] {
    return this.#sorting;
  }

  /** Widths in pixels, in the order of the columns. */
  get widths(): readonly number[] {
    void this.#changes;
    return this.table.getAllLeafColumns().map((column) => column.getSize());
  }

  /** The row at an index, or null until it has arrived. */
  row(index: number): R | null {
    void this.#arrivals;
    return this.#rows.at(index);
  }

  /** Says which rows are in sight. */
  want(first: number, last: number): void {
    this.#sight = [first, last];
    this.#rows.want(first, last);
  }

  /** Narrows the rows down to what the filters leave. */
  filter(filters: F): void {
    this.#filters = filters;
    this.active = { row: 0, column: this.active.column };
    this.#start();
    void this.#countAgain();
  }

  /** Asks everything again, after a failure or when the records have changed. */
  refresh(): void {
    this.#start();
    void this.#countAgain();
  }

  /** The next order by a column: ascending, descending, none; `also` keeps the other columns' order. */
  toggleSort(index: number, also = false): void {
    const column = this.table.getAllLeafColumns()[index];
    if (!column?.getCanSort()) return;
    const now = column.getIsSorted();
    if (now === 'desc') column.clearSorting();
    else column.toggleSorting(now === 'asc', also);
  }

  /** How a column is ordered, as aria-sort says it. */
  sortOf(id: string): 'ascending' | 'descending' | 'none' {
    const order = this.#sorting.find((sort) => sort.id === id);
    if (!order) return 'none';
    return order.descending ? 'descending' : 'ascending';
  }

  /** Widens a column by pixels, or narrows it. */
  widen(index: number, by: number): void {
    const column = this.table.getAllLeafColumns()[index];
    if (!column) return;
    const width = Math.max(56, Math.min(640, column.getSize() + by));
    this.table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: width }));
  }

  /** Moves the active cell, within the rows that there are. */
  move(down: number, right: number): void {
    const last = (this.count ?? 0) - 1;
    this.active = {
      row: Math.max(-1, Math.min(last, this.active.row + down)),
      column: Math.max(0, Math.min(this.columns.length - 1, this.active.column + right)),
    };
  }

  #page(): PagedRows<R> {
    return new PagedRows<R>(
      (offset, limit) => this.#source.fetchRows(offset, limit, this.#sorting, this.#filters),
      (failure) => {
        this.failure = failure;
        this.#arrivals += 1;
      },
    );
  }

  #start(): void {
    this.#rows.close();
    this.#rows = this.#page();
    this.#rows.want(...this.#sight);
    this.failure = null;
    this.#arrivals += 1;
  }

  #takeOrder(): void {
    const order = this.table.atoms.sorting.get();
    const same =
      order.length === this.#sorting.length &&
      order.every(({ id, desc }, i) => {
        const known = this.#sorting[i];
        return known?.id === id && known.descending === desc;
      });
    if (same) return;
    this.#sorting = order.map(({ id, desc }) => ({ id, descending: desc }));
    this.#start();
  }

  async #countAgain(): Promise<void> {
    const asked = this.#filters;
    try {
      const count = await this.#source.countRows(asked);
      if (asked !== this.#filters) return;
      this.count = count;
      if (this.active.row >= count) this.active = { row: count - 1, column: this.active.column };
    } catch (cause) {
      if (asked === this.#filters) this.failure = cause;
    }
  }
}
