import { dimensions } from '#lib/model/dimension.ts';
import { sql } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { Mean, Proportion } from './measure.ts';
import { eachPupil, moments, shareOf } from './tally.ts';
import { traceDeeds } from './trace.ts';

/** M12: mean number of directions a participant takes part in; participants of events without direction stand aside. */
export const breadth: Mean = {
  kind: 'mean',
  unit: 'directions',
  better: 'up',
  minimum: 10,
  tasks: ['2', '3'],
  by: dimensions.filter((dimension) => dimension !== 'direction'),
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: ({ by }) => moments(by, eachPupil(by, sql`nullif(count(DISTINCT direction), 0)`)),
  traces: () => traceDeeds(sql`listed AND direction IS NOT NULL`),
};

/** M14: participants in two or more blocks, of the participants. */
export const multipleBlocks: Proportion = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['1', '2'],
  by: dimensions.filter((dimension) => dimension !== 'direction' && dimension !== 'block'),
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: ({ by }) => shareOf(by, eachPupil(by, sql`count(DISTINCT block)`), sql`value >= 2`),
  traces: ({ by }) => [
    {
      table: 'participation',
      with: { wide: eachPupil(by, sql`count(DISTINCT block)`) },
      where: (cell) => sql`(f.event, f.person) IN (SELECT (event, person) FROM counted
        WHERE listed AND ${cell} AND person IN (SELECT person FROM wide WHERE value >= 2 AND ${cell}))`,
    },
  ],
};
