import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { readHalf } from '#lib/programme/time.ts';
import { exactSeasonalP } from '#lib/statistics/kendall-distribution.ts';
import { tieSizes } from '#lib/statistics/mann-kendall.ts';
import { seasonalKendall, type SeasonalKendall } from '#lib/statistics/seasonal-kendall.ts';
import { fewestForTrend, trendOf } from '#lib/statistics/trend.ts';
import { measuredWith } from './measured-with.ts';
import type { AnsweredCell } from './result.ts';

/** A value of one term, or one half, of a school year. */
export interface TermValue {
  readonly schoolYear: number;
  readonly term: number;
  readonly value: number;
}

/** The seasonal test of a series of terms with its exact p, and over how many school years it looks. */
export interface TermTrend {
  readonly test: SeasonalKendall;
  readonly years: number;
  readonly p: number;
}

/**
 * What can be said of a series as a whole: its slope a school year with the exact test's p, or that it is too short, with
 * the number of its values and of those that can be compared with another year.
 */
export type SeriesTrend =
  | { readonly kind: 'too-short'; readonly periods: number; readonly comparable: number }
  | {
      readonly kind: 'tested';
      readonly direction: 'rising' | 'falling' | 'none';
      readonly slope: number;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly p: number;
      readonly periods: number;
    };

function seasonsOf(values: readonly TermValue[]): { x: number; y: number }[][] {
  return [...new Set(values.map(({ term }) => term))]
    .map((term) =>
      values
        .filter((one) => one.term === term)
        .map(({ schoolYear, value }) => ({ x: schoolYear, y: value })),
    )
    .filter((points) => points.length >= 2);
}

/**
 * The exact seasonal Kendall test of a series of terms, each compared only with the same term of other years; null for
 * fewer than five such values.
 */
export function termTrend(values: readonly TermValue[]): TermTrend | null {
  const seasons = seasonsOf(values);
  const test = seasonalKendall(seasons);
  if (!test || test.n < fewestForTrend) return null;
  const years = new Set(seasons.flat().map(({ x }) => x)).size;
  const orders = seasons.map((points) => ({
    n: points.length,
    ties: tieSizes(points.map(({ y }) => y)),
  }));
  return { test, years, p: exactSeasonalP(orders, test.s) };
}

/** The school year of a time, and which of that year's it is. */
function placeOf(time: number, grain: Grain, periods: Programme['periods']) {
  if (grain === 'term') return periods[time];
  if (grain === 'year') return { schoolYear: time, term: 0 };
  const { schoolYear, half } = readHalf(time);
  return { schoolYear, term: half };
}

/** The trend of the cells of one series up to a time; cells that were measured with something else than the last are left out. */
export function seriesTrend(
  cells: readonly AnsweredCell[],
  until: number,
  grain: Grain,
  { periods }: Programme,
): SeriesTrend {
  const own = cells.filter(({ time, outcome }) => time <= until && outcome.kind === 'estimate');
  const last = own.at(-1);
  const line = last ? measuredWith(last) : null;
  const values = own.flatMap((cell): (TermValue & { time: number })[] => {
    const { time, outcome } = cell;
    if (outcome.kind === 'absent' || measuredWith(cell) !== line) return [];
    const period = placeOf(time, grain, periods);
    if (!period) return [];
    return [{ time, schoolYear: period.schoolYear, term: period.term, value: outcome.value }];
  });
  if (grain === 'year') {
    const trend = trendOf(values.map(({ time, value }) => ({ x: time, y: value })));
    if (!trend) return { kind: 'too-short', periods: values.length, comparable: values.length };
    const { direction, slope, lower, upper, p } = trend;
    return { kind: 'tested', direction, slope, lower, upper, p, periods: values.length };
  }
  const found = termTrend(values);
  if (!found) {
    const comparable = seasonsOf(values).flat().length;
    return { kind: 'too-short', periods: values.length, comparable };
  }
  const { slope, lower, upper, n, s } = found.test;
  const direction = found.p >= 0.05 ? 'none' : s > 0 ? 'rising' : 'falling';
  return { kind: 'tested', direction, slope, lower, upper, p: found.p, periods: n };
}
