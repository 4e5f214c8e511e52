import { expose, transfer } from 'comlink';
import type { Programme } from '#lib/model/programme.ts';
import type { FileReading, Setting, Source, Stage } from './reading.ts';
import {
  packBytes,
  packRecords,
  unpackImport,
  type PackedImport,
  type PackedStoredImport,
  type RecordBlobs,
} from './packing.ts';
import type { Recipe } from './recipe.ts';
import type { Revision } from './revision.ts';
import { derive, Studio, type Derivation, type InHand } from './studio.ts';

/** What a call into the worker gives: its value, or what broke, as plain data. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly name: string; readonly message: string };

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
  read: (
    source: Source,
    setting: Setting,
    onProgress: (stage: Stage, fraction: number) => void,
  ): Promise<Outcome<FileReading>> =>
    attempt(() => studio.read(source, setting, throttled(onProgress))),
  revise: (sha256: string, recipe: Recipe, setting: Setting): Promise<Outcome<FileReading>> =>
    attempt(() => studio.revise(sha256, recipe, setting)),
  window: (
    sha256: string,
    sheetIndex: number,
    top: number,
    bottom: number,
  ): Promise<Outcome<string[][]>> => attempt(() => studio.window(sha256, sheetIndex, top, bottom)),
  records: (sha256: string): Promise<Outcome<RecordBlobs>> =>
    attempt(() => packRecords(studio.records(sha256))),
  bytes: (sha256: string): Promise<Outcome<Blob>> => attempt(() => packBytes(studio.bytes(sha256))),
  compare: (
    inHand: readonly InHand[],
    stored: readonly PackedStoredImport[],
  ): Promise<Outcome<Map<string, Revision>>> =>
    attempt(async () => studio.compare(inHand, await Promise.all(stored.map(unpackImport)))),
  derive: (imports: readonly PackedImport[], programme: Programme): Promise<Outcome<Derivation>> =>
    attempt(
      async () => derive(await Promise.all(imports.map(unpackImport)), programme),
      (derivation) => buffers(derivation.tables),
    ),
  drop: (sha256: string): Promise<Outcome<void>> => attempt(() => studio.drop(sha256)),
};

/** The calls that the worker answers. */
export type WorkerApi = typeof api;

expose(api);
