import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, randomBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { BackupRefused } from './backup-refused.ts';
import { keyMakingShape, makeKeys, usualCost, type BackupKeys } from './passphrase.ts';

/** Version of the file's form. */
const version = 1;

const text = new TextEncoder();
// As in PNG: a byte beyond ASCII and line ends of every kind, so that a transfer that takes the file for text shows.
const magic = Uint8Array.of(0x89, 0x44, 0x4e, 0x4d, 0x4b, 0x0d, 0x0a, 0x1a);
/** The last bytes of every backup; a file without them has lost its end. */
export const ending = text.encode('\nDNMKend');

const fixedBytes = magic.length + 8;
const digestBytes = 32;
const mostHeader = 4096;

const headerShape = v.strictObject({
  /** When it was made, in milliseconds. */
  made: v.pipe(v.number(), v.safeInteger()),
  /** Bytes of packed content in every piece but the last. */
  piece: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(4 << 20)),
  packing: v.literal('gzip'),
  cipher: v.nullable(v.literal('AES-256-GCM')),
  key: v.nullable(keyMakingShape),
});

/** What stands in plain at the head of a backup. */
export type BackupHeader = v.InferOutput<typeof headerShape>;

/** The head of a backup: what it says, its bytes up to the first piece, and the digest to which every piece is bound. */
export interface Preface {
  readonly header: BackupHeader;
  readonly length: number;
  readonly binding: Uint8Array;
  /** Whether keys are those by which it was written. */
  readonly isOpenedBy: (keys: BackupKeys) => boolean;
}

/** The head of a new backup with its bytes, and the keys where a passphrase is given. */
export async function writePreface(
  made: number,
  piece: number,
  passphrase: string | null,
  cost = usualCost,
): Promise<{ bytes: Uint8Array; binding: Uint8Array; keys: BackupKeys | null }> {
  const key = passphrase === null ? null : { ...cost, salt: bytesToHex(randomBytes(32)) };
  const header: BackupHeader = {
    made,
    piece,
    packing: 'gzip',
    cipher: key && 'AES-256-GCM',
    key,
  };
  const written = text.encode(JSON.stringify(header));
  const fixed = new Uint8Array(fixedBytes);
  fixed.set(magic);
  const view = new DataView(fixed.buffer);
  view.setUint32(magic.length, version, true);
  view.setUint32(magic.length + 4, written.length, true);
  const told = concatBytes(fixed, written);
  const keys = passphrase === null || !key ? null : await makeKeys(passphrase, key);
  const proved = keys ? concatBytes(told, keys.prove(told)) : told;
  const binding = sha256(proved);
  return { bytes: concatBytes(proved, binding), binding, keys };
}

/** Reads the head of a file of unknown origin; throws BackupRefused where it is no whole head of a backup of this version. */
export async function readPreface(file: Blob): Promise<Preface> {
  const most = fixedBytes + mostHeader + 2 * digestBytes;
  const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer());
  if (!magic.every((byte, at) => bytes[at] === byte)) throw new BackupRefused('no-backup');
  const end = new Uint8Array(await file.slice(-ending.length).arrayBuffer());
  if (file.size < fixedBytes + ending.length || !ending.every((byte, at) => end[at] === byte)) {
    throw new BackupRefused('cut-short');
  }
  const view = new DataView(bytes.buffer);
  const size = view.getUint32(magic.length + 4, true);
  if (size > mostHeader) throw new BackupRefused('altered');
  const told = fixedBytes + size;
  // The digest stands after the header, or after the proof of the passphrase.
  const proved = [told, told + digestBytes].find((at) => {
    const digest = bytes.subarray(at, at + digestBytes);
    return digest.length === digestBytes && isSame(sha256(bytes.subarray(0, at)), digest);
  });
  if (proved === undefined) throw new BackupRefused('altered');
  // Only a head that is whole says truly of which version it is.
  if (view.getUint32(magic.length, true) > version) throw new BackupRefused('newer');
  const header = readHeader(bytes.subarray(fixedBytes, told));
  const isProved = proved > told;
  if ((header.cipher === null) === isProved || (header.key === null) === isProved) {
    throw new BackupRefused('unreadable');
  }
  return {
    header,
    length: proved + digestBytes,
    binding: bytes.slice(proved, proved + digestBytes),
    isOpenedBy: (keys) => isSame(keys.prove(bytes.subarray(0, told)), bytes.subarray(told, proved)),
  };
}

function readHeader(bytes: Uint8Array): BackupHeader {
  try {
    return v.parse(
      headerShape,
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    );
  } catch (cause) {
    throw new BackupRefused('unreadable', cause);
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
