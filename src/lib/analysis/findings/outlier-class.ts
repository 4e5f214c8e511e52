import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';
import { funnelLimits, funnelP } from '#lib/statistics/funnel.ts';
import { smallestGroup } from './comparable.ts';
import { promisedRate } from './families.ts';
import type { ClassReach, Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { clause, type Finder } from './ground.ts';

const coverage = 0.998;

/**
 * Classes of at least ten pupils whose reach lies outside the exact 99.8 % funnel limits around the reach of all
 * classes, as far as the number of classes leaves it remarkable (q over all classes of that size).
 */
export const findOutlierClasses: Finder = ({ evidence }) => {
  const x = evidence.classes.reduce((sum, each) => sum + each.x, 0);
  const n = evidence.classes.reduce((sum, each) => sum + each.n, 0);
  const placed = evidence.classes.filter((each) => each.n >= smallestGroup);
  const q = benjaminiHochberg(placed.map((each) => funnelP(each, x / n) ?? 1));
  return placed.flatMap((each, index) => {
    const remarkable = (q[index] ?? 1) < promisedRate;
    return remarkable ? place(evidence, each, { x, n }, q[index] ?? 1) : [];
  });
};

function place(
  { period, yearAgo }: Evidence,
  own: ClassReach,
  all: { readonly x: number; readonly n: number },
  q: number,
): Finding[] {
  const limits = funnelLimits(all.x / all.n, own.n, coverage);
  if (!limits) return [];
  const reach = own.x / own.n;
  const beyond = Math.max(limits.lower - reach, reach - limits.upper);
  if (!(beyond > 1e-12)) return [];
  return [
    {
      kind: 'outlier-class',
      strength: beyond * (own.n / all.n),
      measure: 'M01',
      slice: [clause('class', [own.name])],
      period,
      yearAgo,
      params: {
        own: reach,
        x: own.x,
        n: own.n,
        all: all.x / all.n,
        lower: limits.lower,
        upper: limits.upper,
      },
      estimate: null,
      q,
      n: own.n,
      names: [own.name],
      view: 'funnel',
      link: {
        measure: 'M01',
        by: ['class'],
        grain: 'term',
        times: [period],
        selection: [],
        compare: 'none',
      },
    },
  ];
}
