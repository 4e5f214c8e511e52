import { bytesToHex } from '@noble/hashes/utils.js';
import { readSigner } from '#lib/journal/signing-keys.ts';

/** Whether a public key (raw, hexadecimal) is that of whoever signs in this browser; not where that cannot be found out. */
export async function isOwnKey(key: string): Promise<boolean> {
  try {
    const signer = await readSigner();
    if (!signer) return false;
    const raw = await crypto.subtle.exportKey('raw', signer.keys.publicKey);
    return bytesToHex(new Uint8Array(raw)) === key;
  } catch {
    return false;
  }
}
