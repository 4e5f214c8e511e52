import type { FieldId } from './fields/catalogue.ts';
import { mostColumns } from './fields/match.ts';
import type { Recipe } from './recipe.ts';
import type { TableReading } from './table-reading.ts';

/** What is stored of an accepted table's layout: what was decided, its headings, and the fields as they were found. */
export function rememberTable(reading: TableReading, decided: Recipe | null): Recipe {
  const found: [string, FieldId | null][] = reading.matches
    .slice(0, mostColumns)
    .filter(({ heading }) => heading !== '')
    .map(({ heading, field }) => [heading, field]);
  return {
    ...decided,
    fingerprint: reading.fingerprint,
    fields: decided?.fields ?? {},
    headings: reading.headings.slice(0, mostColumns),
    found: Object.fromEntries(found),
  };
}
