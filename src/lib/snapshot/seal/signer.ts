import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import type { Seal, SealSignature } from './seal.ts';

/** Somebody who signs snapshots: a name, and a pair of keys whose secret half cannot leave the browser that made it. */
export interface Signer {
  readonly name: string;
  readonly keys: CryptoKeyPair;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A new signer. Throws where the browser has no WebCrypto, as on a page without https. */
export async function createSigner(name: string): Promise<Signer> {
  return { name, keys: await crypto.subtle.generateKey(curve, false, ['sign', 'verify']) };
}

// Not Base64, in which different words can say the same.
const inHex = (bytes: ArrayBuffer): string => bytesToHex(new Uint8Array(bytes));
const fromHex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(hexToBytes(text));

function signedWords({ content, file }: Pick<Seal, 'content' | 'file'>, name: string) {
  return utf8ToBytes(canonicalJson({ signed: 'dinamika-snapshot', content, file, name }));
}

/** Signs what a seal vouches for. */
export async function sign(
  seal: Pick<Seal, 'content' | 'file'>,
  { name, keys }: Signer,
): Promise<SealSignature> {
  const words = signedWords(seal, name);
  return {
    name,
    key: inHex(await crypto.subtle.exportKey('raw', keys.publicKey)),
    value: inHex(await crypto.subtle.sign(signing, keys.privateKey, words)),
  };
}

/** Whether a signature belongs to a seal and to the name and the key in it. Throws where the browser has no WebCrypto. */
export async function isSignedBy(seal: Seal, signature: SealSignature): Promise<boolean> {
  const words = signedWords(seal, signature.name);
  let key: CryptoKey;
  try {
    const raw = fromHex(signature.key);
    key = await crypto.subtle.importKey('raw', raw, curve, true, ['verify']);
  } catch (cause) {
    if (globalThis.crypto?.subtle) return false;
    throw cause;
  }
  return crypto.subtle.verify(signing, key, fromHex(signature.value), words);
}

/** A public key as people compare it: the first half of its SHA-256 in groups of four. */
export function fingerprintOf(key: string): string {
  const hash = bytesToHex(sha256(fromHex(key))).slice(0, 32);
  return hash.replace(/.{4}(?=.)/g, '$& ');
}
