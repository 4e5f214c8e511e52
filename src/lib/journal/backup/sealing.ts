import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/** How the pieces of one file are sealed and opened again, in their order from the first to the last. */
export interface Sealing {
  /** Bytes that a sealed piece has more. */
  readonly extra: number;
  seal(piece: Uint8Array, isLast: boolean): Promise<Uint8Array>;
  /** The piece as it was; null where it is not as it was written, or not in its place. */
  open(sealed: Uint8Array, isLast: boolean): Promise<Uint8Array | null>;
}

/** Seals pieces by a key, or by chained digests alone, and binds them to the head of their file. */
export function sealingOf(binding: Uint8Array, key: CryptoKey | null): Sealing {
  return key ? new Encrypting(binding, key) : new Digesting(binding);
}

// A key serves one file alone, whose salt it is made of: the number of a piece is used with it once.
class Encrypting implements Sealing {
  readonly extra = 16;
  readonly #binding: Uint8Array;
  readonly #key: CryptoKey;
  #place = 0;

  constructor(binding: Uint8Array, key: CryptoKey) {
    this.#binding = binding;
    this.#key = key;
  }

  async seal(piece: Uint8Array, isLast: boolean): Promise<Uint8Array> {
    const how = this.#next(isLast);
    return new Uint8Array(await crypto.subtle.encrypt(how, this.#key, own(piece)));
  }

  async open(sealed: Uint8Array, isLast: boolean): Promise<Uint8Array | null> {
    const how = this.#next(isLast);
    try {
      return new Uint8Array(await crypto.subtle.decrypt(how, this.#key, own(sealed)));
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'OperationError') return null;
      throw cause;
    }
  }

  #next(isLast: boolean): AesGcmParams {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setBigUint64(4, BigInt(this.#place), false);
    this.#place += 1;
    return { name: 'AES-GCM', iv, additionalData: own(concatBytes(this.#binding, flag(isLast))) };
  }
}

// Each digest holds the one before it, so that the last one is of the whole file.
class Digesting implements Sealing {
  readonly extra = 32;
  #before: Uint8Array;

  constructor(binding: Uint8Array) {
    this.#before = binding;
  }

  seal(piece: Uint8Array, isLast: boolean): Promise<Uint8Array> {
    return Promise.resolve(concatBytes(piece, this.#next(piece, isLast)));
  }

  open(sealed: Uint8Array, isLast: boolean): Promise<Uint8Array | null> {
    const piece = sealed.subarray(0, Math.max(0, sealed.length - this.extra));
    const told = sealed.subarray(piece.length);
    const digest = this.#next(piece, isLast);
    const isWhole = told.length === digest.length && digest.every((byte, at) => byte === told[at]);
    return Promise.resolve(isWhole ? piece : null);
  }

  #next(piece: Uint8Array, isLast: boolean): Uint8Array {
    const digest = sha256.create().update(this.#before).update(flag(isLast)).update(piece).digest();
    this.#before = digest;
    return digest;
  }
}

const flag = (isLast: boolean): Uint8Array => Uint8Array.of(isLast ? 1 : 0);
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;
