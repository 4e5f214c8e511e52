import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Encoding } from '#lib/sheets/encoding.ts';
import type { LayoutDecision, Table } from '#lib/model/table.ts';
import { isFieldId, type FieldId } from './fields/catalogue.ts';
import { foldHeading } from './fields/heading.ts';
import { records, type RecordKind } from './record.ts';

/** A column that is no field of ours and is kept all the same. */
export interface OwnColumn {
  readonly name: string;
  /** Whether records can be broken down by it. */
  readonly dimension: boolean;
}

/** Wherever a cell of a column reads `from`, it is taken to read `to`; headings and `from` are compared folded. */
export interface Replacement {
  readonly heading: string;
  readonly from: string;
  readonly to: string;
}

/** A person's corrections of how a layout is read, remembered under the fingerprint of the layout as it was found. */
export interface Recipe {
  readonly fingerprint: string;
  /** What people call the form. */
  readonly name?: string;
  readonly kind?: RecordKind;
  /** Field of a heading, or null for a column to be left out; headings are compared folded. */
  readonly fields: Readonly<Record<string, FieldId | null>>;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly layout?: LayoutDecision;
  /** Columns without a field that are kept, by heading. */
  readonly own?: Readonly<Record<string, OwnColumn>>;
  readonly replacements?: readonly Replacement[];
  /** The headings in their order, so that a form with a column inserted or renamed is known again. */
  readonly headings?: readonly string[];
  /** The fields as they were found, by heading; they speak only for a renamed column and never overrule the finder. */
  readonly found?: Readonly<Record<string, FieldId | null>>;
}

/** Fingerprint of a table's layout: its folded headings in order, whatever the rows hold. */
export function fingerprintOf(table: Table): string {
  const headings = table.columns.map((column) => foldHeading(column.heading));
  return bytesToHex(sha256(new TextEncoder().encode(headings.join('\n')))).slice(0, 32);
}

/** The recipe for a layout: the last one of its fingerprint. */
export function findRecipe(recipes: readonly Recipe[], fingerprint: string): Recipe | null {
  return recipes.findLast((recipe) => recipe.fingerprint === fingerprint) ?? null;
}

/** The decided fields of a recipe by folded heading; unknown fields are passed over. */
export function applyRecipe(recipe: Recipe | null): ReadonlyMap<string, FieldId | null> {
  const decided = new Map<string, FieldId | null>();
  for (const [heading, field] of Object.entries(recipe?.fields ?? {})) {
    if (field === null || isFieldId(field)) decided.set(foldHeading(heading), field);
  }
  return decided;
}

/** The kind that a recipe decides, if it is one of ours. */
export function decidedKind(recipe: Recipe | null): RecordKind | null {
  const kind = recipe?.kind;
  return kind !== undefined && Object.hasOwn(records, kind) ? kind : null;
}
