import { effectOf, type StandardisedEffect } from './hedges.ts';
import { z95 } from './interval.ts';
import { correlation } from './correlation.ts';
import { meanOf, varianceOf } from './moments.ts';
import { smallSampleFactor, type Correction } from './small-sample.ts';

/** The same `n` members before and after: means and standard deviations (n − 1), and the correlation of both measurements. */
export interface PairedSample {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly sdBefore: number;
  readonly sdAfter: number;
  readonly correlation: number;
}

/**
 * By what a change is standardised: the standard deviation before (SMCR), that of the changes (SMCC), or the one within a
 * time that the changes imply, S_diff/√(2(1 − r)), which makes it comparable to groups.
 */
export type Standardiser = 'before' | 'change' | 'within';

/**
 * Standardised mean change of the same members, after − before, in standard deviations, with J of n − 1 degrees of freedom.
 * Variances of g: before: 2(1 − r)/n + g²/(2n) (Becker 1988, Br J Math Stat Psychol 41:257–278; Morris & DeShon 2002,
 * Psychol Methods 7:105–125); change: 1/n + g²/(2n) (Gibbons, Hedeker & Davis 1993, J Educ Stat 18:271–279); within:
 * J²·(1/n + d²/(2n))·2(1 − r) (Borenstein et al. 2009, eq. 4.28). Interval g ± z·√V. Null for fewer than three members,
 * no spread, or numbers that are not finite.
 */
export function standardisedMeanChange(
  sample: PairedSample,
  standardiser: Standardiser = 'before',
  correction: Correction = 'exact',
  z = z95,
): StandardisedEffect | null {
  const { n, before, after, sdBefore, sdAfter, correlation: r } = sample;
  const j = smallSampleFactor(n - 1, correction);
  if (j === null || !(sdBefore >= 0 && sdAfter >= 0 && r >= -1 && r <= 1)) return null;
  const ofChange = Math.sqrt(
    Math.max(0, sdBefore ** 2 + sdAfter ** 2 - 2 * r * sdBefore * sdAfter),
  );
  const apart = 2 * (1 - r);
  const deviation = { before: sdBefore, change: ofChange, within: ofChange / Math.sqrt(apart) };
  if (!(deviation[standardiser] > 0)) return null;
  const d = (after - before) / deviation[standardiser];
  if (standardiser === 'within') return effectOf(d, (1 / n + d ** 2 / (2 * n)) * apart, j, z);
  const first = standardiser === 'before' ? apart / n : 1 / n;
  const varianceG = first + (j * d) ** 2 / (2 * n);
  return effectOf(d, first + d ** 2 / (2 * n), j, z, varianceG);
}

/** What a standardised change needs, from the pairs themselves; null for fewer than three, or where one time does not vary. */
export function pairedSample(pairs: readonly (readonly [number, number])[]): PairedSample | null {
  const before = pairs.map(([value]) => value);
  const after = pairs.map(([, value]) => value);
  const r = correlation(before, after);
  if (r === null) return null;
  return {
    n: pairs.length,
    before: meanOf(before),
    after: meanOf(after),
    sdBefore: Math.sqrt(varianceOf(before)),
    sdAfter: Math.sqrt(varianceOf(after)),
    correlation: r,
  };
}
