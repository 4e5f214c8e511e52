/** Who signed a snapshot: a name that the person gave, and the public key (P-256, raw, hexadecimal). */
export interface SealSignature {
  readonly name: string;
  readonly key: string;
  /** ECDSA with SHA-256 over the words that the signer vouches for, hexadecimal. */
  readonly value: string;
}

/** What stands in a snapshot's file so that it can be seen to be whole. */
export interface Seal {
  /** `contentHash` of the document. */
  readonly content: string;
  /** SHA-256 of the file with the place of its seal left empty. */
  readonly file: string;
  readonly signature: SealSignature | null;
}
