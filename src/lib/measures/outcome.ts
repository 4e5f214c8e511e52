import type { Absence, Change, Outcome } from '#lib/model/result.ts';
import { meanDifference, meanInterval, type MeanSample } from '#lib/statistics/mean-interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { wilson } from '#lib/statistics/wilson.ts';
import type { CountedMeasure } from './measure.ts';

/** What a measure's query counted in one cell: see `measuresQuery`. */
export interface CellCounts {
  readonly x: number | null;
  readonly n: number | null;
  readonly total: number | null;
  readonly squares: number | null;
  /** What was measured with; numbers of two lines are never compared. */
  readonly line: string | null;
  readonly roll: number;
  readonly known: boolean;
}

function absent(reason: Absence, n: number | null = null): Outcome {
  return { kind: 'absent', reason, n };
}

function denominator(measure: CountedMeasure, counts: CellCounts): number {
  return measure.over === 'roll' ? counts.roll : (counts.n ?? 0);
}

function numerator(measure: CountedMeasure, counts: CellCounts): number {
  const x = counts.x ?? 0;
  return measure.kind === 'proportion' && measure.complement ? denominator(measure, counts) - x : x;
}

/** Mean and standard deviation from n, Σv and Σv²; the deviation of fewer than two values is 0. */
function sample(measure: CountedMeasure, counts: CellCounts): MeanSample {
  const n = denominator(measure, counts);
  const total = counts.total ?? 0;
  const mean = total / n;
  const variance = n < 2 ? 0 : ((counts.squares ?? 0) - total * mean) / (n - 1);
  return { n, mean, sd: Math.sqrt(Math.max(0, variance)) };
}

function absence(measure: CountedMeasure, counts: CellCounts): Outcome | null {
  if (measure.needsRoll && counts.roll === 0) return absent('no-roll');
  if (!counts.known) return absent('no-records');
  if (measure.kind === 'count') return null;
  const n = denominator(measure, counts);
  if (n === 0) return absent(measure.nothing, 0);
  return n < measure.minimum ? absent('too-few', n) : null;
}

/**
 * A measure's outcome from what was counted: a share with Wilson's interval, a mean with Student's, a count without
 * one; or the reason why there is no number.
 */
export function judge(measure: CountedMeasure, counts: CellCounts): Outcome {
  const missing = absence(measure, counts);
  if (missing) return missing;
  if (measure.kind === 'count') {
    const value = counts.x ?? 0;
    return { kind: 'estimate', value, x: null, n: counts.n, lower: null, upper: null };
  }
  const n = denominator(measure, counts);
  if (measure.kind === 'proportion') {
    const x = numerator(measure, counts);
    const { lower, upper } = wilson(x, n) ?? { lower: null, upper: null };
    return { kind: 'estimate', value: x / n, x, n, lower, upper };
  }
  const values = sample(measure, counts);
  const { lower, upper } = meanInterval(values) ?? { lower: null, upper: null };
  return { kind: 'estimate', value: values.mean, x: null, n, lower, upper };
}

/**
 * Later minus earlier, where both have a number of one line: shares by Newcombe's interval, means by Welch's (both as if the pupils
 * were others), counts without an interval.
 */
export function changeBetween(
  measure: CountedMeasure,
  before: CellCounts,
  after: CellCounts,
): Change | null {
  if (absence(measure, before) || absence(measure, after)) return null;
  if (before.line !== after.line) return null;
  if (measure.kind === 'count') {
    return { value: (after.x ?? 0) - (before.x ?? 0), lower: null, upper: null };
  }
  if (measure.kind === 'proportion') {
    const share = (counts: CellCounts) => ({
      x: numerator(measure, counts),
      n: denominator(measure, counts),
    });
    return newcombe(share(before), share(after));
  }
  const earlier = sample(measure, before);
  const later = sample(measure, after);
  const value = later.mean - earlier.mean;
  return meanDifference(earlier, later) ?? { value, lower: null, upper: null };
}
