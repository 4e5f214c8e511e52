import { zipSync } from 'fflate';

/** A file of an archive: its path in it and its bytes. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A ZIP archive of files in the order given, without dates of its own: the same files always give the same bytes. */
export function writeZip(files: readonly ZippedFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    level: 6,
    mtime: new Date(1980, 0, 1),
  });
}
