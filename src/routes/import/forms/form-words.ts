import type { Locale } from '#lib/i18n/locale.ts';
import { decidedKind, type Recipe } from '#lib/ingest/recipe.ts';
import { columnName } from '#lib/sheets/preview.ts';
import { headingsOf } from './form-facts.ts';

const namedHeadings = 4;

/** What a form is called: its name, else its first headings. */
export function nameForm(recipe: Recipe, { t }: Locale): string {
  const words = t.matching.forms;
  if (recipe.name) return recipe.name;
  const headings = headingsOf(recipe);
  if (headings.length === 0) return words.unnamed;
  const rest = headings.length - namedHeadings;
  const named = headings.slice(0, namedHeadings).join(' · ');
  return rest > 0 ? `${named} ${words.andMore(rest)}` : named;
}

function sayLayout({ layout }: Recipe, { t }: Locale): string[] {
  const words = t.matching.forms.layout;
  if (!layout) return [];
  const { columns, header, from, until, lines } = layout;
  const said: string[] = [];
  if (columns) said.push(words.columns(columnName(columns[0]), columnName(columns[1])));
  if (header === null) said.push(words.noHeader);
  else if (header) said.push(words.header(header[0] + 1, header[1] + 1));
  if (from !== undefined) said.push(words.from(from + 1));
  if (until === null) said.push(words.untilEnd);
  else if (until !== undefined) said.push(words.until(until));
  for (const [text, role] of Object.entries(lines ?? {}))
    said.push(words.line(text, t.repairing.lineRoles[role]));
  return said;
}

/** What was decided about a form beside its columns, as sentences. */
export function sayDecisions(recipe: Recipe, locale: Locale): string[] {
  const { t } = locale;
  const words = t.matching.forms;
  const { encodings, delimiters } = t.repairing.decoding;
  const kind = decidedKind(recipe);
  const said: string[] = [];
  if (kind) said.push(words.kind(t.issues.kinds[kind]));
  if (recipe.encoding) said.push(words.encoding(encodings[recipe.encoding]));
  if (recipe.delimiter)
    said.push(
      words.delimiter(
        (delimiters as Readonly<Record<string, string>>)[recipe.delimiter] ?? recipe.delimiter,
      ),
    );
  said.push(...sayLayout(recipe, locale));
  for (const { heading, from, to } of recipe.replacements ?? [])
    said.push(words.replacement(heading, from, to));
  return said;
}
