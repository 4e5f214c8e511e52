import { embeddedFont } from '#lib/charts/saving/embedded-font.ts';
import { fileNameOf } from '#lib/charts/saving/file-name.ts';
import type { Published } from '#lib/disclosure/published.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { SharedRelease, SharedStatement } from '#lib/model/shared-release.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import { writePictures } from '#lib/snapshot/pictures/write-pictures.ts';
import { writePptx } from '#lib/snapshot/pptx/write-pptx.ts';
import { contentHash } from '#lib/snapshot/seal/hash.ts';
import { sealDocument } from '#lib/snapshot/seal/seal-document.ts';
import type { Signer } from '#lib/snapshot/seal/signer.ts';
import { writeTables } from '#lib/snapshot/xlsx/write-tables.ts';

/** The kinds of files in which a snapshot can be shared, in the order in which they are offered. */
export const sharedFormats = ['html', 'pptx', 'xlsx', 'svg', 'png'] as const;

/** A kind of file in which a snapshot can be shared. */
export type SharedFormat = (typeof sharedFormats)[number];

/** A file to be saved. */
export interface SharedFile {
  readonly name: string;
  readonly content: Blob;
}

const types = {
  html: 'text/html',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Writes a snapshot in a format; null where it has no picture that could be drawn. Rejects where the browser cannot. */
export async function writeShared(
  document: Published<SnapshotDocument>,
  format: SharedFormat,
  language: LanguageTag,
  signer: Signer | null,
): Promise<SharedFile | null> {
  const title = document.title[language];
  const named = (content: BlobPart, format: keyof typeof types): SharedFile => ({
    name: fileNameOf([title], format),
    content: new Blob([content], { type: types[format] }),
  });
  switch (format) {
    case 'html': {
      const font = await embeddedFont(JSON.stringify(document));
      return named((await sealDocument(document, font, signer)).html, format);
    }
    case 'pptx':
      return named((await writePptx(document, language)).slice(), format);
    case 'xlsx':
      return named(writeTables(document, language).slice(), format);
    case 'svg':
    case 'png': {
      const file = await writePictures(document, language, format);
      if (!file) return null;
      const extension = file.name.replace(/^.*\./, '');
      const name = fileNameOf([title, format.toUpperCase()], extension);
      return { name, content: new Blob([file.bytes.slice()], { type: file.type }) };
    }
  }
}

/** What is written down of a snapshot that leaves the school, in another format beside those it was shared in before. */
export function releaseOf(
  document: Published<SnapshotDocument>,
  draft: string,
  statements: readonly SharedStatement[],
  formats: readonly string[],
): SharedRelease {
  return { id: contentHash(document), draft, title: document.title.ru, formats, statements };
}
