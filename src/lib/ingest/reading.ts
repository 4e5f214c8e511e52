import type { Programme } from '#lib/model/programme.ts';
import { arrived, type Arrival } from '#lib/sheets/arrival.ts';
import type { Sheet } from '#lib/model/sheet.ts';
import { decodeTables, type Decoded } from './decoding.ts';
import { hashBytes } from './digest.ts';
import { refusedReading, type FileReading, type SourceMark } from './file-reading.ts';
import { Lexicon } from './lexicon.ts';
import { mendedCells, mendTable } from './mend.ts';
import { findRecipe, type Recipe } from './recipe.ts';
import type { RecordSet } from './record.ts';
import { noRepairs, type FileRepairs } from './repair.ts';
import { replaceValues } from './replacement.ts';
import { readReturned } from './returned.ts';
import { openTable, type OpenTable } from './table-reading.ts';

export type { FileReading } from './file-reading.ts';

/** A file to be read; `modified` is in milliseconds since 1970. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly modified: number;
  /** How bytes are waited for that are still on their way. */
  readonly arrives?: Arrival;
}

/** The programme and what people decided, by which files are read. */
export interface Setting {
  readonly programme: Programme;
  readonly recipes: readonly Recipe[];
  /** What was mended in single files, by their SHA-256. */
  readonly repairs?: Readonly<Record<string, FileRepairs>>;
}

/** Stage of the reading of one file. */
export type Stage = 'reading' | 'tables' | 'records';

/** A read file with what the reading is made of. */
export interface OpenFile {
  readonly reading: FileReading;
  readonly records: RecordSet;
  readonly sheets: readonly Sheet[];
  readonly tables: readonly OpenTable[];
  /** What the sheets were read from, to be read by other decisions without cutting the file again; null when refused. */
  readonly decoded: Decoded | null;
}

const whole = (reading: FileReading): OpenFile => ({
  reading,
  records: {},
  sheets: [],
  tables: [],
  decoded: null,
});

async function hashArriving(bytes: Uint8Array, arrives: Arrival): Promise<string> {
  await arrives(bytes.length);
  return hashBytes(bytes);
}

/** Reads a file into its tables and records; what was read of the same file `before` is used again where it still holds. */
export async function openFile(
  source: Source,
  setting: Setting,
  onProgress: (stage: Stage, fraction: number) => void = () => undefined,
  before: OpenFile | null = null,
): Promise<OpenFile> {
  const { name, bytes, modified, arrives = arrived } = source;
  onProgress('reading', 0);
  // The platform hashes beside us: what the file is named is waited for only where it decides how the file is decoded.
  const hashing = before?.reading.source.sha256 ?? hashArriving(bytes, arrives);
  // Where the bytes cannot be had, their reading says so.
  if (typeof hashing !== 'string') hashing.catch(() => undefined);
  const { recipes, repairs: all = {} } = setting;
  const isDecoded = Object.values(all).some(({ decoding }) => decoding !== undefined);
  const decided = isDecoded ? (all[await hashing]?.decoding ?? null) : null;
  const result = await decodeTables(
    { bytes, name, recipes, decided, onProgress, arrives },
    before?.decoded ?? null,
  );
  // Bytes that could not be had are no bad file: whoever reads them is told.
  await arrives(bytes.length);
  const sha256 = await hashing;
  const mark: SourceMark = { name, size: bytes.length, sha256, modified };
  const repairs = all[sha256] ?? noRepairs;
  if (!result.ok) return whole(refusedReading(mark, result.issue));
  const { decoded } = result;
  const { format, encoding, dialect, issues, sheets } = decoded.read;
  const described = { source: mark, format, encoding, dialect, refusal: null, issues };
  const returned = readReturned(sheets);
  if (returned) return { ...whole({ ...described, tables: [], returned }), sheets, decoded };

  const lexicon = new Lexicon(setting.programme);
  const records: RecordSet = {};
  const of = result.tables.length;
  const tables = result.tables.map((arranged, place) => {
    const { table, id, fingerprint, headings } = arranged;
    const { sheetIndex } = table;
    const sheet = sheets[sheetIndex];
    const cells = sheet ? mendedCells(repairs.cells, sheet, sheetIndex) : new Map<never, never>();
    const mended = sheet ? mendTable(table, sheet, cells) : table;
    const recipe = findRecipe(recipes, fingerprint);
    return openTable(
      {
        table: replaceValues(mended, recipe, cells),
        id,
        fingerprint,
        headings,
        fileName: name,
        recipes,
        stated: repairs.statements.findLast((one) => one.table === id)?.values ?? {},
        dismissed: new Set(
          repairs.dismissed.filter((one) => one.sheetIndex === sheetIndex).map(({ row }) => row),
        ),
      },
      lexicon,
      records,
      (fraction) => onProgress('records', (place + fraction) / of),
    );
  });
  onProgress('records', 1);
  return {
    reading: { ...described, tables: tables.map(({ reading }) => reading), returned: null },
    records,
    sheets,
    tables,
    decoded,
  };
}

/** Reads a file and says how it was understood. */
export async function readFile(
  source: Source,
  setting: Setting,
  onProgress?: (stage: Stage, fraction: number) => void,
): Promise<FileReading> {
  return (await openFile(source, setting, onProgress)).reading;
}
