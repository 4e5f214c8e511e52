import { dimensions } from '#lib/model/dimension.ts';
import { sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { CountMeasure, Mean } from './measure.ts';
import { eachPupil, moments, tallyOf } from './tally.ts';
import { traceDeeds } from './trace.ts';

/** M04: participations by name. */
export const participationCount: CountMeasure = {
  kind: 'count',
  unit: 'participations',
  better: 'context',
  minimum: 0,
  tasks: ['1'],
  by: dimensions,
  over: 'own',
  needsRoll: false,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: ({ by }) => tallyOf(by, 'counted', { x: sql`count(*)` }),
  traces: () => traceDeeds(),
};

/** M05: participations by name per participant. */
export const intensity: Mean = {
  kind: 'mean',
  unit: 'participations',
  better: 'context',
  minimum: 5,
  tasks: ['3'],
  by: dimensions,
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: ({ by }) => moments(by, eachPupil(by, sql`count(*)`)),
  traces: () => traceDeeds(sql`listed`),
};

/** M07: participations by name per pupil on the roll. */
export const load: Mean = {
  ...intensity,
  minimum: 10,
  tasks: ['5'],
  over: 'roll',
  nothing: 'no-roll',
};
