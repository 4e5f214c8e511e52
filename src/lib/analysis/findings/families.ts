import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';

/**
 * What findings are chosen from, each with its share of the promised error. A council first asks of the whole and the
 * blocks, and then what a total hides; the shares add up to less than one, so that the promise holds for the whole list of findings with something
 * in hand for tests that keep their level only nearly.
 * Weighted procedures: Genovese, Roeder & Wasserman 2006, Biometrika 93:509–524.
 */
export const families = {
  /** Reach of the whole programme and of the blocks. */
  whole: 0.2,
  /** Reach of the whole and of the blocks in each grade. */
  grades: 0.3,
  /** Reach of the directions. */
  directions: 0.08,
  /** Other measures of the whole school. */
  measures: 0.1,
  /** Trends of the whole and of the blocks. */
  trends: 0.12,
} as const;

/** Name of a family of comparisons. */
export type Family = keyof typeof families;

/** The q value below which something is said. */
export const promisedRate = 0.05;

/** The q values of one family: Benjamini and Hochberg's within it, divided by its share. */
export function adjust(family: Family, p: readonly number[]): number[] {
  return benjaminiHochberg(p).map((q) => Math.min(1, q / families[family]));
}
