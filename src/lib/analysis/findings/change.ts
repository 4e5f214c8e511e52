import { nearestEnd, type Comparison } from './comparisons.ts';
import { promisedRate } from './families.ts';
import { totalOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import { sliceOf, type Finder, type Ground } from './ground.ts';
import { mixedSplits } from './mix.ts';

/** A direction that moved the way its block did adds a detail: it weighs half. */
const detail = 0.5;

/** Parts of the programme whose reach differs from a year ago beyond error, unless the difference is one of mix. */
export const findChanges: Finder = (ground) => {
  const mixed = new Set(mixedSplits(ground).map(({ part }) => part));
  const changed = ground.comparisons.filter(
    ({ part, grade, q }) => grade === null && q < promisedRate && !mixed.has(part),
  );
  return changed.map((comparison) => {
    const finding = comparedFinding(ground, 'change', comparison, {});
    const within = changed.some((other) => isBlockOf(other, comparison));
    return within ? { ...finding, strength: finding.strength * detail } : finding;
  });
};

function isBlockOf(block: Comparison, direction: Comparison): boolean {
  return (
    direction.part.direction !== null &&
    block.part.direction === null &&
    block.part.block === direction.part.block &&
    Math.sign(block.estimate.value) === Math.sign(direction.estimate.value)
  );
}

/** A finding of a comparison; its strength is the share of the roll by which reach differs at least. */
export function comparedFinding(
  { evidence }: Ground,
  kind: 'change' | 'masked' | 'steady',
  { part, grade, before, after, estimate, q }: Comparison,
  params: Readonly<Record<string, number>>,
): Finding {
  const { period, yearAgo } = evidence;
  const everyone = totalOf(part, 'after').n;
  const whole = part.block === null && part.direction === null;
  return {
    kind,
    strength: Math.abs(nearestEnd(estimate)) * (after.n / everyone),
    measure: 'M01',
    slice: sliceOf(part, grade),
    period,
    yearAgo,
    params: {
      before: before.x / before.n,
      after: after.x / after.n,
      x: after.x,
      n: after.n,
      xBefore: before.x,
      nBefore: before.n,
      ...params,
    },
    estimate,
    q,
    n: after.n,
    names: [],
    view: 'slope',
    link: {
      measure: 'M01',
      by: grade === null && whole ? ['block'] : ['grade'],
      grain: 'term',
      times: yearAgo === null ? [period] : [yearAgo, period],
      selection: sliceOf(part),
      compare: 'year-ago',
    },
  };
}
