import { star, type StarTable } from '#lib/engine/schema.ts';
import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import { namesSchema, viewColumns, type ConsoleView } from './console-views.ts';

/** A column as the schema beside the editor shows it. */
export interface SchemaColumn {
  readonly name: string;
  readonly meaning: string;
}

/** A table as the schema beside the editor shows it. */
export interface SchemaTable extends SchemaColumn {
  readonly columns: readonly SchemaColumn[];
}

/** Name of a column that any query may name. */
type ColumnName =
  | (typeof viewColumns)[ConsoleView][number]
  | { [T in StarTable]: keyof (typeof star)[T] }[StarTable]
  | keyof typeof namesSchema;

type Words = Catalogue['console'];

function columnsOf(table: string, names: readonly ColumnName[], words: Words): SchemaColumn[] {
  const general: Readonly<Record<ColumnName, string>> = words.columns;
  const special: Readonly<Record<string, string>> = words.special;
  return names.map((name) => ({ name, meaning: special[`${table}.${name}`] ?? general[name] }));
}

/** The views and the tables of the star schema with what each column means. */
export function consoleSchema(words: Words): {
  readonly views: readonly SchemaTable[];
  readonly star: readonly SchemaTable[];
} {
  const beneath = { ...star, names: namesSchema };
  return {
    views: (Object.keys(viewColumns) as ConsoleView[]).map((name) => ({
      name,
      meaning: words.views[name],
      columns: columnsOf(name, viewColumns[name], words),
    })),
    star: (Object.keys(beneath) as (keyof typeof beneath)[]).map((name) => ({
      name,
      meaning: words.tables[name],
      columns: columnsOf(name, Object.keys(beneath[name]) as ColumnName[], words),
    })),
  };
}
