import type { SlideTable } from './slide-table.ts';
import { heightOf, linesIn, widthOf } from './text-height.ts';

/** A piece of a table that one slide can hold: its columns and rows, their sizes in inches, and the size of its letters. */
export interface TablePiece {
  readonly table: SlideTable;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly size: number;
  /** Which rows of the whole table these are, 1-based; the whole table where both ends are its own. */
  readonly from: number;
  readonly to: number;
  readonly all: number;
}

const cellPadding = 0.125;
const rowPadding = 0.1;
const sizes = [16, 14, 13, 12, 11, 10] as const;
const mostColumns = 13;

/** Whether a column is narrower than the longest of its words, which would be broken. */
function isTight(table: SlideTable, columns: readonly number[], size: number): boolean {
  return table.heads.some((head, column) => {
    const texts = [...table.rows.map((row) => row[column]?.text ?? ''), head];
    const words = texts.flatMap((text) => text.split(/[\s-]+/));
    const longest = Math.max(0, ...words.map((word) => widthOf(word, size, true)));
    return longest + cellPadding > (columns[column] ?? 0) + 0.02;
  });
}

/** Widths of columns that share a width by what stands in them. */
function columnWidths(
  { heads, rows, isCrossed }: SlideTable,
  width: number,
  size: number,
): number[] {
  const wants = heads.map((head, column) => {
    const cells = rows.map((row) => widthOf(row[column]?.text ?? '', size));
    const word = Math.max(0, ...head.split(/\s+/).map((one) => widthOf(one, size, true)));
    const widest = Math.max(word, ...cells);
    return Math.min(widest, column === 0 ? width * 0.42 : width * 0.34) + cellPadding;
  });
  const wanted = wants.reduce((sum, one) => sum + one, 0);
  if (!isCrossed && wanted > width) return wants.map((one) => (one * width) / wanted);
  if (!isCrossed)
    return wants.map(
      (one, column) =>
        one +
        (column === 0
          ? Math.min(1.5, (width - wanted) / 3)
          : Math.min(0.9, (width - wanted) / (2 * heads.length))),
    );
  const first = width * 0.2;
  return wants.map((_, column) => (column === 0 ? first : (width - first) / (wants.length - 1)));
}

function rowHeight(
  texts: readonly string[],
  columns: readonly number[],
  size: number,
  bold: boolean,
) {
  const lines = texts.map((text, column) =>
    linesIn(text, Math.max(0.2, (columns[column] ?? 1) - cellPadding), size, bold),
  );
  return heightOf(Math.max(1, ...lines), size) + rowPadding;
}

/** Columns of a wide table in groups, each with the first column before it. */
function columnGroups(table: SlideTable): SlideTable[] {
  const rest = table.heads.length - 1;
  if (rest < mostColumns) return [table];
  const parts = Math.ceil(rest / (mostColumns - 1));
  const each = Math.ceil(rest / parts);
  return Array.from({ length: parts }, (_, part) => {
    const pick = <T>(row: readonly T[]) => [
      ...row.slice(0, 1),
      ...row.slice(1 + part * each, 1 + (part + 1) * each),
    ];
    return {
      ...table,
      heads: pick(table.heads),
      figures: pick(table.figures),
      rows: table.rows.map(pick),
    };
  });
}

function pieces(table: SlideTable, width: number, height: number): TablePiece[] {
  const measured = sizes.map((size) => {
    const columns = columnWidths(table, width, size);
    const head = rowHeight(table.heads, columns, size, true);
    const rows = table.rows.map((row) =>
      rowHeight(
        row.map(({ text }) => text),
        columns,
        size,
        false,
      ),
    );
    const tight = isTight(table, columns, size);
    return { size, columns, tight, head, rows, all: rows.reduce((sum, one) => sum + one, head) };
  });
  const loose = measured.filter(({ tight }) => !tight);
  const whole = loose.find(({ size, all }) => all <= height && size >= 11);
  const found = whole ?? loose.find(({ size }) => size <= 13) ?? measured.at(-1);
  if (!found) return [];
  const groups: [number, number][] = [];
  let filled = Infinity;
  found.rows.forEach((row, index) => {
    const last = groups.at(-1);
    if (!last || filled + row > height) {
      groups.push([index, index + 1]);
      filled = found.head + row;
    } else {
      last[1] = index + 1;
      filled += row;
    }
  });
  // Rows are shared evenly, so that the last slide does not hold one alone.
  const each = Math.ceil(table.rows.length / Math.max(1, groups.length));
  const isEven = groups.every(([from, to]) => to - from >= each || to === table.rows.length);
  const spans = isEven
    ? groups.map(
        (_, part) => [part * each, Math.min(table.rows.length, (part + 1) * each)] as const,
      )
    : groups;
  return spans.map(([from, to]) => ({
    table: { ...table, rows: table.rows.slice(from, to) },
    columns: found.columns,
    rows: [found.head, ...found.rows.slice(from, to)],
    size: found.size,
    from: from + 1,
    to,
    all: table.rows.length,
  }));
}

/** A table cut into as many pieces as slides are needed for it, each of a size in inches, in the largest letters that fit. */
export function tablePieces(table: SlideTable, width: number, height: number): TablePiece[] {
  return columnGroups(table).flatMap((group) => pieces(group, width, height));
}
