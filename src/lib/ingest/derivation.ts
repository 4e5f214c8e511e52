import { decodeColumns, encodeColumns } from '#lib/engine/arrow.ts';
import { star as schema, type StarTable } from '#lib/engine/schema.ts';
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

/** How much there is: accepted records in all, and the periods of which something is known, in order. */
export interface Extent {
  readonly records: number;
  readonly periods: readonly number[];
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
  const periods = new Set<number>();
  for (const table of [
    star.participation,
    star.roll,
    star.event,
    star.headcount,
    star.assessment,
    star.survey,
    star.volunteering,
  ]) {
    for (const period of table.period) if (period !== null) periods.add(period);
  }
  return {
    tables,
    report,
    extent: { records: count, periods: [...periods].sort((a, b) => a - b) },
  };
}
