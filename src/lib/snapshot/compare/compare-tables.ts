import type { FigureTable } from '../document.ts';

/** A cell of a table behind a picture. */
export type Cell = string | number | null;

/** A cell that two tables do not have alike; a side is undefined where it has no such row or column at all. */
export interface CellChange {
  /** The words of the row: «Блок II, IV четверть 2025/26». */
  readonly row: string;
  readonly column: string;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
}

interface Figure {
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
}

function unlike(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Figures of a table by the words of their row and the head of their column. */
function figuresOf({ heads, rows, figures }: FigureTable): Map<string, Figure> {
  const columns = unlike(heads);
  const isNamed = figures.some((isFigure) => !isFigure);
  const isName = (column: number) => (isNamed ? !figures[column] : column === 0);
  const names = unlike(
    rows.map((row) => row.filter((cell, column) => isName(column) && cell !== null).join(', ')),
  );
  const found = new Map<string, Figure>();
  rows.forEach((cells, index) =>
    columns.forEach((column, at) => {
      if (!figures[at]) return;
      const row = names[index] ?? '';
      found.set(JSON.stringify([row, column]), { row, column, cell: cells[at] ?? null });
    }),
  );
  return found;
}

/** Every figure that two tables do not have alike, in the order of the newer one; rows are told apart by their words. */
export function compareTables(before: FigureTable, after: FigureTable): CellChange[] {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const changes: CellChange[] = [];
  for (const [key, { row, column, cell }] of now) {
    const known = old.get(key);
    if (!known || known.cell !== cell) {
      changes.push({ row, column, before: known?.cell, after: cell });
    }
  }
  for (const [key, { row, column, cell }] of old) {
    if (!now.has(key)) changes.push({ row, column, before: cell, after: undefined });
  }
  return changes;
}
