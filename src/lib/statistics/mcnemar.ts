import { binomialLowerTail, binomialMass } from './binomial.ts';

/**
 * Two-sided mid-P value for «as many joined as left» among the same members; 1 where nobody changed, null where a
 * count is no whole number ≥ 0. McNemar 1947, Psychometrika 12:153–157; mid-P: Fagerland, Lydersen & Laake 2013,
 * BMC Med Res Methodol 13:91.
 */
export function mcnemarMidP(onlyBefore: number, onlyAfter: number): number | null {
  const tail = mcnemarTail(onlyBefore, onlyAfter);
  if (tail === null) return null;
  const fewer = Math.min(onlyBefore, onlyAfter);
  return Math.min(1, tail - binomialMass(fewer, onlyBefore + onlyAfter, 0.5));
}

/** Two-sided exact conditional p value of the same table; null where a count is no whole number ≥ 0. */
export function mcnemarExactP(onlyBefore: number, onlyAfter: number): number | null {
  const tail = mcnemarTail(onlyBefore, onlyAfter);
  return tail === null ? null : Math.min(1, tail);
}

function mcnemarTail(onlyBefore: number, onlyAfter: number): number | null {
  const fewer = Math.min(onlyBefore, onlyAfter);
  if (!Number.isInteger(onlyBefore) || !Number.isInteger(onlyAfter) || fewer < 0) return null;
  return 2 * binomialLowerTail(fewer, onlyBefore + onlyAfter, 0.5);
}
