import type { CellValue } from '#lib/model/sheet.ts';
import type { LineRole } from '#lib/model/table.ts';
import { readNumber } from '../values/number.ts';
import { mostColumns } from './column-sample.ts';
import type { Grid } from './grid.ts';

/** A row that equals the sum of others: over how many columns, and of how many rows. */
export interface Sum {
  readonly columns: number;
  readonly rows: number;
}

const sampled = 200;
/** In longer tables only rows that lack the labels the others have are tried. */
const longest = 20_000;

function amount(cell: CellValue): number | null {
  const read = readNumber(cell);
  return read === null || read.percent ? null : read.value;
}

/** What the columns of a body are to its sums: those that hold amounts, and those that tell one row from another. */
interface Shape {
  readonly amounts: readonly number[];
  readonly labels: readonly number[];
  /** Columns that count the rows: 1, 2, 3 … */
  readonly ordinals: readonly number[];
}

function shapeOf(grid: Grid, rows: readonly number[]): Shape {
  const sample = rows.slice(0, sampled);
  const width = Math.min(mostColumns, Math.max(0, ...sample.map((row) => grid.last[row] ?? 0)) + 1);
  const shape = { amounts: [] as number[], labels: [] as number[], ordinals: [] as number[] };
  for (let column = 0; column < width; column += 1) {
    const values = sample.map((row) => amount(grid.cell(row, column)));
    const numbers = values.filter((value) => value !== null);
    const filled = sample.filter((row) => grid.kind(row, column) !== 'blank').length;
    const steps = values.filter((value, at) => {
      const before = at === 0 ? null : values[at - 1];
      return value !== null && before === value - 1;
    }).length;
    if (numbers.length > 2 && steps >= 0.7 * (numbers.length - 1)) shape.ordinals.push(column);
    else if (numbers.length >= 0.7 * filled && numbers.length > 1) {
      const isYear = numbers.every((value) => value >= 1900 && value <= 2100);
      if (!isYear) shape.amounts.push(column);
    } else if (filled >= 0.5 * sample.length) shape.labels.push(column);
  }
  return shape;
}

/** Running totals of the columns over the data rows, made when a column is first asked for. */
class RunningTotals {
  readonly #grid: Grid;
  readonly #rows: readonly number[];
  readonly #byColumn = new Map<number, Float64Array>();

  constructor(grid: Grid, rows: readonly number[]) {
    this.#grid = grid;
    this.#rows = rows;
  }

  /** Sum of a column over the data rows number `from` to `to` - 1. */
  between(column: number, from: number, to: number): number {
    let running = this.#byColumn.get(column);
    if (!running) {
      running = new Float64Array(this.#rows.length + 1);
      for (const [at, row] of this.#rows.entries())
        running[at + 1] = (running[at] ?? 0) + (amount(this.#grid.cell(row, column)) ?? 0);
      this.#byColumn.set(column, running);
    }
    return (running[to] ?? 0) - (running[from] ?? 0);
  }
}

/**
 * Data rows that are the sum of the rows of their section or of the whole table in the columns of amounts, by row of the sheet.
 * A chance agreement of small numbers does not count: the digits that agree must weigh more than chance, and more so where a
 * row has the labels of a data row.
 */
export function rowsThatAddUp(
  grid: Grid,
  roles: readonly LineRole[],
  from: number,
): Map<number, Sum> {
  const found = new Map<number, Sum>();
  const rows: number[] = [];
  const blockStarts = new Set<number>([0]);
  for (const [index, role] of roles.entries()) {
    if (role === 'data') rows.push(from + index);
    else if (role === 'section' || role === 'total') blockStarts.add(rows.length);
  }
  if (rows.length < 3) return found;
  const shape = shapeOf(grid, rows);
  if (shape.amounts.length === 0) return found;
  const isLong = rows.length > longest;
  const running = new RunningTotals(grid, rows);
  const totals: number[] = [];

  const differs = (row: number): boolean => {
    const missing = shape.labels.filter(
      (column) => grid.kind(row, column) === 'blank' && grid.mergeAt(row, column) === null,
    );
    return missing.length > 0 && missing.length >= 0.5 * shape.labels.length;
  };
  const test = (at: number, first: number, end: number): boolean => {
    const row = rows[at] ?? 0;
    const inside = totals.filter((total) => total >= first && total < end);
    const addends = end - first - inside.length;
    const isOdd = differs(row);
    if (addends < (isOdd ? 2 : 3)) return false;
    const goesOn = shape.ordinals.some((column) => amount(grid.cell(row, column)) !== null);
    if (goesOn) return false;
    let agreed = 0;
    let against = 0;
    let weight = 0;
    for (const column of shape.amounts) {
      const value = amount(grid.cell(row, column));
      if (value === null) continue;
      let sum = running.between(column, first, end);
      for (const total of inside) sum -= amount(grid.cell(rows[total] ?? 0, column)) ?? 0;
      if (Math.abs(sum - value) <= 1e-6 * Math.max(1, Math.abs(value))) {
        if (value !== 0) agreed += 1;
        weight += Math.log10(1 + Math.abs(value));
      } else against += 1;
      if (against > 1 && against > agreed) return false;
    }
    if (agreed === 0 || against > 0.25 * agreed || weight < (isOdd ? 1.2 : 3.5)) return false;
    totals.push(at);
    found.set(row, { columns: agreed, rows: addends });
    return true;
  };

  const starts = [...blockStarts].filter((start) => start < rows.length).sort((a, b) => a - b);
  for (const [block, start] of starts.entries()) {
    const end = starts[block + 1] ?? rows.length;
    let open = start;
    if (!isLong || differs(rows[start] ?? 0)) if (test(start, start + 1, end)) open = start + 1;
    for (let at = start + 1; at < end; at += 1) {
      const isLast = at === end - 1;
      if (isLong && !isLast) continue;
      if (!isLast && !differs(rows[at] ?? 0)) continue;
      if (isLong && !differs(rows[at] ?? 0)) continue;
      if (test(at, open, at)) open = at + 1;
    }
  }
  if (starts.length > 1 || totals.length > 0) {
    const last = rows.length - 1;
    if (!totals.includes(last) && (!isLong || differs(rows[last] ?? 0))) test(last, 0, last);
    if (!totals.includes(0) && !isLong) test(0, 1, rows.length);
  }
  return found;
}
