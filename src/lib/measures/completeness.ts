import { dimensions } from '#lib/model/dimension.ts';
import { sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { Proportion } from './measure.ts';
import { shareOf } from './tally.ts';
import { traceDeeds } from './trace.ts';

/** Whether the date, partner, level and, in a contest, result of a participation are known. */
export const hasAllParts = sql`(dated AND partner IS NOT NULL AND level IS NOT NULL
  AND (result_weight IS NOT NULL OR NOT competitive))`;

const whole = sql`(listed AND ${hasAllParts})`;

/** M40: participations whose pupil is on the roll and whose date, partner, level and, in a contest, result are known. */
export const completeness: Proportion = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 1,
  tasks: [],
  by: dimensions,
  grains: ['term', 'half', 'year'],
  // Participations belong to one time and one member of each dimension.
  merging: 'sums',
  undefinedWhen: ['no-records'],
  source: 'ISO 8000-8; Wilson 1927',
  over: 'own',
  needsRoll: false,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: () => ({ rows: 'counted', counts: shareOf(whole) }),
  traces: () => traceDeeds(whole),
};
