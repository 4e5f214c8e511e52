import type { Absence, Difference, Estimate, Outcome } from '#lib/model/result.ts';
import { meanDifference, meanInterval, type MeanSample } from '#lib/statistics/mean-interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { wilson } from '#lib/statistics/wilson.ts';
import type { CellCounts } from './counts.ts';
import type { CountedMeasure } from './measure.ts';

export type { CellCounts } from './counts.ts';

type Kind = CountedMeasure['kind'];
type OfKind<K extends Kind> = Extract<CountedMeasure, { kind: K }>;

/** How one kind of measure is judged, once nothing is missing. */
interface Judging<K extends Kind> {
  estimate(measure: OfKind<K>, counts: CellCounts): Estimate | Absence;
  /** Null where it is the difference of the two estimates, without an interval. */
  change: ((measure: OfKind<K>, before: CellCounts, after: CellCounts) => Difference | null) | null;
}

function denominator(measure: CountedMeasure, counts: CellCounts): number {
  return measure.over === 'roll' ? counts.roll : (counts.n ?? 0);
}

function share(measure: OfKind<'proportion'>, counts: CellCounts) {
  const n = denominator(measure, counts);
  const x = counts.x ?? 0;
  return { x: measure.complement ? n - x : x, n };
}

function groups({ x, n, x2, n2 }: CellCounts) {
  return { first: { x: x ?? 0, n: n ?? 0 }, second: { x: x2 ?? 0, n: n2 ?? 0 } };
}

/** Mean and standard deviation from n, Σv and Σv²; the deviation of fewer than two values is 0. */
function sample(measure: CountedMeasure, counts: CellCounts): MeanSample {
  const n = denominator(measure, counts);
  const total = counts.total ?? 0;
  const mean = total / n;
  const variance = n < 2 ? 0 : ((counts.squares ?? 0) - total * mean) / (n - 1);
  return { n, mean, sd: Math.sqrt(Math.max(0, variance)) };
}

const bare = { x: null, lower: null, upper: null };
const open = { lower: null, upper: null };

const judging: { readonly [K in Kind]: Judging<K> } = {
  proportion: {
    estimate(measure, counts) {
      const { x, n } = share(measure, counts);
      return { value: x / n, x, n, ...(wilson(x, n) ?? open) };
    },
    change: (measure, before, after) => newcombe(share(measure, before), share(measure, after)),
  },
  count: {
    estimate: (_measure, { x, n }) => ({ ...bare, value: x ?? 0, n }),
    change: null,
  },
  mean: {
    estimate(measure, counts) {
      const values = sample(measure, counts);
      return { value: values.mean, x: null, n: values.n, ...(meanInterval(values) ?? open) };
    },
    change: (measure, before, after) =>
      meanDifference(sample(measure, before), sample(measure, after)),
  },
  ratio: {
    estimate: (_measure, { x, n }) => ({ ...bare, value: (x ?? 0) / (n ?? 0), n }),
    change: null,
  },
  difference: {
    estimate(_measure, counts) {
      const { first, second } = groups(counts);
      const difference = newcombe(second, first);
      return difference ? { ...difference, x: null, n: first.n + second.n } : 'too-few';
    },
    change: null,
  },
  statistic: {
    estimate(measure, counts) {
      const value = measure.value(counts);
      if (typeof value === 'string') return value;
      return { ...bare, value, n: denominator(measure, counts) };
    },
    change: null,
  },
};

function judgingOf<K extends Kind>(measure: OfKind<K>): Judging<K> {
  return judging[measure.kind] as Judging<K>;
}

function absent(reason: Absence, n: number | null = null): Outcome {
  return { kind: 'absent', reason, n };
}

/** The least number of pupils (or things) that an outcome rests on; of two groups, the smaller one. */
function leastGroup(measure: CountedMeasure, counts: CellCounts): number {
  const n = denominator(measure, counts);
  return measure.kind === 'difference' ? Math.min(n, counts.n2 ?? 0) : n;
}

function absence(measure: CountedMeasure, counts: CellCounts): Outcome | null {
  if (measure.needsRoll && counts.roll === 0) return absent('no-roll');
  if (!counts.known) return absent('no-records');
  if (measure.kind === 'count') return null;
  const n = leastGroup(measure, counts);
  if (!(n > 0)) {
    const { nothing } = measure;
    return absent(typeof nothing === 'function' ? nothing(counts) : nothing, 0);
  }
  return n < measure.minimum ? absent('too-few', n) : null;
}

/**
 * A measure's outcome from what was counted: a share with Wilson's interval, a mean with Student's, a difference of
 * shares with Newcombe's, the others without one; or the reason why there is no number.
 */
export function judge(measure: CountedMeasure, counts: CellCounts): Outcome {
  const missing = absence(measure, counts);
  if (missing) return missing;
  const estimate = judgingOf(measure).estimate(measure, counts);
  if (typeof estimate === 'string') return absent(estimate, leastGroup(measure, counts));
  return Number.isFinite(estimate.value) ? { kind: 'estimate', ...estimate } : absent('no-records');
}

/**
 * Later minus earlier, where both have a number of one line: shares by Newcombe's interval, means by Welch's (both as if
 * the pupils were others), the others without an interval.
 */
export function changeBetween(
  measure: CountedMeasure,
  before: CellCounts,
  after: CellCounts,
): Difference | null {
  const [earlier, later] = [judge(measure, before), judge(measure, after)];
  if (earlier.kind === 'absent' || later.kind === 'absent') return null;
  if (before.line !== after.line) return null;
  const change = judgingOf(measure).change?.(measure, before, after);
  return change ?? { value: later.value - earlier.value, ...open };
}
