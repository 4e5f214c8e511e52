import { sharesOf } from './diversity.ts';

/** How much of a whole lies with few. */
export interface Concentration {
  /** Herfindahl–Hirschman index Σs² of shares of one, 1/n to 1. */
  readonly hhi: number;
  /** (HHI − 1/n)/(1 − 1/n), 0 to 1; null for a single one. */
  readonly normalised: number | null;
  /** 1/HHI: as many equal ones as would be as concentrated. */
  readonly effective: number;
}

/**
 * Concentration of amounts (any unit ≥ 0; those of 0 do not count); null for none, a negative one, or one that is not
 * finite. Herfindahl 1950; Hirschman 1964, Am Econ Rev 54:761; effective number: Laakso & Taagepera 1979, Comp Polit
 * Stud 12:3–27.
 */
export function concentration(amounts: readonly number[]): Concentration | null {
  const shares = sharesOf(amounts);
  if (!shares) return null;
  const hhi = shares.reduce((sum, share) => sum + share * share, 0);
  const least = 1 / shares.length;
  const normalised = shares.length > 1 ? Math.max(0, (hhi - least) / (1 - least)) : null;
  return { hhi, normalised, effective: 1 / hhi };
}
