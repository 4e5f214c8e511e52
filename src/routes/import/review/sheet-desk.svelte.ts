import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import { findRecipe, type Recipe } from '#lib/ingest/recipe.ts';
import type { FileRepairs } from '#lib/ingest/repair.ts';
import type { LayoutDecision } from '#lib/model/table.ts';
import { lineText } from '#lib/sheets/layout/line-text.ts';
import type { MenuItem } from '#lib/ui/Menu.svelte';
import { matchesByColumn, roleOf, rowRoles, type RowRole } from '../row-role.ts';
import { decideColumns, decideRows, edgesOf, type Boundary } from './boundary.ts';
import { CellMarks, type Spot } from './cell-marks.ts';
import { dismissedRows, MendedTexts, placesOf } from './mended-texts.ts';
import { rowActions } from './row-actions.ts';
import type { SheetGrid, SheetSubject } from './sheet-grid.svelte.ts';
import type { Reviewer } from './sheet-reader.ts';

/** What lies on the desk: a table of a file, what was decided about it, and who takes further decisions. */
export interface DeskSubject extends SheetSubject {
  readonly review: Reviewer;
  readonly repairs: FileRepairs | null;
  readonly recipes: readonly Recipe[];
  /** Nothing can be decided now. */
  readonly disabled: boolean;
}

/** What is known of each line and cell of one table's sheet, and what a person can decide about them. */
export class SheetDesk {
  readonly #subject: () => DeskSubject;
  readonly #grid: SheetGrid;

  constructor(subject: () => DeskSubject, grid: SheetGrid) {
    this.#subject = subject;
    this.#grid = grid;
  }

  readonly #table = $derived.by(() => this.#subject().table);
  readonly disabled = $derived.by(() => this.#subject().disabled);
  readonly edges = $derived(edgesOf(this.#table.layout));
  readonly #roles = $derived(rowRoles(this.#table.layout));
  readonly recipe = $derived.by(() => findRecipe(this.#subject().recipes, this.#table.fingerprint));
  readonly marks = $derived(new CellMarks(this.#table));
  readonly mended = $derived.by(
    () => new MendedTexts(this.#table, this.#subject().repairs, this.recipe),
  );
  readonly matches = $derived(matchesByColumn(this.#table));
  readonly hiddenRows = $derived.by(() => placesOf(this.#subject().extent.hiddenRows));
  readonly hiddenColumns = $derived.by(() => placesOf(this.#subject().extent.hiddenColumns));
  readonly dismissed = $derived.by(() =>
    dismissedRows(this.#subject().repairs, this.#table.sheetIndex),
  );

  /** What a row of the sheet is to the table. */
  roleOf(row: number): RowRole {
    return roleOf(row, this.#roles, this.#table.layout);
  }

  /** Lays a correction over how the table's layout is read. */
  correct(correction: Omit<Partial<Recipe>, 'fingerprint'>): void {
    const { review, sha256, table } = this.#subject();
    void review.correct(sha256, { fingerprint: table.fingerprint, fields: {}, ...correction });
  }

  /** Writes a text into a cell. */
  mend({ row, column }: Spot, to: string): void {
    const { review, sha256, table } = this.#subject();
    void review.mend(sha256, [{ sheetIndex: table.sheetIndex, row, column, to }]);
  }

  /** Moves an edge of the table to a row or column; what lies below a new end may be another table. */
  async move(boundary: Boundary, place: number): Promise<void> {
    this.correct({ layout: await this.#decide(boundary, place) });
  }

  /** Ends the table with a row: nothing below it is a table. */
  async endWith(row: number): Promise<void> {
    this.correct({ layout: { ...(await this.#decide('data-end', row)), last: true } });
  }

  async #decide(boundary: Boundary, place: number): Promise<LayoutDecision> {
    if (boundary === 'left' || boundary === 'right')
      return decideColumns(this.edges, boundary, place);
    if (boundary !== 'data-end') return decideRows(this.edges, boundary, place);
    const below = await this.#grid.lineBelow(place);
    const until = below === null ? null : lineText(below);
    return this.recipe?.layout?.last ? { until, last: false } : { until };
  }

  /** The menu of a row; empty while nothing can be decided. */
  actionsOf(row: number, words: Catalogue['repairing']['rowMenu']): readonly MenuItem[] {
    const { review, sha256, table, disabled } = this.#subject();
    if (disabled) return [];
    const place = {
      role: this.roleOf(row),
      isBody: row >= this.edges.data[0],
      isDismissed: this.dismissed.has(row),
    };
    return rowActions(words, place, {
      bound: (boundary) =>
        void (boundary === 'data-end' ? this.endWith(row) : this.move(boundary, row)),
      call: (role) =>
        this.correct({ layout: { lines: { [lineText(this.#grid.cellsOf(row) ?? [])]: role } } }),
      dismiss: (aside) =>
        void review.dismiss(sha256, [{ sheetIndex: table.sheetIndex, row }], aside),
    });
  }
}
