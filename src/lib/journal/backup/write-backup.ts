import { concatBytes } from '@noble/hashes/utils.js';
import { hashBlob } from '../blob-hash.ts';
import type { SourceBytes } from '../journal.ts';
import { BackupRefused } from './backup-refused.ts';
import { writeContents } from './contents.ts';
import type { JournalCopy } from './journal-copy.ts';
import type { KeyMaking } from './passphrase.ts';
import { ending, writePreface } from './preface.ts';
import { sealingOf } from './sealing.ts';

/** How a backup is written. */
export interface BackupWish {
  /** The moment that it stands for, in milliseconds. */
  readonly made: number;
  /** Null leaves it readable for everybody. */
  readonly passphrase: string | null;
  /** Bytes of packed content in a piece. */
  readonly piece?: number;
  readonly cost?: Omit<KeyMaking, 'salt'>;
}

const usualPiece = 1 << 20;

/**
 * Writes a journal's copy as one file, whose bytes it hands over one after another, waiting for each to be taken. Tells the
 * share of the content that is packed. Rejects with the signal's reason when cancelled, and with whatever the sink throws.
 */
export async function writeBackup(
  copy: JournalCopy,
  { made, passphrase, piece = usualPiece, cost }: BackupWish,
  sink: (bytes: Uint8Array) => Promise<void>,
  report: (fraction: number) => void,
  signal: AbortSignal,
): Promise<void> {
  if (typeof CompressionStream === 'undefined') throw new BackupRefused('no-unpacking');
  signal.throwIfAborted();
  const preface = await writePreface(made, piece, passphrase, cost);
  const sealing = sealingOf(preface.binding, preface.keys?.cipher ?? null);
  await sink(preface.bytes);
  const { size, pieces } = writeContents({ ...copy, sources: await soundOf(copy.sources) });
  const packing = new CompressionStream('gzip');
  const writer = packing.writable.getWriter();

  const feed = async (): Promise<void> => {
    let fed = 0;
    for await (const bytes of pieces()) {
      signal.throwIfAborted();
      await writer.write(bytes as Uint8Array<ArrayBuffer>);
      fed += bytes.length;
      report(size === 0 ? 1 : fed / size);
    }
    await writer.close();
  };
  const drain = async (): Promise<void> => {
    let kept: Uint8Array[] = [];
    let length = 0;
    for await (const bytes of chunksOf(packing.readable)) {
      kept.push(bytes);
      length += bytes.length;
      // The last piece is sealed as such: a whole one waits until something follows it.
      while (length > piece) {
        signal.throwIfAborted();
        const all = concatBytes(...kept);
        await sink(await sealing.seal(all.slice(0, piece), false));
        kept = [all.slice(piece)];
        length -= piece;
      }
    }
    await sink(await sealing.seal(concatBytes(...kept), true));
    await sink(ending.slice());
  };
  // Whichever breaks first lets go of the other.
  const both = [feed(), drain()].map((work) =>
    work.catch(async (cause: unknown) => {
      await writer.abort(cause).catch(() => undefined);
      throw cause;
    }),
  );
  await Promise.all(both);
}

/** The sources that are what they are called by: a damaged one would spoil the whole backup. */
async function soundOf(sources: readonly SourceBytes[]): Promise<readonly SourceBytes[]> {
  const sound: SourceBytes[] = [];
  for (const source of sources)
    if ((await hashBlob(source.bytes)) === source.sha256) sound.push(source);
  return sound;
}

/** What a stream gives, chunk by chunk. */
export async function* chunksOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
