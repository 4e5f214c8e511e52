import { locales } from '#lib/i18n/locale.ts';
import { arrived } from '#lib/sheets/arrival.ts';
import { mayBeParcel, openParcel, parcelMark, type ParcelMember } from '#lib/sheets/parcel.ts';
import { previewText, type TextPreview } from '#lib/sheets/preview-text.ts';
import { windowOf } from '#lib/sheets/preview.ts';
import {
  decodeCounted,
  decodeRecords,
  encodeRecords,
  type ImportBytes,
  type RecordBytes,
} from './derivation.ts';
import {
  acceptPartly,
  listDifferences,
  type Difference,
  type PartialAcceptance,
} from './difference.ts';
import { hashBytes } from './digest.ts';
import type { Fate } from './fate.ts';
import { refusedReading, type FileReading } from './file-reading.ts';
import { quarantineWorkbook, type QuarantinedTable } from './quarantine.ts';
import { openFile, type OpenFile, type Setting, type Source, type Stage } from './reading.ts';
import type { Decoding } from './repair.ts';
import { findRevisions, type Revision } from './revision.ts';
import { dataRowsOf, listRows, type RowListing } from './row-listing.ts';
import { extentOf, type SheetExtent } from './sheet-extent.ts';

export type { Derivation, Extent } from './derivation.ts';

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

/** What came of a file that was handed in: how it was understood, or the files that it is a parcel of. */
export type Received =
  | { readonly kind: 'reading'; readonly reading: FileReading }
  | { readonly kind: 'parcel'; readonly members: readonly ParcelMember[] };

/** How a file differs from what is stored, and what accepting it in part comes to. */
export interface FileDifferences {
  readonly differences: readonly Difference[];
  readonly part: PartialAcceptance;
}

interface Held {
  readonly source: Source;
  readonly setting: Setting;
  readonly file: OpenFile;
}

const mostQuarantined = 50_000;

/** A file that nobody has opened was asked for: a broken program. */
function missing(sha256: string): never {
  throw new Error(`No open file ${sha256}`);
}

/** Files that lie open: read, read again by corrections, looked into, compared. Knows no worker and no DOM. */
export class Studio {
  readonly #files = new Map<string, Held>();

  #held(sha256: string): Held {
    return this.#files.get(sha256) ?? missing(sha256);
  }

  /** Takes in a file of any kind: reads a spreadsheet, unpacks a parcel of them. */
  async receive(
    source: Source,
    setting: Setting,
    onProgress?: (stage: Stage, fraction: number) => void,
  ): Promise<Received> {
    const { name, bytes, modified, arrives = arrived } = source;
    await arrives(parcelMark);
    if (mayBeParcel(bytes)) await arrives(bytes.length);
    const parcel = openParcel(bytes, name);
    if (parcel === null)
      return { kind: 'reading', reading: await this.read(source, setting, onProgress) };
    if (parcel.ok) return { kind: 'parcel', members: parcel.members };
    const mark = {
      name,
      size: bytes.length,
      sha256: await hashBytes(bytes),
      modified,
    };
    return { kind: 'reading', reading: refusedReading(mark, parcel.issue) };
  }

  /** Reads a file and keeps it open. */
  async read(
    source: Source,
    setting: Setting,
    onProgress?: (stage: Stage, fraction: number) => void,
  ): Promise<FileReading> {
    const file = await openFile(source, setting, onProgress);
    this.#files.set(file.reading.source.sha256, { source, setting, file });
    return file.reading;
  }

  /** Reads an open file again by another setting; its sheets are cut anew only where that asks for another decoding. */
  async revise(sha256: string, setting: Setting): Promise<FileReading> {
    const { source, file: before } = this.#held(sha256);
    const file = await openFile(source, setting, undefined, before);
    this.#files.set(sha256, { source, setting, file });
    return file.reading;
  }

  /** The first rows of an open text file as they would read, decoded and cut in another way. */
  preview(sha256: string, decoding: Decoding, rows: number): TextPreview {
    return previewText(this.#held(sha256).source.bytes, decoding, rows);
  }

  /** Rows of a table of an open file that met one fate, from `offset`, at most `limit`; with what is wrong with them. */
  rows(sha256: string, tableId: string, fate: Fate, offset: number, limit: number): RowListing {
    const { tables, sheets } = this.#held(sha256).file;
    const open = tables.find(({ reading }) => reading.id === tableId);
    const sheet = open && sheets[open.table.sheetIndex];
    return open && sheet ? listRows(open, sheet, fate, offset, limit) : { total: 0, rows: [] };
  }

  /** A workbook of the rows in quarantine of open files, with the reason beside each cell. */
  quarantine(sha256s: readonly string[], language: keyof typeof locales): Uint8Array {
    const held = sha256s.map((sha256) => this.#held(sha256));
    const tables = held.flatMap(({ file }) =>
      file.tables.flatMap((open): QuarantinedTable[] => {
        const rows = dataRowsOf(open, 'quarantined', mostQuarantined).map((row) => ({
          row,
          issues: [...open.explain(row)],
        }));
        if (rows.length === 0) return [];
        const { name, sha256 } = file.reading.source;
        const { context, counts } = open.reading;
        return [{ file: name, sha256, table: open.table, context, rows, of: counts.quarantined }];
      }),
    );
    const programme = held[0]?.setting.programme;
    if (!programme) throw new Error('No file to take the quarantine of');
    return quarantineWorkbook(tables, locales[language], programme);
  }

  /** Rows `top` to `bottom` of a sheet as shown text, all columns from the first; 0-based, inclusive. */
  window(sha256: string, sheetIndex: number, top: number, bottom: number): string[][] {
    const sheet = this.#held(sha256).file.sheets[sheetIndex];
    if (!sheet) return [];
    let width = 0;
    for (const row of sheet.rows.slice(Math.max(0, top), bottom + 1))
      width = Math.max(width, row.length);
    return windowOf(sheet, top, bottom, width);
  }

  /** How far a sheet of an open file reaches and what the file hides of it; null where there is no such sheet. */
  extent(sha256: string, sheetIndex: number): SheetExtent | null {
    const sheet = this.#held(sha256).file.sheets[sheetIndex];
    return sheet ? extentOf(sheet) : null;
  }

  /** The accepted records of an open file. */
  records(sha256: string): RecordBytes {
    return encodeRecords(this.#held(sha256).file.records);
  }

  /** A copy of the bytes of an open file. */
  bytes(sha256: string): Uint8Array {
    return this.#held(sha256).source.bytes.slice();
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
      stored.map((one) => ({
        id: one.id,
        name: one.name,
        modified: one.modified,
        records: decodeCounted(one),
      })),
    );
  }

  /**
   * How an open file differs, record by record, from the imports whose place it takes, the newest first, be they open files
   * or stored; and what accepting it leaves out and leaves standing when the differences of these ids are refused.
   */
  differences(
    sha256: string,
    before: readonly (InHand | StoredImport)[],
    refused: readonly string[],
  ): FileDifferences {
    const older = before.map((one) =>
      'sha256' in one
        ? { importId: one.id, records: this.#held(one.sha256).file.records }
        : {
            importId: one.id,
            records: decodeRecords(one.records),
            ...(one.partial === undefined ? {} : { partial: one.partial }),
          },
    );
    const differences = listDifferences(this.#held(sha256).file.records, older);
    return { differences, part: acceptPartly(differences, new Set(refused), older) };
  }

  /** Lets a file go. */
  drop(sha256: string): void {
    this.#files.delete(sha256);
  }
}
