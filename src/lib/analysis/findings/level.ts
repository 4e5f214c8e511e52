import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';
import type { Count, IntervalEstimate } from '#lib/statistics/interval.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { twoProportionsP } from '#lib/statistics/two-proportions.ts';
import { smallestGroup } from './comparable.ts';
import { nearestEnd } from './comparisons.ts';
import { totalOf, withEffect } from './evidence.ts';
import { promisedRate } from './families.ts';
import type { Finding } from './finding.ts';
import { clause, type Finder, type Ground } from './ground.ts';

/** A level nearer to the rest than this is not worth a sentence, as a share of one. */
const smallest = 0.05;

/** How many grades may take a sentence each. */
const most = 2;

/** A level is no news: it weighs less than a change of the same size. */
const weight = 0.25;

interface Level {
  readonly grade: number;
  readonly own: Count;
  readonly rest: Count;
  readonly estimate: IntervalEstimate;
  readonly p: number;
}

/** Grades whose reach lies beyond error and by five points from that of all the other grades together. */
export const findLevels: Finder = ({ evidence }) => {
  const levels = levelsOf(evidence);
  const q = benjaminiHochberg(levels.map(({ p }) => p));
  return levels
    .map((level, index) => ({ level, q: q[index] ?? 1 }))
    .filter((each) => each.q < promisedRate && Math.abs(each.level.estimate.value) >= smallest)
    .map(({ level, q: own }) => toFinding(evidence, level, own))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, most);
};

function levelsOf({ parts }: Ground['evidence']): Level[] {
  const whole = parts.find(({ block, direction }) => block === null && direction === null);
  if (!whole) return [];
  const all = totalOf(whole, 'after');
  if (all.x === 0) return [];
  return whole.grades.flatMap(({ grade, after: own }): Level[] => {
    const rest = { x: all.x - own.x, n: all.n - own.n };
    if (grade === null || own.n < smallestGroup || rest.n < smallestGroup) return [];
    const [one, other] = [withEffect(rest, whole.effect), withEffect(own, whole.effect)];
    const estimate = newcombe(one, other);
    const p = twoProportionsP(one, other);
    return estimate && p !== null ? [{ grade, own, rest, estimate, p }] : [];
  });
}

function toFinding(
  { period, yearAgo }: Ground['evidence'],
  { grade, own, rest, estimate }: Level,
  q: number,
): Finding {
  return {
    kind: 'level',
    strength: weight * Math.abs(nearestEnd(estimate)) * (own.n / (own.n + rest.n)),
    measure: 'M01',
    slice: [clause('grade', [grade])],
    period,
    yearAgo,
    params: { own: own.x / own.n, rest: rest.x / rest.n, x: own.x, n: own.n },
    estimate,
    q,
    n: own.n,
    names: [],
    view: 'bars',
    link: {
      measure: 'M01',
      by: ['grade'],
      grain: 'term',
      times: [period],
      selection: [],
      compare: 'year-ago',
    },
  };
}
