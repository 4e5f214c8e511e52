import * as v from 'valibot';
import { hashBytes } from '#lib/ingest/digest.ts';
import type { RecordBlobs } from '#lib/ingest/packing.ts';
import { recordKinds, type RecordKind } from '#lib/ingest/record.ts';
import type { ImportColumns, SourceBytes } from '../journal.ts';
import { BackupRefused } from './backup-refused.ts';
import { readEntries } from './entry-shape.ts';
import type { JournalCopy } from './journal-copy.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const mostManifest = 16 << 20;
const mostEntries = 256 << 20;
const mostSource = 1 << 30;

/** What follows in the content and how many bytes each of it takes. */
const manifestShape = v.strictObject({
  entries: v.pipe(count, v.maxValue(mostEntries)),
  sources: v.array(
    v.strictObject({
      sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
      size: v.pipe(count, v.maxValue(mostSource)),
    }),
  ),
  columns: v.array(
    v.strictObject({
      importId: v.string(),
      schemaVersion: count,
      records: v.record(v.picklist(recordKinds), count),
    }),
  ),
});

type Manifest = v.InferOutput<typeof manifestShape>;

/** The content of a backup, ready to be packed: how many bytes it is, and the bytes piece by piece. */
export interface WrittenContents {
  readonly size: number;
  readonly pieces: () => AsyncGenerator<Uint8Array>;
}

/** Lays a journal's copy out as one row of bytes: the manifest with its length, the entries, the sources and the columns. */
export function writeContents({ entries, sources, columns }: JournalCopy): WrittenContents {
  const text = new TextEncoder();
  const written = text.encode(JSON.stringify(entries));
  const told: Manifest = {
    entries: written.length,
    sources: sources.map(({ sha256, bytes }) => ({ sha256, size: bytes.size })),
    columns: columns.map(({ importId, schemaVersion, records }) => ({
      importId,
      schemaVersion,
      records: Object.fromEntries(blobsOf(records).map(([kind, blob]) => [kind, blob.size])),
    })),
  };
  const manifest = text.encode(JSON.stringify(told));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, manifest.length, true);
  const blobs = [
    ...sources.map(({ bytes }) => bytes),
    ...columns.flatMap(({ records }) => blobsOf(records).map(([, blob]) => blob)),
  ];
  const small = [length, manifest, written];
  return {
    size: [...small.map(({ byteLength }) => byteLength), ...blobs.map(({ size }) => size)].reduce(
      (sum, size) => sum + size,
      0,
    ),
    async *pieces() {
      yield* small;
      for (const blob of blobs) {
        for (let from = 0; from < blob.size; from += slice)
          yield new Uint8Array(await blob.slice(from, from + slice).arrayBuffer());
      }
    },
  };
}

const slice = 1 << 20;

/** Gives the next bytes of a content: so many in one array, or gathered in a blob. Throws BackupRefused where it ends before. */
export interface ContentReader {
  bytes(size: number): Promise<Uint8Array>;
  blob(size: number): Promise<Blob>;
  /** Throws BackupRefused where anything follows. */
  end(): Promise<void>;
}

/**
 * Reads a content of unknown origin back. `most` is how many bytes it may come to. Throws BackupRefused where it is none, or
 * where a source is not the one that it is called by.
 */
export async function readContents(reader: ContentReader, most: number): Promise<JournalCopy> {
  const length = new DataView((await reader.bytes(4)).slice().buffer).getUint32(0, true);
  if (length > mostManifest) throw new BackupRefused('too-large');
  const manifest = readManifest(await reader.bytes(length));
  if (sizeOf(manifest) > most) throw new BackupRefused('too-large');
  const entries = readEntries(parse(await reader.bytes(manifest.entries)));
  const sources: SourceBytes[] = [];
  for (const { sha256, size } of manifest.sources) {
    const bytes = await reader.blob(size);
    const hash = await hashBytes(new Uint8Array(await bytes.arrayBuffer()));
    if (hash !== sha256) throw new BackupRefused('unreadable');
    sources.push({ sha256, bytes });
  }
  const columns: ImportColumns[] = [];
  for (const { importId, schemaVersion, records } of manifest.columns) {
    const blobs: Partial<Record<RecordKind, Blob>> = {};
    for (const kind of recordKinds) {
      const size = records[kind];
      if (size !== undefined) blobs[kind] = await reader.blob(size);
    }
    columns.push({ importId, schemaVersion, records: blobs });
  }
  await reader.end();
  return { entries, sources, columns };
}

function readManifest(bytes: Uint8Array): Manifest {
  const parsed = v.safeParse(manifestShape, parse(bytes));
  if (!parsed.success) throw new BackupRefused('unreadable');
  return parsed.output;
}

function sizeOf({ entries, sources, columns }: Manifest): number {
  const sizes = [
    ...sources.map(({ size }) => size),
    ...columns.flatMap(({ records }) => Object.values(records)),
  ];
  return sizes.reduce((sum, size) => sum + size, entries);
}

// In the order of the kinds, by which they are read back.
function blobsOf(records: RecordBlobs): [RecordKind, Blob][] {
  return recordKinds.flatMap((kind): [RecordKind, Blob][] => {
    const blob = records[kind];
    return blob ? [[kind, blob]] : [];
  });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BackupRefused('unreadable', cause);
  }
}
