import {
  columnResizingFeature,
  columnSizingFeature,
  constructTable,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { GridColumn } from './grid-source.ts';

const leastWidth = 56;
const mostWidth = 640;

/** The headless table of a grid: it holds the order and the widths; rows are paged elsewhere. */
export function createGridTable<R extends object>(columns: readonly GridColumn<R>[]) {
  const features = tableFeatures({
    coreReactivityFeature: storeReactivityBindings(),
    rowSortingFeature,
    columnSizingFeature,
    columnResizingFeature,
  });
  const helper = createColumnHelper<typeof features, R>();
  const data: R[] = [];
  return constructTable({
    features,
    data,
    columns: helper.columns(
      columns.map((column) =>
        helper.accessor((row) => column.text(row), {
          id: column.id,
          header: column.title,
          size: column.width,
          minSize: leastWidth,
          maxSize: mostWidth,
          enableSorting: column.sortable ?? false,
          sortDescFirst: false,
        }),
      ),
    ),
    manualSorting: true,
    enableMultiSort: true,
    columnResizeMode: 'onChange',
  });
}

/** The headless table that a grid of such rows uses. */
export type GridTable<R extends object> = ReturnType<typeof createGridTable<R>>;
