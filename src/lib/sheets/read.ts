import type { Issue } from '#lib/model/issue.ts';
import type { Dialect, Sheet } from '#lib/model/sheet.ts';
import { arrived, type Arrival } from './arrival.ts';
import { identify } from './content.ts';
import type { Encoding } from './encoding.ts';
import type { FormatReader } from './formats/format.ts';
import { formats, type Format } from './formats/registry.ts';
import { causeOf, refuse, TooLargeError, type Refusal } from './refusal.ts';

/** What a person decided in place of the reader, and who hears how far it is (0 to 1). */
export interface ReadOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly onProgress?: (fraction: number) => void;
  /** How bytes are waited for that are still on their way. */
  readonly arrives?: Arrival;
}

/** The sheets of one file as they lie and how they were read; or why it cannot be read. */
export type SheetsReading =
  | {
      readonly ok: true;
      readonly format: Format;
      readonly encoding: Encoding | null;
      readonly dialect: Dialect | null;
      readonly sheets: readonly Sheet[];
      readonly issues: readonly Issue[];
    }
  | Refusal;

/** The first bytes of a file, by which a text is told from anything else. */
const beginning = 1 << 20;

/** What the bytes hold: told by their beginning where they are a text, else when all are there. */
async function identifyArriving(
  bytes: Uint8Array,
  arrives: Arrival,
): Promise<ReturnType<typeof identify>> {
  await arrives(beginning);
  const early = identify(bytes);
  if (early.ok && early.content.kind === 'text') return early;
  const rest = arrives(bytes.length);
  if (rest === null) return early;
  await rest;
  return identify(bytes);
}

const readers = Object.entries(formats) as readonly [Format, FormatReader][];

/**
 * The sheets of any spreadsheet's bytes. The format is told by the content; `name` only names the sheet of a text file. Bad
 * bytes end as a refusal with a code of RefusalCode, never as an exception. Runs in a worker and in Node.
 */
export async function readSheets(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<SheetsReading> {
  try {
    const { arrives = arrived } = options;
    const identified = await identifyArriving(bytes, arrives);
    if (!identified.ok) return identified;
    const { content } = identified;
    for (const [format, reader] of readers) {
      if (!reader.accepts(content)) continue;
      const reading = await reader.read(bytes, content, {
        name,
        encoding: options.encoding ?? null,
        delimiter: options.delimiter ?? null,
        onProgress: options.onProgress ?? (() => undefined),
        arrives,
      });
      return reading.ok ? { format, ...reading } : reading;
    }
    return refuse('file-not-spreadsheet', { what: content.kind });
  } catch (thrown) {
    const cause = causeOf(thrown);
    if (thrown instanceof TooLargeError) return refuse('file-too-large', { cause });
    return refuse(/password|encrypt/i.test(cause) ? 'file-password' : 'file-unreadable', { cause });
  }
}
