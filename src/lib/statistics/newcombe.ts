import { z95, type Count, type IntervalEstimate } from './interval.ts';
import { wilson } from './wilson.ts';

/**
 * Difference of two independent proportions, after − before, as a share of one, with Newcombe's square-and-add
 * interval; null where either has no proportion. Method 10 of Newcombe 1998, Stat Med 17:873–890.
 */
export function newcombe(before: Count, after: Count, z = z95): IntervalEstimate | null {
  const first = wilson(before.x, before.n, z);
  const second = wilson(after.x, after.n, z);
  if (!first || !second) return null;
  const p1 = before.x / before.n;
  const p2 = after.x / after.n;
  const value = p2 - p1;
  return {
    value,
    lower: Math.max(-1, value - Math.hypot(p2 - second.lower, first.upper - p1)),
    upper: Math.min(1, value + Math.hypot(second.upper - p2, p1 - first.lower)),
  };
}
