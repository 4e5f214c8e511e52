/** One cell of a table by two dimensions: its size and rate in both periods; the rate is null where nobody was there. */
export interface CrossCell {
  readonly row: string;
  readonly column: string;
  readonly n1: number;
  readonly r1: number | null;
  readonly n2: number;
  readonly r2: number | null;
}

/** Both total rates and three effects, which sum to `after − before`: of the rates, of the rows' and of the columns' shares. */
export interface CrossClassified {
  readonly before: number;
  readonly after: number;
  readonly rate: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Splits the change of a total rate into the cells' own rates and the make-up by each of two dimensions. A cell's share
 * is written as A·B with A = √(n/n_column · n_row/n), which follows the rows within columns, and B its mirror; a cell
 * that is empty in one period borrows the other's rate. Null for no cells, a cell given twice, a period without anybody,
 * a negative or infinite size, or a missing rate. Das Gupta 1993, P23-186, ch. 5 (two factors, equation 5.36).
 */
export function crossClassified(cells: readonly CrossCell[]): CrossClassified | null {
  const names = new Set(cells.map(({ row, column }) => JSON.stringify([row, column])));
  if (names.size !== cells.length || !cells.every(isCell)) return null;
  const first = structure(cells, ({ n1 }) => n1);
  const second = structure(cells, ({ n2 }) => n2);
  if (!first || !second) return null;
  let [before, after, rate, rows, columns] = [0, 0, 0, 0, 0];
  cells.forEach((cell, i) => {
    const [share1, a1, b1] = first[i] ?? [0, 0, 0];
    const [share2, a2, b2] = second[i] ?? [0, 0, 0];
    const r1 = (cell.n1 > 0 ? cell.r1 : cell.r2) ?? 0;
    const r2 = (cell.n2 > 0 ? cell.r2 : cell.r1) ?? 0;
    const meanRate = (r1 + r2) / 2;
    before += share1 * r1;
    after += share2 * r2;
    rate += ((r2 - r1) * (share1 + share2)) / 2;
    rows += meanRate * (a2 - a1) * ((b1 + b2) / 2);
    columns += meanRate * (b2 - b1) * ((a1 + a2) / 2);
  });
  return { before, after, rate, rows, columns };
}

function structure(
  cells: readonly CrossCell[],
  sizeOf: (cell: CrossCell) => number,
): (readonly [number, number, number])[] | null {
  const byRow = new Map<string, number>();
  const byColumn = new Map<string, number>();
  let all = 0;
  for (const cell of cells) {
    const size = sizeOf(cell);
    byRow.set(cell.row, (byRow.get(cell.row) ?? 0) + size);
    byColumn.set(cell.column, (byColumn.get(cell.column) ?? 0) + size);
    all += size;
  }
  if (!(all > 0 && Number.isFinite(all))) return null;
  return cells.map((cell) => {
    const size = sizeOf(cell);
    if (size === 0) return [0, 0, 0];
    const ofRow = byRow.get(cell.row) ?? size;
    const ofColumn = byColumn.get(cell.column) ?? size;
    const a = Math.sqrt((size / ofColumn) * (ofRow / all));
    return [size / all, a, size / all / a];
  });
}

function isCell({ n1, r1, n2, r2 }: CrossCell): boolean {
  const isRate = (n: number, r: number | null) => n === 0 || (r !== null && Number.isFinite(r));
  return n1 >= 0 && n2 >= 0 && isRate(n1, r1) && isRate(n2, r2);
}
