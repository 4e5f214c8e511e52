import { hmac } from '@noble/hashes/hmac.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { BackupRefused } from './backup-refused.ts';

const mebibyte = 1 << 20;

/** How keys are made of a passphrase: the parameters of scrypt (RFC 7914), its salt in hexadecimal. */
export interface KeyMaking {
  readonly by: 'scrypt';
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

const one = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What is believed of a file that asks for keys: enough work to hold, and no more memory or time than a computer has. */
export const keyMakingShape = v.pipe(
  v.strictObject({
    by: v.literal('scrypt'),
    n: v.pipe(one, v.minValue(1 << 14), v.maxValue(1 << 20)),
    r: v.pipe(one, v.minValue(8), v.maxValue(32)),
    p: v.pipe(one, v.maxValue(4)),
    salt: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
  }),
  v.check(({ n }) => Number.isInteger(Math.log2(n))),
  v.check(({ n, r, p }) => 128 * n * r <= 256 * mebibyte && n * r * p <= 4 * mebibyte),
);

/**
 * The cost that new backups ask for: 128 MiB, about half a second. scrypt needs that memory for every guess, which PBKDF2, the
 * only one that browsers have themselves, does not; N = 2¹⁷, r = 8, p = 1 is what OWASP advises.
 */
export const usualCost: Omit<KeyMaking, 'salt'> = { by: 'scrypt', n: 1 << 17, r: 8, p: 1 };

/** The keys of one file: one that encrypts, and the proof that somebody knows the passphrase. */
export interface BackupKeys {
  readonly cipher: CryptoKey;
  readonly prove: (preface: Uint8Array) => Uint8Array;
}

/**
 * Makes the keys of a file of a passphrase; the same letters give the same keys however a keyboard composes them. Blocks for as
 * long as it takes. Throws BackupRefused where the page may not encrypt.
 */
export async function makeKeys(passphrase: string, making: KeyMaking): Promise<BackupKeys> {
  const { n, r, p, salt } = making;
  // Pages that did not come safely have no such thing.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) throw new BackupRefused('no-crypto');
  const made = scrypt(passphrase.normalize('NFKC'), hexToBytes(salt), {
    N: n,
    r,
    p,
    dkLen: 64,
    maxmem: 257 * mebibyte + 1024,
  });
  const raw = made.slice(0, 32);
  const cipher = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const own = made.slice(32);
  return { cipher, prove: (preface) => hmac(sha256, own, preface) };
}
