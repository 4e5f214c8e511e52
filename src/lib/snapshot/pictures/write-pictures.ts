import { fileNameOf } from '#lib/charts/saving/file-name.ts';
import { paintPng } from '#lib/charts/saving/png-picture.ts';
import type { SvgPicture } from '#lib/charts/saving/svg-picture.ts';
import type { Published } from '#lib/disclosure/published.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { writeZip } from '#lib/sheets/write-zip.ts';
import type { SnapshotDocument } from '../document.ts';
import { drawFigure } from './figure-picture.ts';

/** The kinds of picture files of a snapshot. */
export type PictureKind = 'svg' | 'png';

/** A file to be saved. */
export interface PictureFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Record<PictureKind, string> = { svg: 'image/svg+xml', png: 'image/png' };

async function bytesOf(picture: SvgPicture, kind: PictureKind): Promise<Uint8Array> {
  if (kind === 'svg') return new TextEncoder().encode(picture.svg);
  const painted = await paintPng(picture);
  return new Uint8Array(await painted.arrayBuffer());
}

/**
 * All pictures of a snapshot: one file where there is one, an archive (.zip) where there are several, null where none can be
 * drawn since all numbers are withheld. PNG needs a browser, and rejects where that paints none; SVG has its letters inside
 * where a browser has them at hand. `told` hears how many are done after each, and a signal that is aborted ends the work.
 */
export async function writePictures(
  document: Published<SnapshotDocument>,
  language: LanguageTag,
  kind: PictureKind,
  told: (done: number, all: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<PictureFile | null> {
  const figures = document.pages.flatMap(({ pieces }, page) =>
    pieces
      .filter((piece) => piece.kind === 'figure')
      .filter(({ drawing }) => drawing !== null)
      .map((figure, at) => ({ figure, number: `${page + 1}.${at + 1}` })),
  );
  const files: PictureFile[] = [];
  for (const { figure, number } of figures) {
    signal?.throwIfAborted();
    // One after the other: a canvas of each at once would be too much for a phone.
    const picture = await drawFigure(figure, document, language);
    if (picture) {
      const name = fileNameOf([number, figure.title[language]], kind);
      files.push({ name, type: types[kind], bytes: await bytesOf(picture, kind) });
    }
    told(files.length, figures.length);
  }
  const [only, ...others] = files;
  if (!only) return null;
  if (others.length === 0) return only;
  return {
    name: fileNameOf([document.title[language]], 'zip'),
    type: 'application/zip',
    bytes: writeZip(files.map(({ name, bytes }) => ({ path: name, bytes }))),
  };
}
