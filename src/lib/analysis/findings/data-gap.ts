import type { Selection } from '#lib/model/selection.ts';
import { blocksMissing } from './comparable.ts';
import type { PeriodRecords } from './evidence.ts';
import type { Finding } from './finding.ts';
import { clause, type Finder, type Ground } from './ground.ts';

/** What is missing: the `gap` number of a finding's params. */
export const gaps = { roll: 0, participations: 1, unmatched: 2, block: 3, everything: 4 } as const;

/** From this share of participations on, those without a pupil on the roll are worth a sentence. */
const worthSaying = 0.02;

const strengths = { now: 1, yearAgo: 0.5, other: 0.005 } as const;

/**
 * Periods without a roll or without participations between the first and this one, participations of nobody on the roll,
 * and blocks that were recorded a year ago and are not recorded now.
 */
export const findDataGaps: Finder = (ground) => [
  ...ground.evidence.records.flatMap((records) => [
    ...missing(ground, records),
    ...(records.period === ground.evidence.period ? unmatched(ground, records) : []),
  ]),
  ...blocksMissing(ground.evidence).map((block) =>
    gap(ground, ground.evidence.period, strengths.yearAgo, { gap: gaps.block }, [
      clause('block', [block]),
    ]),
  ),
];

function missing(ground: Ground, { period, roll, participations }: PeriodRecords): Finding[] {
  const { evidence } = ground;
  const strength =
    period === evidence.period
      ? strengths.now
      : period === evidence.yearAgo
        ? strengths.yearAgo
        : strengths.other;
  if (roll === 0 && participations === 0) {
    return [gap(ground, period, strength, { gap: gaps.everything })];
  }
  if (roll === 0) return [gap(ground, period, strength, { gap: gaps.roll, participations })];
  if (participations > 0) return [];
  return [gap(ground, period, strength, { gap: gaps.participations, roll })];
}

function unmatched(ground: Ground, records: PeriodRecords): Finding[] {
  const share = records.unmatched / records.participations;
  if (records.roll === 0 || !(share >= worthSaying)) return [];
  return [
    gap(ground, records.period, share, {
      gap: gaps.unmatched,
      unmatched: records.unmatched,
      participations: records.participations,
      share,
    }),
  ];
}

function gap(
  { evidence }: Ground,
  period: number,
  strength: number,
  params: Readonly<Record<string, number>>,
  slice: Selection = [],
): Finding {
  return {
    kind: 'data-gap',
    strength,
    measure: 'M40',
    slice,
    period,
    yearAgo: evidence.yearAgo,
    params,
    estimate: null,
    q: null,
    n: null,
    names: [],
    view: 'trend',
    link: {
      measure: 'M40',
      by: [],
      grain: 'term',
      times: [period],
      selection: [],
      compare: 'none',
    },
  };
}
