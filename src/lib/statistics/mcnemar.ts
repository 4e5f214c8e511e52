import { binomialLowerTail, binomialMass } from './binomial.ts';

/**
 * Two-sided mid-P value for «as many pupils joined as left» among the same pupils; 1 where nobody changed.
 * McNemar 1947, Psychometrika 12:153–157; mid-P: Fagerland, Lydersen & Laake 2013, BMC Med Res Methodol 13:91.
 */
export function mcnemarMidP(onlyBefore: number, onlyAfter: number): number {
  const changed = onlyBefore + onlyAfter;
  const fewer = Math.min(onlyBefore, onlyAfter);
  return Math.min(1, mcnemarTail(fewer, changed) - binomialMass(fewer, changed, 0.5));
}

/** Two-sided exact conditional p value of the same table. */
export function mcnemarExactP(onlyBefore: number, onlyAfter: number): number {
  return Math.min(1, mcnemarTail(Math.min(onlyBefore, onlyAfter), onlyBefore + onlyAfter));
}

function mcnemarTail(fewer: number, changed: number): number {
  return 2 * binomialLowerTail(fewer, changed, 0.5);
}
