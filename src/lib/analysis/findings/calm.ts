import { detectableChange } from '#lib/statistics/detectable.ts';
import type { Count } from '#lib/statistics/interval.ts';
import { comparableParts } from './comparable.ts';
import { totalOf, withEffect, type Evidence } from './evidence.ts';

/** What can be said when nothing stands out: reach of the whole and the smallest change that these numbers could have shown. */
export interface Calm {
  readonly period: number;
  readonly yearAgo: number;
  readonly before: Count;
  readonly after: Count;
  readonly detectable: number;
}

/** The calm statement about a period, or null where the period cannot be compared with a year ago. */
export function calmOf(evidence: Evidence): Calm | null {
  const { period, yearAgo } = evidence;
  const whole = comparableParts(evidence).find(
    ({ block, direction }) => block === null && direction === null,
  );
  if (!whole || yearAgo === null) return null;
  const before = totalOf(whole, 'before');
  const after = totalOf(whole, 'after');
  const detectable = detectableChange(
    before.x / before.n,
    withEffect(before, whole.effect).n,
    withEffect(after, whole.effect).n,
  );
  return detectable === null ? null : { period, yearAgo, before, after, detectable };
}
