import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of bytes in hexadecimal: the platform's where it is offered, else, without a secure context, our own. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) return bytesToHex(sha256(bytes));
  return bytesToHex(
    new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
  );
}

/** A number that tells most texts apart: FNV-1a over UTF-16, 32 bits, signed. */
export function printHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
}

/** A short print of a text, by which a changed text is told from the same one: its hash in base 36. */
export function printText(text: string): string {
  return (printHash(text) >>> 0).toString(36);
}
