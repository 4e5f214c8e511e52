import { foldText } from '#lib/i18n/fold.ts';
import { foldHeading } from '#lib/ingest/fields/heading.ts';
import type { FieldId } from '#lib/ingest/fields/catalogue.ts';
import { decidedKind, type OwnColumn, type Recipe } from '#lib/ingest/recipe.ts';
import type { RecordKind } from '#lib/ingest/record.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';

/** A remembered form with how often files had it. */
export interface Form {
  readonly recipe: Recipe;
  /** What its tables hold: as decided, else as files of this one kind were read. */
  readonly kind: RecordKind | null;
  readonly imports: number;
  /** The moment of the last import whose file had it (ms); null where none had. */
  readonly last: number | null;
}

/** What becomes of a column of a form: a field, an own column, or neither; and whether a person said so. */
export interface FormColumn {
  readonly heading: string;
  readonly field: FieldId | null;
  readonly own: OwnColumn | null;
  readonly isDecided: boolean;
}

/** Remembered forms with their use, those used last first. */
export function listForms(
  recipes: ReadonlyMap<string, Recipe>,
  imports: readonly LedgerImport[],
): Form[] {
  const used = new Map<string, { imports: number; last: number; kind: RecordKind | null }>();
  for (const { at, entry } of imports) {
    const fingerprints = new Set(entry.recipes.map((recipe) => recipe.fingerprint));
    const [kind, ...others] = new Set(entry.tables.map((table) => table.kind));
    const told = others.length === 0 ? (kind ?? null) : null;
    for (const fingerprint of fingerprints) {
      const before = used.get(fingerprint);
      used.set(fingerprint, {
        imports: (before?.imports ?? 0) + 1,
        last: Math.max(before?.last ?? 0, at),
        kind: told ?? before?.kind ?? null,
      });
    }
  }
  return [...recipes.values()]
    .map((recipe) => {
      const { imports: count = 0, last = null, kind = null } = used.get(recipe.fingerprint) ?? {};
      return { recipe, kind: decidedKind(recipe) ?? kind, imports: count, last };
    })
    .sort((a, b) => (b.last ?? 0) - (a.last ?? 0));
}

/** The headings of a form as they are known: in their order, else those that anything was decided of. */
export function headingsOf({ headings, fields, own }: Recipe): readonly string[] {
  const known = headings?.filter((heading) => heading.trim() !== '') ?? [];
  return known.length > 0
    ? known
    : [...new Set([...Object.keys(fields), ...Object.keys(own ?? {})])];
}

/** The columns of a form with what they are. */
export function listColumns(recipe: Recipe): FormColumn[] {
  const folded = <T>(record: Readonly<Record<string, T>> | undefined) =>
    new Map(Object.entries(record ?? {}).map(([heading, value]) => [foldHeading(heading), value]));
  const [decided, found, own] = [folded(recipe.fields), folded(recipe.found), folded(recipe.own)];
  return headingsOf(recipe).map((heading) => {
    const key = foldHeading(heading);
    const kept = own.get(key) ?? null;
    return {
      heading,
      field: kept
        ? null
        : (decided.get(key) ?? (decided.has(key) ? null : (found.get(key) ?? null))),
      own: kept,
      isDecided: kept !== null || decided.has(key),
    };
  });
}

/** How many things a person decided about a form. */
export function countDecisions({ fields, own, replacements, layout, ...rest }: Recipe): number {
  const { lines, ...borders } = layout ?? {};
  return (
    Object.keys(fields).length +
    Object.keys(own ?? {}).length +
    (replacements?.length ?? 0) +
    Object.keys(borders).length +
    Object.keys(lines ?? {}).length +
    [rest.kind, rest.encoding, rest.delimiter].filter((value) => value !== undefined).length
  );
}

/** The forms whose name or headings hold every word that is looked for. */
export function searchForms(forms: readonly Form[], search: string): readonly Form[] {
  const words = foldText(search).split(' ').filter(Boolean);
  if (words.length === 0) return forms;
  return forms.filter(({ recipe }) => {
    const text = foldText([recipe.name ?? '', ...headingsOf(recipe)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** How a recipe that comes from a file stands to what is remembered. */
export function compareIncoming(
  recipe: Recipe,
  known: ReadonlyMap<string, Recipe>,
): 'fresh' | 'replaces' | 'same' {
  const own = known.get(recipe.fingerprint);
  if (!own) return 'fresh';
  return canonical(own) === canonical(recipe) ? 'same' : 'replaces';
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The recipes of a file, the last of each layout. */
export function listIncoming(recipes: readonly Recipe[]): readonly Recipe[] {
  return [...new Map(recipes.map((recipe) => [recipe.fingerprint, recipe])).values()];
}
