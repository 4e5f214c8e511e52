import { findRevisions } from '#lib/ingest/revision.ts';
import type { ReadFile } from './read-files.ts';

/** The files whose records count, what is renewed before what renews it, and those whose place a newer version takes. */
export interface CountedFiles {
  readonly counted: readonly ReadFile[];
  readonly replaced: readonly { readonly file: ReadFile; readonly by: ReadFile }[];
}

/** Tells which files count, as the app does where all of them are accepted at once. */
export function countFiles(files: readonly ReadFile[]): CountedFiles {
  const byHash = new Map(files.map((file) => [file.sha256, file]));
  const candidates = files.map(({ sha256: id, name, modified, records }) => ({
    id,
    name,
    modified,
    records,
  }));
  const revisions = findRevisions(candidates, []);
  const ordered = new Set<ReadFile>();
  const add = (file: ReadFile, waiting: ReadonlySet<ReadFile>): void => {
    if (ordered.has(file) || waiting.has(file)) return;
    const older = byHash.get(revisions.get(file.sha256)?.of ?? '');
    if (older) add(older, new Set([...waiting, file]));
    ordered.add(file);
  };
  for (const file of files) add(file, new Set());
  const replaced = [...revisions].flatMap(([newer, { mode, of }]) => {
    const [file, by] = [byHash.get(of), byHash.get(newer)];
    return mode === 'version' && file && by ? [{ file, by }] : [];
  });
  const gone = new Set(replaced.map(({ file }) => file));
  return { counted: [...ordered].filter((file) => !gone.has(file)), replaced };
}
