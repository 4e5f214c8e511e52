import type { Outcome } from '#lib/model/result.ts';
import type { IntervalEstimate } from '#lib/statistics/interval.ts';
import { mcnemarMidP } from '#lib/statistics/mcnemar.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { newcombePaired } from '#lib/statistics/newcombe-paired.ts';
import { studentTwoSided } from '#lib/statistics/student.ts';
import { wilson } from '#lib/statistics/wilson.ts';
import type { CohortMeasure } from './measure.ts';

export { cohortQuery, type TimePair } from './cohort-query.ts';

/** What `cohortQuery` counted in one cell: pupils by their two answers for a share, moments of the pairs for a mean. */
export interface CohortCounts {
  readonly a: number | null;
  readonly b: number | null;
  readonly c: number | null;
  readonly d: number | null;
  readonly n: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly total: number | null;
  readonly squares: number | null;
}

/** The same pupils at both times; without a change where there are too few of them, or where it has no interval. */
export interface CohortOutcome {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly change: (IntervalEstimate & { readonly p: number }) | null;
}

function absent(measure: CohortMeasure, n: number): CohortOutcome {
  const none = measure.over === 'roll' ? 'no-roll' : 'no-pairs';
  const outcome: Outcome = { kind: 'absent', reason: n > 0 ? 'too-few' : none, n };
  return { before: outcome, after: outcome, change: null };
}

/** Shares of the same pupils by Newcombe's paired interval (1998c, method 10) and McNemar's mid-P. */
function judgeShare(measure: CohortMeasure, { a, b, c, d }: CohortCounts): CohortOutcome {
  const [both, left, joined, neither] = [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
  const n = both + left + joined + neither;
  if (!(n > 0) || n < measure.minimum) return absent(measure, n);
  const share = (x: number): Outcome => ({
    kind: 'estimate',
    value: x / n,
    x,
    n,
    ...(wilson(x, n) ?? { lower: null, upper: null }),
  });
  const change = newcombePaired({ both, onlyBefore: left, onlyAfter: joined, neither });
  const p = mcnemarMidP(left, joined);
  return {
    before: share(both + left),
    after: share(both + joined),
    change: change && p !== null ? { ...change, p } : null,
  };
}

/** Means of the same pupils by Student's paired interval and test; p is 1 or 0 where all changed by the same. */
function judgeMean(measure: CohortMeasure, counts: CohortCounts): CohortOutcome {
  const n = counts.n ?? 0;
  if (!(n > 0) || n < measure.minimum) return absent(measure, n);
  const mean = (value: number | null): Outcome => ({
    kind: 'estimate',
    value: value ?? 0,
    x: null,
    n,
    lower: null,
    upper: null,
  });
  const total = counts.total ?? 0;
  const value = total / n;
  const variance = n < 2 ? 0 : Math.max(0, (counts.squares ?? 0) - total * value) / (n - 1);
  const interval = meanInterval({ n, mean: value, sd: Math.sqrt(variance) });
  const error = Math.sqrt(variance / n);
  const p = error > 0 ? studentTwoSided(value / error, n - 1) : value === 0 ? 1 : 0;
  return {
    before: mean(counts.before),
    after: mean(counts.after),
    change: interval && { ...interval, value, p },
  };
}

/** What the same pupils did at both times, and how it changed, later minus earlier, with its 95 % interval and p. */
export function judgeCohort(measure: CohortMeasure, counts: CohortCounts): CohortOutcome {
  return measure.kind === 'proportion' ? judgeShare(measure, counts) : judgeMean(measure, counts);
}
