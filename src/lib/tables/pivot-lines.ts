import {
  constructTable,
  createColumnHelper,
  createExpandedRowModel,
  createSortedRowModel,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { PivotLine, PivotOrder, PivotSheet } from './pivot-sheet.ts';

/** A row of a pivot that is in the open part of its tree. */
export interface ShownLine {
  readonly line: PivotLine;
  /** Its place among those with the same parent, and how many they are. */
  readonly place: number;
  readonly among: number;
  /** Null where there is nothing to open. */
  readonly open: boolean | null;
  readonly parent: string | null;
}

/** The rows of a pivot: which are shown, and in which order. */
export class PivotLines {
  readonly #sheet: PivotSheet;
  readonly #table;

  constructor(sheet: PivotSheet) {
    this.#sheet = sheet;
    const features = tableFeatures({
      coreReactivityFeature: storeReactivityBindings(),
      rowSortingFeature,
      rowExpandingFeature,
      sortedRowModel: createSortedRowModel(),
      expandedRowModel: createExpandedRowModel(),
    });
    const helper = createColumnHelper<typeof features, PivotLine>();
    this.#table = constructTable({
      features,
      data: [...sheet.lines],
      columns: helper.columns(
        sheet.columns.map(({ id, sortable }) =>
          helper.accessor((line) => sheet.value(line.id, id), {
            id,
            enableSorting: sortable,
            sortUndefined: 'last',
            sortFn: (a, b, column) =>
              (a.getValue<number>(column) ?? 0) - (b.getValue<number>(column) ?? 0),
          }),
        ),
      ),
      getRowId: ({ id }) => id,
      getSubRows: ({ children }) => [...children],
    });
  }

  /** The rows that are shown from the top, the total first; `isOpen` says which rows show what is within them. */
  shown(order: PivotOrder | null, isOpen: (line: string) => boolean): readonly ShownLine[] {
    const { lines, columns, total } = this.#sheet;
    const open: Record<string, boolean> = {};
    const look = (some: readonly PivotLine[]): void => {
      for (const { id, children } of some) {
        if (children.length === 0) continue;
        if (isOpen(id)) open[id] = true;
        look(children);
      }
    };
    look(lines);
    const sorted = order !== null && columns.some(({ id }) => id === order.column) ? order : null;
    this.#table.setExpanded(open);
    this.#table.setSorting(sorted ? [{ id: sorted.column, desc: sorted.descending }] : []);
    const met = new Map<string | null, number>();
    const rows = this.#table.getRowModel().rows.map((row): ShownLine => {
      const line = row.original;
      const parent = row.parentId ?? null;
      const place = (met.get(parent) ?? 0) + 1;
      met.set(parent, place);
      const siblings = parent === null ? lines : (row.getParentRow()?.original.children ?? []);
      return {
        line,
        place,
        among: siblings.length,
        open: line.children.length > 0 ? open[line.id] === true : null,
        parent,
      };
    });
    return [{ line: total, place: 1, among: 1, open: null, parent: null }, ...rows];
  }
}
