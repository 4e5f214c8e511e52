import { decodeColumns, encodeColumns } from '#lib/engine/arrow.ts';
import { star as schema, type Star, type StarTable } from '#lib/engine/schema.ts';
import type { Columns, ColumnSchema } from '#lib/model/columns.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Decision } from './decision.ts';
import { countedRecords, type CountedPart } from './difference.ts';
import { recordKinds, records, type RecordKind, type RecordSet } from './record.ts';
import { deriveStar, type StarReport } from './star/star.ts';

/** Accepted records by kind as Arrow streams by the schemas of `records`. */
export type RecordBytes = Partial<Record<RecordKind, Uint8Array>>;

/** One import for the making of the star. */
export interface ImportBytes {
  readonly id: string;
  readonly records: RecordBytes;
  /** Which of the records count; all where it is absent. */
  readonly partial?: CountedPart;
}

/** How much there is. */
export interface Extent {
  /** Accepted records in all. */
  readonly records: number;
  /** Periods of which something is known, in order. */
  readonly periods: readonly number[];
  /** Of these, those up to the last of which more is known than a roll, which reaches to the end of its school year. */
  readonly told: readonly number[];
}

/** The star schema as Arrow streams, what its making found out, and how much there is. */
export interface Derivation {
  readonly tables: Record<StarTable, Uint8Array>;
  readonly report: StarReport;
  readonly extent: Extent;
}

/** Records as Arrow streams; kinds without records are left out. */
export function encodeRecords(set: RecordSet): RecordBytes {
  const encoded: RecordBytes = {};
  for (const kind of recordKinds) {
    const columns = set[kind];
    if (columns)
      encoded[kind] = encodeColumns(
        records[kind] as ColumnSchema,
        columns as Columns<ColumnSchema>,
      );
  }
  return encoded;
}

/** Records back from their Arrow streams. */
export function decodeRecords(encoded: RecordBytes): RecordSet {
  const set: Record<string, unknown> = {};
  for (const kind of recordKinds) {
    const bytes = encoded[kind];
    if (bytes) set[kind] = decodeColumns(records[kind] as ColumnSchema, bytes);
  }
  return set as RecordSet;
}

/** The records of an import that count. */
export function decodeCounted({ records: bytes, partial }: ImportBytes): RecordSet {
  const decoded = decodeRecords(bytes);
  return partial === undefined ? decoded : countedRecords(decoded, partial);
}

/** By what the star is made beside the records. */
export interface DerivationSetting {
  readonly programme: Programme;
  /** People's answers to what is the same person, partner or event. */
  readonly decisions?: readonly Decision[];
  /** Names of own columns that records are broken down by. */
  readonly ownNames?: readonly string[];
}

function* periodsIn(tables: readonly { readonly period: readonly (number | null)[] }[]) {
  for (const { period: periods } of tables) {
    for (const period of periods) if (period !== null) yield period;
  }
}

function inOrder(periods: Iterable<number>): number[] {
  return [...new Set(periods)].sort((a, b) => a - b);
}

function extentOf(star: Star, records: number): Extent {
  const { participation, event, headcount, assessment, survey, volunteering, roll } = star;
  const deeds = [participation, event, headcount, assessment, survey, volunteering];
  const last = inOrder(periodsIn(deeds)).at(-1) ?? Infinity;
  const periods = inOrder(periodsIn([...deeds, roll]));
  return { records, periods, told: periods.filter((period) => period <= last) };
}

/** Makes the star schema of imports as Arrow streams, of the records that count. */
export function derive(
  imports: readonly ImportBytes[],
  { programme, decisions = [], ownNames = [] }: DerivationSetting,
): Derivation {
  const decoded = imports.map((one) => ({ id: one.id, records: decodeCounted(one) }));
  const { star, report } = deriveStar(decoded, programme, decisions, ownNames);
  const tables = Object.fromEntries(
    Object.entries(schema).map(([name, columns]) => [
      name,
      encodeColumns(columns as ColumnSchema, star[name as StarTable] as Columns<ColumnSchema>),
    ]),
  ) as Record<StarTable, Uint8Array>;
  const count = decoded.reduce(
    (sum, one) =>
      sum + recordKinds.reduce((own, kind) => own + (one.records[kind]?.row.length ?? 0), 0),
    0,
  );
  return { tables, report, extent: extentOf(star, count) };
}
