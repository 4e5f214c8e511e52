import type { Published } from '#lib/disclosure/published.ts';
import type { SnapshotDocument } from '../document.ts';
import { writeHtml } from '../html/write-html.ts';
import { contentHash, hashText } from './hash.ts';
import type { Seal } from './seal.ts';
import { sign, type Signer } from './signer.ts';

/** A snapshot's file in HTML together with the seal that stands in it. */
export interface SealedFile {
  readonly html: string;
  readonly seal: Seal;
}

/** Writes a snapshot as HTML and seals it, with a signature where somebody signs. `fontCss` as in `writeHtml`. */
export async function sealDocument(
  document: Published<SnapshotDocument>,
  fontCss: string,
  signer: Signer | null = null,
): Promise<SealedFile> {
  const told = {
    content: contentHash(document),
    file: hashText(writeHtml(document, null, fontCss)),
  };
  const seal = { ...told, signature: signer ? await sign(told, signer) : null };
  return { html: writeHtml(document, seal, fontCss), seal };
}
