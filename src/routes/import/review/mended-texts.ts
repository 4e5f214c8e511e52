import { foldText } from '#lib/i18n/fold.ts';
import type { Recipe } from '#lib/ingest/recipe.ts';
import type { FileRepairs } from '#lib/ingest/repair.ts';
import type { TableReading } from '#lib/ingest/table-reading.ts';
import { keyOf } from './cell-marks.ts';

/** Rows or columns to be looked up. */
export function placesOf(places: readonly number[]): ReadonlySet<number> {
  return new Set(places);
}

/** The rows of a sheet that a person set aside. */
export function dismissedRows(
  repairs: FileRepairs | null,
  sheetIndex: number,
): ReadonlySet<number> {
  const own = (repairs?.dismissed ?? []).filter((one) => one.sheetIndex === sheetIndex);
  return placesOf(own.map(({ row }) => row));
}

/** What the cells of one table read after the repairs of a person. */
export class MendedTexts {
  readonly #cells = new Map<string, string>();
  readonly #replaced = new Map<number, ReadonlyMap<string, string>>();
  readonly #data: { readonly first: number; readonly last: number };

  constructor(
    { sheetIndex, matches, layout }: Pick<TableReading, 'sheetIndex' | 'matches' | 'layout'>,
    repairs: FileRepairs | null,
    recipe: Recipe | null,
  ) {
    for (const cell of repairs?.cells ?? []) {
      if (cell.sheetIndex === sheetIndex) this.#cells.set(keyOf(cell.row, cell.column), cell.to);
    }
    for (const { column, heading } of matches) {
      const folded = foldText(heading);
      const own = (recipe?.replacements ?? []).filter((one) => foldText(one.heading) === folded);
      if (own.length > 0)
        this.#replaced.set(column, new Map(own.map(({ from, to }) => [foldText(from), to])));
    }
    const last = layout.headerRows.at(-1);
    this.#data = {
      first: last === undefined ? layout.range.top : last + 1,
      last: layout.range.bottom,
    };
  }

  /** What a cell that lies as `text` in the file reads now; null where that is the same. */
  at(row: number, column: number, text: string): string | null {
    const mended = this.#cells.get(keyOf(row, column));
    if (mended !== undefined) return mended === text ? null : mended;
    const replaced = this.#replaced.get(column);
    if (!replaced || row < this.#data.first || row > this.#data.last) return null;
    const to = replaced.get(foldText(text)) ?? null;
    return to === text ? null : to;
  }
}
