import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { annotatedTruth } from './annotated-truth.ts';
import { boxesTruth } from './boxes-truth.ts';
import { loadingTruth } from './loading-truth.ts';
import { recordsTruth } from './records-truth.ts';
import type { Truth } from './truth.ts';

const truthFolders = new Set(['clean', 'parameters', 'annotations', 'json']);

/** The ground truths in a folder and below, told by what lies in them; `weights` is a file that a person named. */
export function findTruths(folder: string, weights: string | null): Truth[] {
  const own = [
    loadingTruth(folder, weights),
    boxesTruth(folder),
    annotatedTruth(folder),
    recordsTruth(folder),
  ].filter((truth) => truth !== null);
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !truthFolders.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...own, ...below.flatMap(({ name }) => findTruths(join(folder, name), weights))];
}

/** Whether a path belongs to a ground truth and is nothing to be read. */
export function isTruth(path: string, truths: readonly Truth[]): boolean {
  return truths.some(({ sources }) =>
    sources.some((source) => path === source || path.startsWith(source + sep)),
  );
}
