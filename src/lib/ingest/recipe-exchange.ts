import * as v from 'valibot';
import { encodings } from '#lib/sheets/encoding.ts';
import { isFieldId, type FieldId } from './fields/catalogue.ts';
import type { Recipe } from './recipe.ts';
import { recordKinds } from './record.ts';

/** What is wrong with a text of recipes; `place` is that of a recipe in its list, 0-based. */
export interface RecipeFault {
  readonly code: 'recipes-too-large' | 'recipes-not-json' | 'recipes-foreign' | 'recipe-invalid';
  readonly place: number | null;
}

/** The recipes of a text that could be read, and what was wrong with the others. */
export interface ImportedRecipes {
  readonly recipes: readonly Recipe[];
  readonly issues: readonly RecipeFault[];
}

const mostCharacters = 8 << 20;
const mostRecipes = 2000;
const mostEntries = 1000;

const text = v.pipe(v.string(), v.maxLength(32_767));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_000_000));
const span = v.strictTuple([index, index]);
const few = <T>(record: Readonly<Record<string, T>>) => Object.keys(record).length <= mostEntries;
const field = v.custom<FieldId>((value) => typeof value === 'string' && isFieldId(value));
const fieldsByHeading = v.pipe(v.record(text, v.nullable(field)), v.check(few));
const roles = [
  'title',
  'units',
  'header',
  'numbering',
  'data',
  'section',
  'total',
  'note',
  'blank',
] as const;

const layout = v.strictObject({
  columns: v.exactOptional(span),
  header: v.exactOptional(v.nullable(span)),
  from: v.exactOptional(index),
  until: v.exactOptional(v.nullable(text)),
  last: v.exactOptional(v.boolean()),
  lines: v.exactOptional(v.pipe(v.record(text, v.picklist(roles)), v.check(few))),
});

const shape = v.strictObject({
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  name: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  kind: v.exactOptional(v.picklist(recordKinds)),
  fields: fieldsByHeading,
  encoding: v.exactOptional(v.picklist(encodings)),
  delimiter: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(8))),
  layout: v.exactOptional(layout),
  own: v.exactOptional(
    v.pipe(
      v.record(
        text,
        v.strictObject({ name: v.pipe(v.string(), v.maxLength(200)), dimension: v.boolean() }),
      ),
      v.check(few),
    ),
  ),
  replacements: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ heading: text, from: text, to: text })),
      v.maxLength(mostEntries * 10),
    ),
  ),
  headings: v.exactOptional(v.pipe(v.array(text), v.maxLength(mostEntries))),
  found: v.exactOptional(fieldsByHeading),
}) satisfies v.GenericSchema<unknown, Recipe>;

const envelope = v.strictObject({
  version: v.literal(1),
  recipes: v.pipe(v.array(v.unknown()), v.maxLength(mostRecipes)),
});

/** Recipes as indented JSON text that `importRecipes` reads back. */
export function exportRecipes(recipes: readonly Recipe[]): string {
  return `${JSON.stringify({ version: 1, recipes }, null, 2)}\n`;
}

const failed = (code: RecipeFault['code']): ImportedRecipes => ({
  recipes: [],
  issues: [{ code, place: null }],
});

/** The recipes of a JSON text of unknown origin; what has another shape than a recipe is left out and told. */
export function importRecipes(source: string): ImportedRecipes {
  if (source.length > mostCharacters) return failed('recipes-too-large');
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed('recipes-not-json');
  }
  const opened = v.safeParse(envelope, value);
  if (!opened.success) return failed('recipes-foreign');
  const recipes: Recipe[] = [];
  const issues: RecipeFault[] = [];
  for (const [place, one] of opened.output.recipes.entries()) {
    const read = v.safeParse(shape, one, { abortEarly: true });
    if (read.success) recipes.push(read.output);
    else issues.push({ code: 'recipe-invalid', place });
  }
  return { recipes, issues };
}
