import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Issue } from '#lib/model/issue.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Dialect, Sheet } from '#lib/model/sheet.ts';
import type { Table } from '#lib/model/table.ts';
import type { Encoding } from '#lib/sheets/encoding.ts';
import type { Format } from '#lib/sheets/formats/registry.ts';
import { findTables } from '#lib/sheets/layout.ts';
import { readSheets } from '#lib/sheets/read.ts';
import { Lexicon } from './lexicon.ts';
import { findRecipe, fingerprintOf, type Recipe } from './recipe.ts';
import type { RecordSet } from './record.ts';
import { liftSharedFloors } from './shared-floors.ts';
import { readTable, type TableReading } from './table-reading.ts';

/** A file to be read; `modified` is in milliseconds since 1970. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly modified: number;
}

/** What a file is known by: its name, size, SHA-256 in hexadecimal and time of modification. */
export interface SourceMark {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly modified: number;
}

/** The programme and the remembered corrections by which files are read. */
export interface Setting {
  readonly programme: Programme;
  readonly recipes: readonly Recipe[];
}

/** One file as it was understood, or why it was refused; plain data. */
export interface FileReading {
  readonly source: SourceMark;
  readonly format: Format | null;
  readonly encoding: Encoding | null;
  readonly dialect: Dialect | null;
  readonly refusal: Issue | null;
  readonly issues: readonly Issue[];
  readonly tables: readonly TableReading[];
}

/** Stage of the reading of one file. */
export type Stage = 'reading' | 'tables' | 'records';

/** A read file with what the reading is made of. */
export interface OpenFile {
  readonly reading: FileReading;
  readonly records: RecordSet;
  readonly sheets: readonly Sheet[];
}

/** SHA-256 of bytes in hexadecimal; works without a secure context. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

type Decided = Pick<Recipe, 'encoding' | 'delimiter'>;

/** The encoding and delimiter that a recipe for one of these layouts, as they look before it is applied, decides. */
function rememberedDecoding(tables: readonly Table[], recipes: readonly Recipe[]): Decided | null {
  for (const table of tables) {
    const recipe = findRecipe(recipes, fingerprintOf(liftSharedFloors(table)));
    if (recipe?.encoding === undefined && recipe?.delimiter === undefined) continue;
    const { encoding, delimiter } = recipe;
    return {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    };
  }
  return null;
}

/** Reads a file into its tables and records; `decided` overrules the detection of a text file's encoding and delimiter. */
export async function openFile(
  source: Source,
  setting: Setting,
  onProgress: (stage: Stage, fraction: number) => void = () => undefined,
  decided: Decided = {},
): Promise<OpenFile> {
  const { name, bytes, modified } = source;
  const mark: SourceMark = { name, size: bytes.length, sha256: hashBytes(bytes), modified };
  const refused = (refusal: Issue): OpenFile => ({
    reading: {
      source: mark,
      format: null,
      encoding: null,
      dialect: null,
      refusal,
      issues: [],
      tables: [],
    },
    records: {},
    sheets: [],
  });
  onProgress('reading', 0);
  const read = await readSheets(bytes, name, {
    ...(decided.encoding === undefined ? {} : { encoding: decided.encoding }),
    ...(decided.delimiter === undefined ? {} : { delimiter: decided.delimiter }),
    onProgress: (fraction) => onProgress('reading', fraction),
  });
  if (!read.ok) return refused(read.issue);
  onProgress('tables', 0);
  const found = read.sheets.flatMap((sheet, sheetIndex) => {
    onProgress('tables', sheetIndex / read.sheets.length);
    return findTables(sheet, sheetIndex);
  });
  if (found.length === 0)
    return refused({ code: 'file-no-table', severity: 'error', at: null, params: {} });
  const remembered =
    Object.keys(decided).length > 0 ? null : rememberedDecoding(found, setting.recipes);
  if (remembered) return openFile(source, setting, onProgress, remembered);
  const lexicon = new Lexicon(setting.programme);
  const records: RecordSet = {};
  const tables = found.map((table, place) => {
    onProgress('records', place / found.length);
    return readTable(
      table,
      `${table.sheetIndex}:${table.layout.range.top}:${table.layout.range.left}`,
      name,
      lexicon,
      setting.recipes,
      records,
      (fraction) => onProgress('records', (place + fraction) / found.length),
    );
  });
  onProgress('records', 1);
  const { format, encoding, dialect, issues, sheets } = read;
  return {
    reading: { source: mark, format, encoding, dialect, refusal: null, issues, tables },
    records,
    sheets,
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
