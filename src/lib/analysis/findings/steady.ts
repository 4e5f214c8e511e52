import { sameness } from '#lib/statistics/equivalence.ts';
import type { Comparison } from './comparisons.ts';
import { comparedFinding } from './change.ts';
import { promisedRate } from './families.ts';
import type { Finding } from './finding.ts';
import type { Finder, Ground } from './ground.ts';
import { mixedSplits } from './mix.ts';

/** A change of less than this share of one is said to be none. */
export const steadyMargin = 0.05;

/** How many sentences may say that nothing changed. */
const most = 2;

/** Below every other finding. */
const weight = 1e-4;

/**
 * The whole and the blocks whose reach is the same as a year ago: the whole 95 % interval of the change lies within five
 * points. That a change was not found is not enough.
 */
export const findSteady: Finder = (ground) =>
  ground.comparisons
    .filter((comparison) => isSteady(ground, comparison))
    .sort((a, b) => width(a) - width(b))
    .slice(0, most)
    .map((comparison): Finding => ({
      ...comparedFinding(ground, 'steady', comparison, { margin: steadyMargin }),
      strength: weight * (1 - width(comparison)),
    }));

/** A part whose grades changed places, or whose change stands however small, is not said to be the same. */
function isSteady(ground: Ground, { part, grade, estimate, q }: Comparison): boolean {
  if (grade !== null || part.direction !== null || q < promisedRate) return false;
  const isMixed = mixedSplits(ground).some((split) => split.part === part);
  return !isMixed && sameness(estimate, steadyMargin) === 'same';
}

function width({ estimate }: Comparison): number {
  return estimate.upper - estimate.lower;
}
