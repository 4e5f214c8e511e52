import type { ColumnSchema, ColumnType } from '#lib/model/columns.ts';
import { star } from '../schema.ts';

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  int: 'INTEGER',
  double: 'DOUBLE',
  text: 'VARCHAR',
  bool: 'BOOLEAN',
  date: 'DATE',
};

/** Run first and in this order: no extension is looked for, no file or address opened, and nobody can change that back. */
export const lockDown: readonly string[] = [
  'SET autoload_known_extensions=false',
  'SET autoinstall_known_extensions=false',
  'SET enable_external_access=false',
  'SET lock_configuration=true',
];

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Every table of the star schema, with no rows, so that each question can be asked before anything is loaded. */
export function emptyStar(): string[] {
  return Object.entries(star).map(([table, columns]: [string, ColumnSchema]) => {
    const list = Object.entries(columns).map(
      ([name, type]) => `${identifier(name)} ${sqlTypes[type]}`,
    );
    return `CREATE TABLE ${identifier(table)} (${list.join(', ')})`;
  });
}

/** The query for every row of a table. */
export function allOf(table: string): string {
  return `FROM ${identifier(table)}`;
}

/** Name under which the new rows of a table wait until all tables of a load are there. */
export function waitingName(table: string): string {
  return `${table}__waiting`;
}

/** Forgets the waiting rows of a load that did not come to its end. */
export function dropWaiting(tables: readonly string[]): string[] {
  return tables.map((table) => `DROP TABLE IF EXISTS ${identifier(waitingName(table))}`);
}

/** Puts every waiting table in the place of the old one and makes the prepared ones of their queries, in one transaction. */
export function swapWaiting(
  tables: readonly string[],
  prepared: Readonly<Record<string, string>>,
): string[] {
  return [
    'BEGIN TRANSACTION',
    ...tables.flatMap((table) => [
      `DROP TABLE IF EXISTS ${identifier(table)}`,
      `ALTER TABLE ${identifier(waitingName(table))} RENAME TO ${identifier(table)}`,
    ]),
    ...Object.entries(prepared).map(
      ([name, sql]) => `CREATE OR REPLACE TABLE ${identifier(name)} AS ${sql}`,
    ),
    'COMMIT',
  ];
}

/**
 * Writes every table anew in its compressed form, a tenth of the memory: DuckDB does that at a checkpoint, which it takes for
 * certain only where a table was made after the last one.
 */
export const compressTables: readonly string[] = [
  'CREATE OR REPLACE TABLE "checkpoint__waiting" (mark INTEGER)',
  'CHECKPOINT',
  'DROP TABLE "checkpoint__waiting"',
];
