import { newcombe } from './newcombe.ts';
import type { Count, Interval } from './interval.ts';

/** What may be said of a change: that it is within the margin, or that these numbers cannot tell. */
export type Sameness = 'same' | 'unclear';

/** The 95 % point of the standard normal distribution: two one-sided tests at 5 % are a two-sided 90 % interval. */
export const z90 = 1.6448536269514722;

/**
 * Says a change is none to speak of when the whole interval lies inside ±margin, in its units; an interval of 90 % makes it
 * the two one-sided tests at 5 %, one of 95 % those at 2.5 %. That no change was found is not enough. Null for a margin
 * that is not above 0 or an interval that is not finite. Schuirmann 1987, J Pharmacokinet Biopharm 15:657–680.
 */
export function sameness({ lower, upper }: Interval, margin: number): Sameness | null {
  if (!(margin > 0 && Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper)) {
    return null;
  }
  return lower > -margin && upper < margin ? 'same' : 'unclear';
}

/** The same for two independent proportions, the margin as a share of one, by Newcombe's interval of 90 %; null without a count. */
export function sameProportion(before: Count, after: Count, margin: number): Sameness | null {
  const interval = newcombe(before, after, z90);
  return interval && sameness(interval, margin);
}
