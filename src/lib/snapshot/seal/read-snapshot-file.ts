import type { Published } from '#lib/disclosure/published.ts';
import { snapshotVersion, type SnapshotDocument } from '../document.ts';
import { drawingStart } from '../html/figure-markup.ts';
import { isFontStyle } from '../html/file-style.ts';
import { ForeignMarkup } from '../html/foreign-markup.ts';
import { edition, places, writeHtml } from '../html/write-html.ts';
import { readDocument, readSeal } from './document-shape.ts';
import { contentHash, hashText } from './hash.ts';
import type { Seal } from './seal.ts';
import { fingerprintOf, isSignedBy } from './signer.ts';

/** Why a file is refused as a snapshot; its sentence lives in the catalogues. */
export type SnapshotIssue =
  | 'too-large'
  | 'no-snapshot'
  | 'cut-short'
  | 'newer'
  | 'older'
  | 'changed'
  | 'unreadable'
  | 'foreign'
  | 'wrong-signature';

/** Who signed a snapshot, and the key by which others of the same hand are known. */
export interface SignedBy {
  readonly name: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** What a file of unknown origin is: a whole snapshot, or the reason why it is refused. */
export type SnapshotReading =
  | {
      readonly ok: true;
      readonly document: SnapshotDocument;
      readonly seal: Seal;
      /** Null where nobody signed: then only chance is ruled out, not somebody who wrote another file. */
      readonly signedBy: SignedBy | null;
    }
  | { readonly ok: false; readonly issue: SnapshotIssue };

/** Letters that a snapshot's file has at most; a usual one has under a million. */
export const mostLetters = 24_000_000;

interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function between(text: string, start: string, end: string, from = 0): Part | null {
  const found = text.indexOf(start, from);
  if (found < 0) return null;
  const begin = found + start.length;
  const to = text.indexOf(end, begin);
  return to < 0 ? null : { from: begin, to, text: text.slice(begin, to) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function versionOf(value: unknown): number | null {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && 'version' in value && typeof value.version === 'number' ? value.version : null;
}

/** Gives the drawings of a file one after the other, by their lengths. */
function drawingsOf(text: string): (length: number) => string | null {
  let from = 0;
  return (length) => {
    const start = text.indexOf(drawingStart, from);
    const begin = text.indexOf('>', start) + 1;
    if (start < 0 || begin === 0) return null;
    from = begin + length;
    return text.slice(begin, from);
  };
}

/** The file that this app would write of a document; null where the document holds what it would never write. */
function rebuilt(document: SnapshotDocument, seal: Seal, fontCss: string): string | null {
  try {
    // Only to compare: what is rebuilt here goes nowhere.
    return writeHtml(document as Published<SnapshotDocument>, seal, fontCss);
  } catch (cause) {
    if (cause instanceof ForeignMarkup) return null;
    throw cause;
  }
}

/**
 * Reads a snapshot's HTML file without running or showing anything of it. It is whole if its hashes are right and this app,
 * given the document inside, writes the very same file. Where it is signed, the signature must be right as well.
 */
export async function readSnapshotFile(text: string): Promise<SnapshotReading> {
  const refuse = (issue: SnapshotIssue): SnapshotReading => ({ ok: false, issue });
  if (text.length > mostLetters) return refuse('too-large');
  const claimed = between(text.slice(0, 1000), places.edition, '"');
  if (!claimed) return refuse('no-snapshot');
  const written = /^\d{1,9}$/.test(claimed.text) ? Number(claimed.text) : edition;
  // Another edition writes another file of the same document, so that nothing could be compared.
  if (written !== edition) return refuse(written > edition ? 'newer' : 'older');
  const payload = between(text, places.payload, places.end);
  const place = payload && between(text, places.seal, places.end, payload.to);
  if (!payload || !place || !/<\/html>\s*$/.test(text.slice(-40))) return refuse('cut-short');
  const seal = readSeal(parsed(place.text));
  const file = hashText(text.slice(0, place.from) + text.slice(place.to));
  if (!seal || seal.file !== file) return refuse('changed');
  const value = parsed(payload.text);
  if ((versionOf(value) ?? 0) > snapshotVersion) return refuse('newer');
  const document = readDocument(value, drawingsOf(text));
  if (!document) return refuse('unreadable');
  const font = between(text, places.font, places.fontEnd)?.text ?? '';
  if (!isFontStyle(font) || rebuilt(document, seal, font) !== text) return refuse('foreign');
  if (contentHash(document) !== seal.content) return refuse('changed');
  const { signature } = seal;
  if (!signature) return { ok: true, document, seal, signedBy: null };
  if (!(await isSignedBy(seal, signature))) return refuse('wrong-signature');
  const { name, key } = signature;
  return { ok: true, document, seal, signedBy: { name, key, fingerprint: fingerprintOf(key) } };
}
