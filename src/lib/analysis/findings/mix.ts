import { nearestEnd } from './comparisons.ts';
import type { Finding } from './finding.ts';
import { sliceOf, type Finder, type Ground } from './ground.ts';
import type { Split } from './splits.ts';

/** A smaller mix effect, as a share of one, is not worth a sentence. */
const smallestMix = 0.01;

/** Changes that consist of the sizes of grades more than of the grades' own rates; a direction is left out where its block says the same. */
export const findMix: Finder = (ground) => {
  const mixed = mixedSplits(ground);
  const blocks = new Set(
    mixed.flatMap(({ part }) =>
      part.direction === null && part.block !== null ? [part.block] : [],
    ),
  );
  return mixed
    .filter(({ part }) => part.direction === null || part.block === null || !blocks.has(part.block))
    .map((split) => toFinding(ground, split));
};

/**
 * Splits whose mix effect is at least one point, exceeds the rate effect, has its interval off zero, while the rate
 * effect's interval holds zero: without the mix nothing could be said.
 */
export function mixedSplits({ splits }: Ground): Split[] {
  return splits.filter(
    ({ rate, mix }) =>
      Math.abs(mix.value) >= smallestMix &&
      Math.abs(mix.value) > Math.abs(rate.value) &&
      nearestEnd(mix) !== 0 &&
      nearestEnd(rate) === 0,
  );
}

function toFinding({ evidence, comparisons }: Ground, split: Split): Finding {
  const { part, before, after, rate, mix } = split;
  const total = comparisons.find((each) => each.part === part && each.grade === null);
  const { period, yearAgo } = evidence;
  return {
    kind: 'mix',
    strength: Math.abs(nearestEnd(mix)),
    measure: 'M01',
    slice: sliceOf(part),
    period,
    yearAgo,
    params: {
      before: before.x / before.n,
      after: after.x / after.n,
      x: after.x,
      n: after.n,
      rate: rate.value,
      rateLower: rate.lower,
      rateUpper: rate.upper,
      mix: mix.value,
    },
    estimate: total?.estimate ?? null,
    q: total?.q ?? null,
    n: after.n,
    names: [],
    view: 'waterfall',
    link: {
      measure: 'M01',
      by: ['grade'],
      grain: 'term',
      times: yearAgo === null ? [period] : [yearAgo, period],
      selection: sliceOf(part),
      compare: 'year-ago',
    },
  };
}
