import { concatBytes } from '@noble/hashes/utils.js';
import { BackupRefused } from './backup-refused.ts';
import { readContents, type ContentReader } from './contents.ts';
import type { JournalCopy } from './journal-copy.ts';
import { makeKeys } from './passphrase.ts';
import { ending, readPreface, type Preface } from './preface.ts';
import { sealingOf } from './sealing.ts';
import { chunksOf } from './write-backup.ts';

/** A backup that was found whole: the moment that it stands for (ms) and what it holds. */
export interface OpenedBackup {
  readonly made: number;
  readonly copy: JournalCopy;
}

/** What a packed content may come to: always so many bytes, and beyond them so many times the bytes of the file. */
const freely = 256 << 20;
const mostRatio = 200;
const mostContent = 8 * 2 ** 30;

/**
 * Reads a file of unknown origin as a backup and verifies all of it. Tells the share of the file that is read. Throws
 * BackupRefused where it cannot be taken; rejects with the signal's reason when cancelled.
 */
export async function readBackup(
  file: Blob,
  passphrase: string | null,
  report: (fraction: number) => void,
  signal: AbortSignal,
): Promise<OpenedBackup> {
  try {
    if (typeof DecompressionStream === 'undefined') throw new BackupRefused('no-unpacking');
    const preface = await readPreface(file);
    const { made, key } = preface.header;
    if (key === null) return { made, copy: await unpack(file, preface, null, report, signal) };
    if (passphrase === null) throw new BackupRefused('locked');
    const keys = await makeKeys(passphrase, key);
    if (!preface.isOpenedBy(keys)) throw new BackupRefused('wrong-passphrase');
    return { made, copy: await unpack(file, preface, keys.cipher, report, signal) };
  } catch (cause) {
    if (cause instanceof DOMException && /^Not(Readable|Found)Error$/.test(cause.name)) {
      throw new BackupRefused('unopened', cause);
    }
    throw cause;
  }
}

async function unpack(
  file: Blob,
  preface: Preface,
  key: CryptoKey | null,
  report: (fraction: number) => void,
  signal: AbortSignal,
): Promise<JournalCopy> {
  const unpacking = new DecompressionStream('gzip');
  const writer = unpacking.writable.getWriter();
  const feed = async (): Promise<void> => {
    for await (const piece of openPieces(file, preface, key, report)) {
      signal.throwIfAborted();
      await writer.write(piece as Uint8Array<ArrayBuffer>);
    }
    await writer.close();
  };
  // What breaks a seal is told rather than what follows of it.
  let broken: { readonly cause: unknown } | null = null;
  const feeding = feed().catch(async (cause: unknown) => {
    if (!(cause instanceof TypeError)) broken ??= { cause };
    await writer.abort(cause).catch(() => undefined);
  });
  const most = Math.min(mostContent, Math.max(freely, file.size * mostRatio));
  try {
    const copy = await readContents(contentReader(chunksOf(unpacking.readable)), most);
    await feeding;
    return copy;
  } catch (cause) {
    await writer.abort(cause).catch(() => undefined);
    await feeding;
    if (broken) throw (broken as { readonly cause: unknown }).cause;
    // The seals were whole: whoever wrote the file packed something else.
    throw cause instanceof TypeError ? new BackupRefused('unreadable', cause) : cause;
  }
}

/** The pieces of packed content between the head and the last bytes; throws BackupRefused at the first that is not as it was. */
async function* openPieces(
  file: Blob,
  { header, length, binding }: Preface,
  key: CryptoKey | null,
  report: (fraction: number) => void,
): AsyncGenerator<Uint8Array> {
  const sealing = sealingOf(binding, key);
  const step = header.piece + sealing.extra;
  const end = file.size - ending.length;
  let from = length;
  do {
    const until = Math.min(from + step, end);
    const sealed = new Uint8Array(await file.slice(from, until).arrayBuffer());
    const piece = await sealing.open(sealed, until === end);
    if (!piece) throw new BackupRefused('altered');
    yield piece;
    from = until;
    report(from / end);
  } while (from < end);
}

// Small pieces are put together before they become a blob, so that a long source is no long list of them.
const gathered = 4 << 20;

function contentReader(chunks: AsyncGenerator<Uint8Array>): ContentReader {
  let left: Uint8Array = new Uint8Array();
  async function* next(size: number): AsyncGenerator<Uint8Array> {
    let wanted = size;
    while (wanted > 0) {
      if (left.length === 0) {
        const chunk = await chunks.next();
        if (chunk.done) throw new BackupRefused('unreadable');
        left = chunk.value;
      }
      const part = left.subarray(0, wanted);
      left = left.subarray(part.length);
      wanted -= part.length;
      yield part;
    }
  }
  return {
    async bytes(size) {
      const parts: Uint8Array[] = [];
      for await (const part of next(size)) parts.push(part);
      return concatBytes(...parts);
    },
    async blob(size) {
      const blobs: Blob[] = [];
      let parts: Uint8Array<ArrayBuffer>[] = [];
      let length = 0;
      for await (const part of next(size)) {
        parts.push(part as Uint8Array<ArrayBuffer>);
        length += part.length;
        if (length < gathered) continue;
        blobs.push(new Blob(parts));
        parts = [];
        length = 0;
      }
      return new Blob([...blobs, ...parts]);
    },
    async end() {
      const chunk = left.length > 0 ? null : await chunks.next();
      if (!chunk?.done) throw new BackupRefused('unreadable');
    },
  };
}
