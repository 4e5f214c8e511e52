import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Evidence, MeasureChange } from './evidence.ts';
import { adjust, promisedRate } from './families.ts';
import type { Finding } from './finding.ts';
import type { Finder } from './ground.ts';

/**
 * Measures that findings compare with a year ago for the whole school, beside reach: shares of pupils and means over them.
 * Left out are shares of participations, since an event's level or kind is the same for all who came; new entrants,
 * who grow fewer the longer records are kept; and overload, whose limit each year takes from the one before.
 */
export const comparedMeasures = [
  'M05',
  'M06',
  'M08',
  'M09',
  'M12',
  'M14',
  'M17',
  'M19',
  'M26',
  'M27',
  'M28',
  'M29',
  'M30',
  'M32',
  'M33',
  'M39',
] as const satisfies readonly MeasureId[];

/** How many measures may take a sentence each. */
const most = 3;

/** A change of reach by a point weighs as much as one by this share of the level of another measure. */
const scale = 0.1;

const retention: MeasureId = 'M09';

interface Told extends MeasureChange {
  readonly q: number;
}

/** Other measures of the whole school that differ from a year ago beyond error, the largest for their level first. */
export const findMeasureChanges: Finder = ({ evidence }) =>
  toldOf(evidence)
    .filter(({ measure }) => measure !== retention)
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, most)
    .map((told) => toFinding(evidence, 'measure', told));

/** Those who came again, where their share differs from a year ago beyond error. */
export const findRetention: Finder = ({ evidence }) =>
  toldOf(evidence)
    .filter(({ measure }) => measure === retention)
    .map((told) => toFinding(evidence, 'retention', told));

function toldOf({ measures: changes }: Evidence): Told[] {
  const q = adjust(
    'measures',
    changes.map(({ change }) => change.p ?? 1),
  );
  return changes
    .map((each, index) => ({ ...each, q: q[index] ?? 1 }))
    .filter((each) => each.q < promisedRate);
}

/** The share of its level by which a measure moved at least. */
function weigh({ before, change }: MeasureChange): number {
  const { lower, upper } = change;
  const least = lower !== null && lower > 0 ? lower : upper !== null && upper < 0 ? -upper : 0;
  return least / Math.max(Math.abs(before.value), 1e-9);
}

function toFinding(
  { period, yearAgo }: Evidence,
  kind: 'measure' | 'retention',
  told: Told,
): Finding {
  const { measure, before, after, change, q } = told;
  const { value, lower, upper } = change;
  return {
    kind,
    strength: Math.min(1, weigh(told)) * scale,
    measure,
    slice: [],
    period,
    yearAgo,
    params: {
      before: before.value,
      after: after.value,
      n: after.n ?? 0,
      nBefore: before.n ?? 0,
      ...(after.x === null || before.x === null ? {} : { x: after.x, xBefore: before.x }),
    },
    estimate: lower === null || upper === null ? null : { value, lower, upper },
    q,
    n: after.n,
    names: [],
    view: measures[measure].by.includes('block') ? 'slope' : 'trend',
    link: {
      measure,
      by: [],
      grain: 'term',
      times: yearAgo === null ? [period] : [yearAgo, period],
      selection: [],
      compare: 'year-ago',
    },
  };
}
