import { termTrend, type TermTrend } from '../trend.ts';
import type { Evidence, ReachPoint } from './evidence.ts';
import { adjust, promisedRate } from './families.ts';
import type { Finding } from './finding.ts';
import { clause, type Finder } from './ground.ts';

interface Series extends TermTrend {
  readonly block: string | null;
}

/**
 * Reach of the whole and of the blocks that rose or fell over the years, term by term, by the exact seasonal Kendall test;
 * of fewer than five periods, or where no term was met in two years, no trend is spoken of.
 */
export const findTrends: Finder = ({ evidence }) => {
  const blocks = [...new Set(evidence.series.map(({ block }) => block))];
  const tested = blocks.flatMap((block) => testSeries(evidence.series, block));
  const q = adjust(
    'trends',
    tested.map(({ p }) => p),
  );
  return tested.flatMap((series, index) =>
    (q[index] ?? 1) < promisedRate ? [toFinding(evidence, series, q[index] ?? 1)] : [],
  );
};

function testSeries(all: readonly ReachPoint[], block: string | null): Series[] {
  const own = all.filter((point) => point.block === block);
  const trend = termTrend(own.map((point) => ({ ...point, value: point.share })));
  return trend ? [{ block, ...trend }] : [];
}

function toFinding({ period, yearAgo }: Evidence, series: Series, q: number): Finding {
  const { block, test, years } = series;
  const { slope, lower, upper } = test;
  const slice = block === null ? [] : [clause('block', [block])];
  return {
    kind: 'trend',
    strength: Math.abs(slope),
    measure: 'M01',
    slice,
    period,
    yearAgo,
    params: { slope, periods: test.n, years },
    estimate: { value: slope, lower: lower ?? slope, upper: upper ?? slope },
    q,
    n: test.n,
    names: [],
    view: 'trend',
    link: {
      measure: 'M01',
      by: block === null ? [] : ['block'],
      grain: 'term',
      times: 'all',
      selection: [],
      compare: 'year-ago',
    },
  };
}
