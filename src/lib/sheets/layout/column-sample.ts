import type { CellKind, Grid } from './grid.ts';

const sampledRows = 30;
/** Columns beyond this one are never looked at to find a header. */
export const mostColumns = 400;

/** What the rows below a possible header hold, column by column. */
export interface ColumnSample {
  readonly rows: readonly number[];
  readonly active: readonly number[];
  /** Columns whose filled cells are mostly numbers or dates. */
  readonly typed: ReadonlySet<number>;
}

/** True for the kinds that data has and headings rarely have. */
export function isTyped(kind: CellKind): boolean {
  return kind === 'number' || kind === 'date';
}

/** What the rows from `from` on hold, up to thirty of them and no row after `to`. */
export function sampleBelow(grid: Grid, from: number, to: number): ColumnSample {
  const rows: number[] = [];
  let blanks = 0;
  for (let row = from; row <= to && rows.length < sampledRows && blanks < 3; row += 1) {
    if (grid.count(row) === 0) blanks += 1;
    else {
      rows.push(row);
      blanks = 0;
    }
  }
  const filled = new Map<number, number>();
  const typedCount = new Map<number, number>();
  const widest = rows.reduce((most, row) => Math.max(most, grid.count(row)), 0);
  for (const row of rows) {
    if (grid.count(row) < 2 && widest > 1) continue;
    const kinds = grid.kinds(row);
    for (let column = 0; column < Math.min(kinds.length, mostColumns); column += 1) {
      const kind = kinds[column] ?? 'blank';
      if (kind === 'blank') continue;
      filled.set(column, (filled.get(column) ?? 0) + 1);
      if (isTyped(kind)) typedCount.set(column, (typedCount.get(column) ?? 0) + 1);
      else if (kind === 'mark') typedCount.set(column, (typedCount.get(column) ?? 0) + 0.6);
    }
  }
  const active = [...filled.keys()].sort((a, b) => a - b);
  const typed = active.filter(
    (column) => (typedCount.get(column) ?? 0) >= 0.6 * (filled.get(column) ?? 0),
  );
  return { rows, active, typed: new Set(typed) };
}

/** Data that stands right below its header speaks for itself; only what is set off by blank rows is sampled across them. */
export function sampleEnd(grid: Grid, above: number, dataStart: number, end: number): number {
  if (dataStart > above + 1) return end;
  const blockEnd = Math.min(grid.blockEnd(dataStart, sampledRows), end);
  for (let row = dataStart; row <= blockEnd; row += 1) if (grid.count(row) > 1) return blockEnd;
  return end;
}

/** A single column is a list only when numbers or dates follow a heading. */
export function isListOfValues(sample: ColumnSample): boolean {
  return sample.active.length > 1 || (sample.typed.size === 1 && sample.rows.length >= 2);
}
