import type { CountedMeasure } from '#lib/measures/measure.ts';
import { changeBetween, judge, type CellCounts } from '#lib/measures/outcome.ts';
import type { Change } from '#lib/model/result.ts';
import { detectableChange } from '#lib/statistics/detectable.ts';
import type { Count } from '#lib/statistics/interval.ts';
import { meanDifference, type MeanSample } from '#lib/statistics/mean-interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { normalTwoSided } from '#lib/statistics/normal.ts';
import { twoProportionsP } from '#lib/statistics/two-proportions.ts';

/** One side of a comparison: what was counted, and by how many times less it says because classes take part together. */
export interface Side {
  readonly counts: CellCounts;
  readonly effect: number;
}

/**
 * The change of a counted measure from one cell to another, null where either has no number or they were measured with
 * different things. Shares by Newcombe's interval and the score test, means by Welch's, both with n divided by the
 * design effect (Rao & Scott 1992); other kinds as the measure says, without p. Shares above a limit that shifts have neither
 * interval nor p.
 */
export function compareCounts(measure: CountedMeasure, before: Side, after: Side): Change | null {
  const difference = changeBetween(measure, before.counts, after.counts);
  if (!difference) return null;
  const untold: Change = { ...difference, p: null, detectable: null };
  if (measure.kind === 'proportion') {
    if (measure.shifting) return { ...untold, lower: null, upper: null };
    const [first, last] = [countOf(measure, before), countOf(measure, after)];
    const interval = first && last && newcombe(first, last);
    if (!interval) return untold;
    return {
      ...interval,
      p: twoProportionsP(first, last),
      detectable: detectableChange(first.x / first.n, first.n, last.n),
    };
  }
  if (measure.kind === 'mean') {
    const [first, last] = [sampleOf(measure, before), sampleOf(measure, after)];
    const interval = first && last && meanDifference(first, last);
    if (!interval) return untold;
    const variance = first.sd ** 2 / first.n + last.sd ** 2 / last.n;
    if (variance === 0)
      return { ...interval, p: interval.value === 0 ? 1 : null, detectable: null };
    return {
      ...interval,
      p: normalTwoSided(interval.value / Math.sqrt(variance)),
      detectable: (interval.upper - interval.lower) / 2,
    };
  }
  return untold;
}

/** `x` of `n` as independent people would say it. */
function countOf(measure: CountedMeasure, { counts, effect }: Side): Count | null {
  const outcome = judge(measure, counts);
  if (outcome.kind === 'absent' || outcome.x === null || outcome.n === null) return null;
  return { x: outcome.x / effect, n: outcome.n / effect };
}

function sampleOf(measure: CountedMeasure, { counts, effect }: Side): MeanSample | null {
  const outcome = judge(measure, counts);
  if (outcome.kind === 'absent' || outcome.n === null || outcome.n < 2) return null;
  const { n, value } = outcome;
  const squares = Math.max(0, (counts.squares ?? 0) - n * value * value);
  return { n: n / effect, mean: value, sd: Math.sqrt(squares / (n - 1)) };
}
