import {
  mostLetters,
  readSnapshotFile,
  type SnapshotIssue,
  type SnapshotReading,
} from '#lib/snapshot/seal/read-snapshot-file.ts';

/** Why a file is refused; its sentences live in the catalogues. */
export type FileRefusal = SnapshotIssue | 'no-crypto' | 'unopened' | 'unfinished';

/** A whole snapshot with the file that it came in. */
export interface CheckedSnapshot extends Extract<SnapshotReading, { ok: true }> {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** A file that is refused. */
export interface RefusedFile {
  readonly ok: false;
  readonly name: string;
  readonly size: number;
  readonly issue: FileRefusal;
}

/** What a file turned out to be. */
export type CheckedFile = CheckedSnapshot | RefusedFile;

/** Reads bytes as text; what is no UTF-8 is read all the same, and told. */
function decode(bytes: ArrayBuffer): { readonly text: string; readonly isClean: boolean } {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      isClean: true,
    };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isClean: false };
  }
}

async function readBytes(bytes: ArrayBuffer): Promise<SnapshotReading> {
  const { text, isClean } = decode(bytes);
  const reading = await readSnapshotFile(text);
  // A letter that was there can be the very one that stands for what cannot be read.
  return reading.ok && !isClean ? { ok: false, issue: 'changed' } : reading;
}

/** Checks a file of unknown origin; nothing of it is run or shown. Whatever is wrong with it is told, not thrown. */
export async function checkFile(file: File): Promise<CheckedFile> {
  const { name, size } = file;
  const refuse = (issue: FileRefusal): CheckedFile => ({ ok: false, name, size, issue });
  // A letter takes three bytes at most, or six for two.
  if (size > 3 * mostLetters) return refuse('too-large');
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return refuse('unopened');
  }
  try {
    const reading = await readBytes(bytes);
    return reading.ok ? { ...reading, name, size } : refuse(reading.issue);
  } catch (cause) {
    if (globalThis.crypto?.subtle) throw cause;
    return refuse('no-crypto');
  }
}
