/** Order by one column. */
export interface GridSort {
  readonly id: string;
  readonly descending: boolean;
}

/** Where a grid's rows come from, a page at a time; `F` is whatever narrows them down. */
export interface GridSource<R, F> {
  /** How many rows the filters leave. */
  readonly countRows: (filters: F) => Promise<number>;
  /** At most `limit` rows from `offset` in the asked order. */
  readonly fetchRows: (
    offset: number,
    limit: number,
    sorting: readonly GridSort[],
    filters: F,
  ) => Promise<readonly R[]>;
}

/** One column of a grid. */
export interface GridColumn<R> {
  readonly id: string;
  readonly title: string;
  /** Width in pixels before anybody changes it. */
  readonly width: number;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** What a cell shows. */
  readonly text: (row: R) => string;
}
