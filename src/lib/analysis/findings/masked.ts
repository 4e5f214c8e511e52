import { comparedFinding } from './change.ts';
import { nearestEnd, type Comparison } from './comparisons.ts';
import { promisedRate } from './families.ts';
import type { Finder } from './ground.ts';

/**
 * Grades that moved beyond error while the total over all grades did not, or moved the other way; of several parts in
 * which one grade moved alike, the one where it moved most.
 */
export const findMasked: Finder = (ground) => {
  const totals = new Map(
    ground.comparisons.filter(({ grade }) => grade === null).map((each) => [each.part, each]),
  );
  const hidden = ground.comparisons.flatMap((comparison) => {
    const total = totals.get(comparison.part);
    if (comparison.grade === null || comparison.q >= promisedRate || !total) return [];
    return hides(total, comparison) ? [{ comparison, total }] : [];
  });
  return hidden
    .filter(
      ({ comparison }) =>
        !hidden.some(
          (other) =>
            other.comparison.grade === comparison.grade &&
            sameWay(other.comparison, comparison) &&
            margin(other.comparison) > margin(comparison),
        ),
    )
    .map(({ comparison, total: { estimate } }) =>
      comparedFinding(ground, 'masked', comparison, {
        total: estimate.value,
        totalLower: estimate.lower,
        totalUpper: estimate.upper,
      }),
    );
};

function hides(total: Comparison, comparison: Comparison): boolean {
  return total.q >= promisedRate || !sameWay(total, comparison);
}

function sameWay(one: Comparison, other: Comparison): boolean {
  return Math.sign(one.estimate.value) === Math.sign(other.estimate.value);
}

function margin({ estimate }: Comparison): number {
  return Math.abs(nearestEnd(estimate));
}
