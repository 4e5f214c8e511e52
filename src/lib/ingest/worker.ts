import { expose, transfer } from 'comlink';
import type { Programme } from '#lib/model/programme.ts';
import type { FileReading, Setting, Source, Stage } from './reading.ts';
import type { Recipe } from './recipe.ts';
import type { Revision } from './revision.ts';
import {
  derive,
  Studio,
  type Derivation,
  type ImportBytes,
  type InHand,
  type RecordBytes,
  type StoredImport,
} from './studio.ts';

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
  records: (sha256: string): Promise<Outcome<RecordBytes>> =>
    attempt(() => studio.records(sha256), buffers),
  bytes: (sha256: string): Promise<Outcome<Uint8Array>> =>
    attempt(
      () => studio.bytes(sha256),
      (bytes) => [bytes.buffer as ArrayBuffer],
    ),
  compare: (
    inHand: readonly InHand[],
    stored: readonly StoredImport[],
  ): Promise<Outcome<Map<string, Revision>>> => attempt(() => studio.compare(inHand, stored)),
  derive: (imports: readonly ImportBytes[], programme: Programme): Promise<Outcome<Derivation>> =>
    attempt(
      () => derive(imports, programme),
      (derivation) => buffers(derivation.tables),
    ),
  drop: (sha256: string): Promise<Outcome<void>> => attempt(() => studio.drop(sha256)),
};

/** The calls that the worker answers. */
export type WorkerApi = typeof api;

expose(api);
