import type { Difference } from '#lib/ingest/difference.ts';
import type {
  CellRepair,
  Decoding,
  DismissedRow,
  FileRepairs,
  Statement,
} from '#lib/ingest/repair.ts';
import { noRepairs } from '#lib/ingest/repair.ts';
import type { Recipe, Replacement } from '#lib/ingest/recipe.ts';
import { foldText } from '#lib/i18n/fold.ts';

/** A difference that is not taken over. */
export type Refusal = Pick<Difference, 'id' | 'change'>;

/** What a person has decided about the files under review; nothing of it is stored before they are accepted. */
export interface Decided {
  readonly recipes: readonly Recipe[];
  /** By the hash of the file. */
  readonly repairs: Readonly<Record<string, FileRepairs>>;
  /** Differences from the version before that are not taken over, by the hash of the file. */
  readonly refused: Readonly<Record<string, readonly Refusal[]>>;
}

/** Nothing decided. */
export const nothingDecided: Decided = { recipes: [], repairs: {}, refused: {} };

function mergeReplacements(
  before: readonly Replacement[],
  added: readonly Replacement[],
): readonly Replacement[] {
  const alike = (one: Replacement, other: Replacement) =>
    one.heading === other.heading && foldText(one.from) === foldText(other.from);
  return [...before.filter((old) => !added.some((one) => alike(one, old))), ...added];
}

/** A recipe with a further correction laid over it; what the correction leaves open stays. */
export function layOver(before: Recipe | null, correction: Recipe): Recipe {
  const replacements = mergeReplacements(before?.replacements ?? [], correction.replacements ?? []);
  const layout = { ...before?.layout, ...correction.layout };
  const lines = { ...before?.layout?.lines, ...correction.layout?.lines };
  // A column that a field is chosen for is no longer kept as the school's own.
  const decided = new Set(Object.keys(correction.fields));
  const kept = Object.entries(before?.own ?? {}).filter(([heading]) => !decided.has(heading));
  const own = { ...Object.fromEntries(kept), ...correction.own };
  return {
    ...before,
    ...correction,
    fields: { ...before?.fields, ...correction.fields },
    ...(replacements.length > 0 ? { replacements } : {}),
    ...(before?.own || correction.own ? { own } : {}),
    ...(Object.keys(layout).length === 0
      ? {}
      : { layout: Object.keys(lines).length === 0 ? layout : { ...layout, lines } }),
  };
}

/** Puts a recipe in the place of the one of the same layout. */
export function decideRecipe(decided: Decided, recipe: Recipe): Decided {
  const others = decided.recipes.filter(({ fingerprint }) => fingerprint !== recipe.fingerprint);
  return { ...decided, recipes: [...others, recipe] };
}

function repair(
  decided: Decided,
  sha256: string,
  change: (repairs: FileRepairs) => FileRepairs,
): Decided {
  const repairs = decided.repairs[sha256] ?? noRepairs;
  return { ...decided, repairs: { ...decided.repairs, [sha256]: change(repairs) } };
}

/** Mends cells of a file; a later repair of a cell takes the place of an earlier one. */
export function mendCells(decided: Decided, sha256: string, cells: readonly CellRepair[]): Decided {
  const nameOf = ({ sheetIndex, row, column }: CellRepair) => `${sheetIndex}:${row}:${column}`;
  const mended = new Set(cells.map(nameOf));
  return repair(decided, sha256, (repairs) => ({
    ...repairs,
    cells: [...repairs.cells.filter((cell) => !mended.has(nameOf(cell))), ...cells],
  }));
}

/** Sets rows of a file aside by hand, or takes them back among the records. */
export function dismissRows(
  decided: Decided,
  sha256: string,
  rows: readonly DismissedRow[],
  dismissed: boolean,
): Decided {
  const nameOf = ({ sheetIndex, row }: DismissedRow) => `${sheetIndex}:${row}`;
  const named = new Set(rows.map(nameOf));
  return repair(decided, sha256, (repairs) => ({
    ...repairs,
    dismissed: [
      ...repairs.dismissed.filter((row) => !named.has(nameOf(row))),
      ...(dismissed ? rows : []),
    ],
  }));
}

/** States what holds for all rows of a table of a file; what the statement leaves open stays. */
export function stateOfTable(decided: Decided, sha256: string, statement: Statement): Decided {
  return repair(decided, sha256, (repairs) => {
    const before = repairs.statements.find(({ table }) => table === statement.table);
    const values = { ...before?.values, ...statement.values };
    return {
      ...repairs,
      statements: [
        ...repairs.statements.filter(({ table }) => table !== statement.table),
        { table: statement.table, values },
      ],
    };
  });
}

/** Decides how a text file is decoded and cut. */
export function decodeFile(decided: Decided, sha256: string, decoding: Decoding): Decided {
  return repair(decided, sha256, (repairs) => ({ ...repairs, decoding }));
}

/** Refuses differences of a file from the version before, or takes them over after all. */
export function refuseDifferences(
  decided: Decided,
  sha256: string,
  differences: readonly Refusal[],
  refused: boolean,
): Decided {
  const named = new Set(differences.map(({ id }) => id));
  const others = (decided.refused[sha256] ?? []).filter(({ id }) => !named.has(id));
  const added = differences.map(({ id, change }) => ({ id, change }));
  return {
    ...decided,
    refused: { ...decided.refused, [sha256]: refused ? [...others, ...added] : others },
  };
}

/** How many records of a file are held back by what was refused. */
export function countWithheld(decided: Decided, sha256: string): number {
  return (decided.refused[sha256] ?? []).filter(({ change }) => change !== 'removed').length;
}
