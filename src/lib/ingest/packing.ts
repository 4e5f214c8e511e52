import type { RecordKind } from './record.ts';
import type { ImportBytes, RecordBytes } from './derivation.ts';
import type { Received, StoredImport } from './studio.ts';

/** Accepted records by kind as Arrow streams in blobs: large bytes that pass the screen's thread without being copied there. */
export type RecordBlobs = Readonly<Partial<Record<RecordKind, Blob>>>;

/** One import for the making of the star, its records still packed. */
export interface PackedImport extends Omit<ImportBytes, 'records'> {
  readonly records: RecordBlobs;
}

/** One stored import that files in hand are compared with, its records still packed. */
export interface PackedStoredImport extends Omit<StoredImport, 'records'> {
  readonly records: RecordBlobs;
}

/** One file out of a parcel, packed. */
export interface PackedMember {
  readonly name: string;
  readonly content: Blob;
}

/** What came of a file that was handed in, the files of a parcel packed. */
export type PackedReceipt =
  | Extract<Received, { kind: 'reading' }>
  | { readonly kind: 'parcel'; readonly members: readonly PackedMember[] };

/** A receipt with the files of a parcel as blobs. */
export function packReceipt(received: Received): PackedReceipt {
  if (received.kind === 'reading') return received;
  const members = received.members.map(({ name, bytes }) => ({ name, content: packBytes(bytes) }));
  return { kind: 'parcel', members };
}

/** Bytes as a blob. */
export function packBytes(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}

/** Records as blobs. */
export function packRecords(records: RecordBytes): RecordBlobs {
  return Object.fromEntries(
    Object.entries(records).map(([kind, bytes]) => [kind, packBytes(bytes)]),
  );
}

/** An import with its records as bytes again. */
export async function unpackImport<T extends PackedImport>(
  packed: T,
): Promise<Omit<T, 'records'> & ImportBytes> {
  const entries = await Promise.all(
    Object.entries(packed.records).map(async ([kind, blob]) => [
      kind,
      new Uint8Array(await blob.arrayBuffer()),
    ]),
  );
  return { ...packed, records: Object.fromEntries(entries) as RecordBytes };
}
