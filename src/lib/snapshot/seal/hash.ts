import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SnapshotDocument } from '../document.ts';
import { leanDocument } from '../html/lean-document.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text in UTF-8. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of all that a snapshot says: of its canonical JSON with its drawings in their fewest words. */
export function contentHash(document: SnapshotDocument): string {
  return hashText(canonicalJson(leanDocument(document)));
}
