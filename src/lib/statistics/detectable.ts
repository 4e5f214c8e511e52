import { z95 } from './interval.ts';
import { newcombe } from './newcombe.ts';

/**
 * Smallest change of a proportion, as a share of one, that groups of these sizes could have shown: the longer arm of
 * Newcombe's interval where both proportions equal `p`; anything smaller lies inside the error. Null without both sizes.
 * The interval: method 10 of Newcombe 1998, Stat Med 17:873–890.
 */
export function detectableChange(
  p: number,
  nBefore: number,
  nAfter: number,
  z = z95,
): number | null {
  const interval = newcombe({ x: p * nBefore, n: nBefore }, { x: p * nAfter, n: nAfter }, z);
  return interval && Math.max(-interval.lower, interval.upper);
}
