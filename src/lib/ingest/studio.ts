import { decodeColumns, encodeColumns } from '#lib/engine/arrow.ts';
import { star as schema, type StarTable } from '#lib/engine/schema.ts';
import type { Columns, ColumnSchema } from '#lib/model/columns.ts';
import type { Programme } from '#lib/model/programme.ts';
import { windowOf } from '#lib/sheets/preview.ts';
import {
  openFile,
  type FileReading,
  type OpenFile,
  type Setting,
  type Source,
  type Stage,
} from './reading.ts';
import type { Recipe } from './recipe.ts';
import { recordKinds, records, type RecordKind, type RecordSet } from './record.ts';
import { findRevisions, type Revision } from './revision.ts';
import { deriveStar, type StarReport } from './star/star.ts';

/** Accepted records by kind as Arrow streams by the schemas of `records`. */
export type RecordBytes = Partial<Record<RecordKind, Uint8Array>>;

/** One import for the making of the star. */
export interface ImportBytes {
  readonly id: string;
  readonly records: RecordBytes;
}

/** One stored import that files in hand are compared with. */
export interface StoredImport extends ImportBytes {
  readonly name: string;
  readonly modified: number;
}

/** One file in hand by the import that it would become. */
export interface InHand {
  readonly id: string;
  readonly sha256: string;
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

/** Makes the star schema of imports as Arrow streams. */
export function derive(imports: readonly ImportBytes[], programme: Programme): Derivation {
  const decoded = imports.map(({ id, records: bytes }) => ({ id, records: decodeRecords(bytes) }));
  const { star, report } = deriveStar(decoded, programme);
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

interface Held {
  readonly source: Source;
  readonly file: OpenFile;
}

/** A file that nobody has opened was asked for: a broken program. */
function missing(sha256: string): never {
  throw new Error(`No open file ${sha256}`);
}

/** Files that lie open: read, read again by corrections, looked into, compared. Knows no worker and no DOM. */
export class Studio {
  readonly #files = new Map<string, Held>();

  /** Reads a file and keeps it open. */
  async read(
    source: Source,
    setting: Setting,
    onProgress?: (stage: Stage, fraction: number) => void,
  ): Promise<FileReading> {
    const file = await openFile(source, setting, onProgress);
    this.#files.set(file.reading.source.sha256, { source, file });
    return file.reading;
  }

  /** Reads an open file again with one more recipe. */
  async revise(sha256: string, recipe: Recipe, setting: Setting): Promise<FileReading> {
    const { source } = this.#files.get(sha256) ?? missing(sha256);
    const { encoding, delimiter } = recipe;
    const decided = {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    };
    const file = await openFile(
      source,
      { ...setting, recipes: [...setting.recipes, recipe] },
      undefined,
      decided,
    );
    this.#files.set(sha256, { source, file });
    return file.reading;
  }

  /** Rows `top` to `bottom` of a sheet as shown text, all columns from the first; 0-based, inclusive. */
  window(sha256: string, sheetIndex: number, top: number, bottom: number): string[][] {
    const sheet = (this.#files.get(sha256) ?? missing(sha256)).file.sheets[sheetIndex];
    if (!sheet) return [];
    let width = 0;
    for (const row of sheet.rows.slice(Math.max(0, top), bottom + 1))
      width = Math.max(width, row.length);
    return windowOf(sheet, top, bottom, width);
  }

  /** The accepted records of an open file. */
  records(sha256: string): RecordBytes {
    return encodeRecords((this.#files.get(sha256) ?? missing(sha256)).file.records);
  }

  /** A copy of the bytes of an open file. */
  bytes(sha256: string): Uint8Array {
    return (this.#files.get(sha256) ?? missing(sha256)).source.bytes.slice();
  }

  /** Which open files are newer versions of stored imports or of one another, by the id of the file in hand. */
  compare(inHand: readonly InHand[], stored: readonly StoredImport[]): Map<string, Revision> {
    const own = inHand.flatMap(({ id, sha256 }) => {
      const held = this.#files.get(sha256);
      if (!held) return [];
      const { name, modified } = held.source;
      return [{ id, name, modified, records: held.file.records }];
    });
    return findRevisions(
      own,
      stored.map(({ id, name, modified, records: bytes }) => ({
        id,
        name,
        modified,
        records: decodeRecords(bytes),
      })),
    );
  }

  /** Lets a file go. */
  drop(sha256: string): void {
    this.#files.delete(sha256);
  }
}
