import type { CellCounts } from '#lib/measures/counts.ts';
import { indexTerms, type IndexTerm } from '#lib/measures/index-value.ts';
import type { Measure } from '#lib/measures/measure.ts';
import type { Aggregation, Programme } from '#lib/model/programme.ts';
import type { Absence, Estimate } from '#lib/model/result.ts';
import { z95 } from '#lib/statistics/interval.ts';
import { wilson } from '#lib/statistics/wilson.ts';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { AnsweredCell } from './result.ts';

/** Names of what a statistic may be made of. */
export type StatisticCount = 'roll' | 'x' | 'n' | 'total' | 'squares';

/** What a number was made of; `value` is what the app shows. */
export type Calculation =
  /** `x ÷ n`. */
  | { readonly kind: 'share'; readonly x: number; readonly n: number; readonly value: number }
  /** `x ÷ n`, where x is no part of n. */
  | { readonly kind: 'ratio'; readonly x: number; readonly n: number; readonly value: number }
  /** `total ÷ n`. */
  | { readonly kind: 'mean'; readonly total: number; readonly n: number; readonly value: number }
  /** A count, with another number beside it for comparison. */
  | { readonly kind: 'count'; readonly beside: number | null; readonly value: number }
  /** `x ÷ n − x2 ÷ n2`. */
  | {
      readonly kind: 'difference';
      readonly x: number;
      readonly n: number;
      readonly x2: number;
      readonly n2: number;
      readonly value: number;
    }
  /** What the measure's own formula makes of these counts; null where it counts nothing by that name. */
  | {
      readonly kind: 'statistic';
      readonly counted: Readonly<Record<StatisticCount, number | null>>;
      readonly value: number;
    }
  /** The mean of the terms that count. */
  | {
      readonly kind: 'index';
      readonly terms: readonly IndexTerm[];
      readonly aggregation: Aggregation;
      readonly value: number;
    };

/** A share with its Wilson interval. */
export interface ShareInterval {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** The 95 % interval of a number, with all that it is made of. */
export type IntervalWorking =
  /** `(p + z² ÷ 2n ± z√(p(1 − p) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n)`, as `centre ± half`. */
  | {
      readonly method: 'wilson';
      readonly share: number;
      readonly n: number;
      readonly z: number;
      readonly centre: number;
      readonly half: number;
      readonly lower: number;
      readonly upper: number;
    }
  /** `mean ± t × sd ÷ √n`. */
  | {
      readonly method: 'student';
      readonly mean: number;
      readonly sd: number;
      readonly n: number;
      readonly t: number;
      readonly lower: number;
      readonly upper: number;
    }
  /** The difference of two shares d = p₁ − p₂, from √((p₁ − l₁)² + (u₂ − p₂)²) below to √((u₁ − p₁)² + (p₂ − l₂)²) above. */
  | {
      readonly method: 'newcombe';
      readonly first: ShareInterval;
      readonly second: ShareInterval;
      readonly lower: number;
      readonly upper: number;
    };

/** The arithmetic of one number, or the reason why there is none and how many it would have rested on. */
export type Working =
  | {
      readonly kind: 'value';
      readonly calculation: Calculation;
      readonly interval: IntervalWorking | null;
    }
  | { readonly kind: 'absent'; readonly reason: Absence; readonly n: number | null };

interface Given {
  readonly measure: Measure;
  readonly cell: AnsweredCell;
  readonly counts: CellCounts | null;
  readonly programme: Programme;
  readonly estimate: Estimate;
}

interface Kind {
  readonly calculate: (given: Given) => Calculation;
  readonly interval: (given: Given) => IntervalWorking | null;
}

function wilsonOf({ estimate: { value, n, lower, upper } }: Given): IntervalWorking | null {
  if (n === null || lower === null || upper === null) return null;
  const scale = 1 + z95 ** 2 / n;
  return {
    method: 'wilson',
    share: value,
    n,
    z: z95,
    centre: (value + z95 ** 2 / (2 * n)) / scale,
    half: (z95 * Math.sqrt((value * (1 - value)) / n + z95 ** 2 / (4 * n * n))) / scale,
    lower,
    upper,
  };
}

function studentOf({ counts, estimate }: Given): IntervalWorking | null {
  const { value, n, lower, upper } = estimate;
  if (n === null || n < 2 || lower === null || upper === null) return null;
  const spread = Math.max(0, (counts?.squares ?? 0) - n * value * value);
  const sd = Math.sqrt(spread / (n - 1));
  return { method: 'student', mean: value, sd, n, t: tQuantile(0.975, n - 1), lower, upper };
}

/** One side of a difference: its share with Wilson's interval, as shares of one. */
function side(x: number, n: number): ShareInterval {
  const { lower, upper } = wilson(x, n) ?? { lower: 0, upper: 1 };
  return { share: x / n, lower, upper };
}

function newcombeOf({ counts, estimate: { lower, upper } }: Given): IntervalWorking | null {
  const { x, n, x2, n2 } = counts ?? {};
  if (lower === null || upper === null || !n || !n2) return null;
  return { method: 'newcombe', first: side(x ?? 0, n), second: side(x2 ?? 0, n2), lower, upper };
}

const kinds: Record<Measure['kind'], Kind> = {
  proportion: {
    calculate: ({ estimate: { x, n, value } }) => ({ kind: 'share', x: x ?? 0, n: n ?? 0, value }),
    interval: wilsonOf,
  },
  mean: {
    calculate: ({ counts, estimate: { n, value } }) => ({
      kind: 'mean',
      total: counts?.total ?? 0,
      n: n ?? 0,
      value,
    }),
    interval: studentOf,
  },
  count: {
    calculate: ({ estimate: { n, value } }) => ({ kind: 'count', beside: n, value }),
    interval: () => null,
  },
  ratio: {
    calculate: ({ counts, estimate: { value } }) => ({
      kind: 'ratio',
      x: counts?.x ?? 0,
      n: counts?.n ?? 0,
      value,
    }),
    interval: () => null,
  },
  difference: {
    calculate: ({ counts, estimate: { value } }) => ({
      kind: 'difference',
      x: counts?.x ?? 0,
      n: counts?.n ?? 0,
      x2: counts?.x2 ?? 0,
      n2: counts?.n2 ?? 0,
      value,
    }),
    interval: newcombeOf,
  },
  statistic: {
    calculate: ({ counts, estimate: { value } }) => ({
      kind: 'statistic',
      counted: {
        roll: counts?.roll ?? null,
        x: counts?.x ?? null,
        n: counts?.n ?? null,
        total: counts?.total ?? null,
        squares: counts?.squares ?? null,
      },
      value,
    }),
    interval: () => null,
  },
  composite: {
    calculate: ({ measure, cell, programme, estimate: { value } }) => ({
      kind: 'index',
      terms: indexTerms(cell.parts),
      aggregation:
        measure.kind === 'composite' ? programme.aggregation[measure.index] : 'arithmetic',
      value,
    }),
    interval: () => null,
  },
};

/** Writes out how the number of a cell comes about from what the app's query counted in it. */
export function workOut(
  measure: Measure,
  cell: AnsweredCell,
  counts: CellCounts | null,
  programme: Programme,
): Working {
  const { outcome } = cell;
  if (outcome.kind === 'absent') return outcome;
  const given: Given = { measure, cell, counts, programme, estimate: outcome };
  const { calculate, interval } = kinds[measure.kind];
  return { kind: 'value', calculation: calculate(given), interval: interval(given) };
}
