import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hashBytes } from '#lib/ingest/digest.ts';
import type { RecordBlobs } from '#lib/ingest/packing.ts';

const slice = 1024 * 1024;

/** SHA-256 of a blob in hexadecimal; null where its bytes cannot be read. */
export async function hashBlob(blob: Blob): Promise<string | null> {
  try {
    if ((globalThis.crypto as Crypto | undefined)?.subtle)
      return await hashBytes(new Uint8Array(await blob.arrayBuffer()));
    // Without a secure context our own hashing is all there is: a slice at a time lets the screen breathe.
    const hash = sha256.create();
    for (let at = 0; at < blob.size; at += slice)
      hash.update(new Uint8Array(await blob.slice(at, at + slice).arrayBuffer()));
    return bytesToHex(hash.digest());
  } catch {
    return null;
  }
}

/** SHA-256 of each stream of records; null where one cannot be read. */
export async function hashRecords(records: RecordBlobs): Promise<Record<string, string> | null> {
  const sums: Record<string, string> = {};
  for (const [kind, blob] of Object.entries(records)) {
    const sum = await hashBlob(blob);
    if (sum === null) return null;
    sums[kind] = sum;
  }
  return sums;
}
