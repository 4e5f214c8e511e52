import { transfer } from 'comlink';
import { refusedReading, type FileReading } from './file-reading.ts';
import type { Handed } from './worker.ts';

/** A file to be read; `modified` is in milliseconds since 1970. */
export interface Given {
  readonly name: string;
  readonly modified: number;
  readonly content: Blob;
}

/** A file of more bytes is read by the worker itself, which begins before all of them are there. */
const longest = 1 << 24;

/** A file as the worker takes it, its bytes to be transferred. */
export async function handOver(given: Given): Promise<Handed> {
  const { name, modified, content } = given;
  if (content.size > longest) return { name, modified, content };
  const bytes = new Uint8Array(await content.arrayBuffer());
  return transfer({ name, bytes, modified }, [bytes.buffer]);
}

/** What browsers call a file that is no longer as it was handed over, here or in the worker. */
const gone = /^(?:ReaderError: )?Not(?:Readable|Found)Error(?:$|:)/;

/** The reading of a file that never came to be read; a cancelled reading is thrown on. */
export function refuseUnread({ name, modified, content }: Given, thrown: unknown): FileReading {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  const sha256 = `unread-${name}-${content.size}-${modified}`;
  return refusedReading(
    { name, size: content.size, sha256, modified },
    gone.test(thrown instanceof DOMException ? thrown.name : String(thrown))
      ? { code: 'file-changed', severity: 'error', at: null, params: {} }
      : { code: 'file-unreadable', severity: 'error', at: null, params: { cause } },
  );
}
