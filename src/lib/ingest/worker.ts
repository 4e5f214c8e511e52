import { expose, transfer } from 'comlink';
import type { TextPreview } from '#lib/sheets/preview-text.ts';
import { arriving } from './arriving.ts';
import { derive, type Derivation, type DerivationSetting } from './derivation.ts';
import type { Fate } from './fate.ts';
import type { FileReading, Setting, Source, Stage } from './reading.ts';
import {
  packBytes,
  packReceipt,
  packRecords,
  unpackImport,
  type PackedImport,
  type PackedReceipt,
  type PackedStoredImport,
  type RecordBlobs,
} from './packing.ts';
import type { Decoding } from './repair.ts';
import type { RowListing } from './row-listing.ts';
import type { Revision } from './revision.ts';
import type { SheetExtent } from './sheet-extent.ts';
import { Studio, type FileDifferences, type InHand } from './studio.ts';

/** What a call into the worker gives: its value, or what broke, as plain data. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** A file as it is handed over: with its bytes or, a long one, to be read here. */
export type Handed =
  Source | { readonly name: string; readonly modified: number; readonly content: Blob };

/** A handed file as a source. */
function sourceOf(handed: Handed): Source {
  if ('bytes' in handed) return handed;
  const { name, modified, content } = handed;
  return { name, modified, ...arriving(content) };
}

const studio = new Studio();
const interval = 50;

async function attempt<T>(
  work: () => T | Promise<T>,
  give: (value: T) => Transferable[] = () => [],
): Promise<Outcome<T>> {
  try {
    const value = await work();
    return transfer<Outcome<T>>({ ok: true, value }, give(value));
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { ok: false, name: error.name, message: error.message };
  }
}

const buffers = (bytes: Partial<Record<string, Uint8Array>>) =>
  Object.values(bytes).flatMap((one) => (one ? [one.buffer as ArrayBuffer] : []));

function throttled(
  onProgress: (stage: Stage, fraction: number) => void,
): (stage: Stage, fraction: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  let stage: Stage | null = null;
  return (next, fraction) => {
    const now = performance.now();
    if (next === stage && now - last < interval) return;
    last = now;
    stage = next;
    onProgress(next, fraction);
  };
}

/** What the worker does; a thin shell around the studio. */
const api = {
  receive: (
    handed: Handed,
    setting: Setting,
    onProgress: (stage: Stage, fraction: number) => void,
  ): Promise<Outcome<PackedReceipt>> =>
    attempt(async () =>
      packReceipt(await studio.receive(sourceOf(handed), setting, throttled(onProgress))),
    ),
  read: (
    handed: Handed,
    setting: Setting,
    onProgress: (stage: Stage, fraction: number) => void,
  ): Promise<Outcome<FileReading>> =>
    attempt(() => studio.read(sourceOf(handed), setting, throttled(onProgress))),
  revise: (sha256: string, setting: Setting): Promise<Outcome<FileReading>> =>
    attempt(() => studio.revise(sha256, setting)),
  preview: (sha256: string, decoding: Decoding, rows: number): Promise<Outcome<TextPreview>> =>
    attempt(() => studio.preview(sha256, decoding, rows)),
  rows: (
    sha256: string,
    tableId: string,
    fate: Fate,
    offset: number,
    limit: number,
  ): Promise<Outcome<RowListing>> =>
    attempt(() => studio.rows(sha256, tableId, fate, offset, limit)),
  quarantine: (sha256s: readonly string[], language: 'ru' | 'en'): Promise<Outcome<Blob>> =>
    attempt(() => packBytes(studio.quarantine(sha256s, language))),
  window: (
    sha256: string,
    sheetIndex: number,
    top: number,
    bottom: number,
  ): Promise<Outcome<string[][]>> => attempt(() => studio.window(sha256, sheetIndex, top, bottom)),
  extent: (sha256: string, sheetIndex: number): Promise<Outcome<SheetExtent | null>> =>
    attempt(() => studio.extent(sha256, sheetIndex)),
  records: (sha256: string): Promise<Outcome<RecordBlobs>> =>
    attempt(() => packRecords(studio.records(sha256))),
  bytes: (sha256: string): Promise<Outcome<Blob>> => attempt(() => packBytes(studio.bytes(sha256))),
  compare: (
    inHand: readonly InHand[],
    stored: readonly PackedStoredImport[],
  ): Promise<Outcome<Map<string, Revision>>> =>
    attempt(async () => studio.compare(inHand, await Promise.all(stored.map(unpackImport)))),
  differences: (
    sha256: string,
    before: readonly (InHand | PackedStoredImport)[],
    refused: readonly string[],
  ): Promise<Outcome<FileDifferences>> =>
    attempt(async () =>
      studio.differences(
        sha256,
        await Promise.all(before.map((one) => ('sha256' in one ? one : unpackImport(one)))),
        refused,
      ),
    ),
  derive: (
    imports: readonly PackedImport[],
    setting: DerivationSetting,
  ): Promise<Outcome<Derivation>> =>
    attempt(
      async () => derive(await Promise.all(imports.map(unpackImport)), setting),
      (derivation) => buffers(derivation.tables),
    ),
  drop: (sha256: string): Promise<Outcome<void>> => attempt(() => studio.drop(sha256)),
};

/** The calls that the worker answers. */
export type WorkerApi = typeof api;

expose(api);
