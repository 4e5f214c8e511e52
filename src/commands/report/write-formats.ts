import {
  accessSync,
  constants,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Published } from '#lib/disclosure/published.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import { writePptx } from '#lib/snapshot/pptx/write-pptx.ts';
import { sealDocument } from '#lib/snapshot/seal/seal-document.ts';
import { writeTables } from '#lib/snapshot/xlsx/write-tables.ts';

/** A snapshot's files by the endings of their names, and the hash of what they say. */
export interface Formats {
  readonly content: string;
  readonly files: readonly (readonly [ending: string, bytes: Uint8Array])[];
}

/** Writes a snapshot in every format that needs no browser. `fontCss` as in `writeHtml`. */
export async function writeFormats(
  document: Published<SnapshotDocument>,
  language: LanguageTag,
  fontCss: string,
): Promise<Formats> {
  const { html, seal } = await sealDocument(document, fontCss);
  return {
    content: seal.content,
    files: [
      ['html', new TextEncoder().encode(html)],
      ['pptx', await writePptx(document, language)],
      ['xlsx', writeTables(document, language)],
    ],
  };
}

/** Throws where a folder could not be made or written, as far as that can be seen without making it. */
export function assertWritable(folder: string): void {
  const whole = resolve(folder);
  const found = statSync(whole, { throwIfNoEntry: false });
  if (!found) return assertWritable(dirname(whole));
  if (!found.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  accessSync(whole, constants.W_OK);
}

/** Makes a folder with those that it lies in; Node's own way to do so never ends where the system has no room for any. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Puts a file into a folder, which is made where it is missing; what stood there under its name is replaced in one step. */
export function putFile(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  const unfinished = join(folder, `.${name}.${process.pid}`);
  makeFolder(resolve(folder));
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } catch (problem) {
    rmSync(unfinished, { force: true });
    throw problem;
  }
  return path;
}
