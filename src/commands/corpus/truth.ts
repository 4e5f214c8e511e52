import type { CheckedFile } from '../check/checked-file.ts';

/** How well a folder was read against its ground truth. */
export interface Score {
  readonly folder: string;
  /** What kind of ground truth the folder has. */
  readonly truth: string;
  readonly cases: number;
  readonly figures: Readonly<Record<string, number>>;
  /** The cases that are not perfect, the worst first, each with what is wrong. */
  readonly wrong: readonly string[];
}

/** The ground truth of one folder: the files it speaks of and how they are judged. */
export interface Truth {
  readonly folder: string;
  readonly files: readonly string[];
  /** Files and folders that say what is right and are not to be read as spreadsheets. */
  readonly sources: readonly string[];
  readonly needsRows: boolean;
  score(checked: ReadonlyMap<string, CheckedFile>): Score;
}

/** A share of one to four decimals; an empty set has none. */
export function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : Math.round((10_000 * part) / whole) / 10_000;
}
