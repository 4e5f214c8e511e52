import type { LayoutDecision, TableLayout } from '#lib/model/table.ts';

/** The edges of a table that a person can move, from top to bottom, then from left to right. */
export const boundaries = [
  'header-start',
  'header-end',
  'data-start',
  'data-end',
  'left',
  'right',
] as const;

/** One movable edge of a table. */
export type Boundary = (typeof boundaries)[number];

/** An edge that lies between rows. */
export type RowBoundary = Exclude<Boundary, 'left' | 'right'>;

/** Where the edges of a table lie: first and last rows and columns, 0-based on the sheet, both inclusive. */
export interface Edges {
  readonly header: readonly [first: number, last: number] | null;
  readonly data: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** The edges of a table as its layout has them. */
export function edgesOf(layout: TableLayout): Edges {
  const { range, headerRows, numberingRows, unitRows, titleRows, blankRows } = layout;
  const first = headerRows[0];
  const last = headerRows.at(-1);
  const passed = new Set([...numberingRows, ...unitRows, ...titleRows, ...blankRows]);
  let start = last === undefined ? range.top : last + 1;
  while (passed.has(start) && start < range.bottom) start += 1;
  return {
    header: first === undefined || last === undefined ? null : [first, last],
    data: [Math.min(start, range.bottom), range.bottom],
    columns: [range.left, range.right],
  };
}

/** Whether an edge lies between rows. */
export function isRowBoundary(boundary: Boundary): boundary is RowBoundary {
  return boundary !== 'left' && boundary !== 'right';
}

/** The row or column at an edge, the last one before an end; null where the table has no such edge. */
export function placeOf({ header, data, columns }: Edges, boundary: Boundary): number | null {
  const places: Record<Boundary, number | null> = {
    'header-start': header?.[0] ?? null,
    'header-end': header?.[1] ?? null,
    'data-start': data[0],
    'data-end': data[1],
    left: columns[0],
    right: columns[1],
  };
  return places[boundary];
}

/** The rows or columns between which an edge may be moved, for a sheet of so many rows and columns. */
export function limitsOf(
  { header, data, columns }: Edges,
  boundary: Boundary,
  sheet: { readonly rows: number; readonly columns: number },
): readonly [lowest: number, highest: number] {
  const limits: Record<Boundary, readonly [number, number]> = {
    'header-start': [0, header?.[1] ?? data[0]],
    'header-end': [header?.[0] ?? 0, Math.max(data[1] - 1, header?.[1] ?? 0)],
    'data-start': [header ? header[1] + 1 : 0, data[1]],
    'data-end': [data[0], Math.max(sheet.rows - 1, data[1])],
    left: [0, columns[1]],
    right: [columns[0], Math.max(sheet.columns - 1, columns[1])],
  };
  return limits[boundary];
}

/** What moving the left or right edge to a column decides. */
export function decideColumns(
  { columns }: Edges,
  side: 'left' | 'right',
  to: number,
): LayoutDecision {
  return {
    columns: side === 'left' ? [to, Math.max(to, columns[1])] : [Math.min(to, columns[0]), to],
  };
}

/**
 * What moving an edge of the header or the start of the data to a row decides: data that begin right under the header keep
 * doing so, and neither ever overlaps the other.
 */
export function decideRows(
  { header, data }: Edges,
  boundary: Exclude<RowBoundary, 'data-end'>,
  to: number,
): LayoutDecision {
  if (boundary === 'data-start') {
    if (header === null || header[1] < to) return { from: to };
    return { from: to, header: header[0] < to ? [header[0], to - 1] : null };
  }
  const first = boundary === 'header-start' ? to : Math.min(header?.[0] ?? to, to);
  const last = boundary === 'header-end' ? to : Math.max(header?.[1] ?? to, to);
  const isAttached = header !== null && data[0] === header[1] + 1;
  return isAttached || last >= data[0]
    ? { header: [first, last], from: last + 1 }
    : { header: [first, last] };
}
