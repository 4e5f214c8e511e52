import { dimensions } from '#lib/model/dimension.ts';
import { isIn, literal } from '@uwdata/mosaic-sql';
import type { Composite, CohortMeasure, Proportion } from './measure.ts';
import { shareOfRoll } from './reach.ts';

/** Pupils of the roll who organised or hosted something, of the roll: the part «self-government» of the civic index. */
export const selfGovernment: Proportion & CohortMeasure = shareOfRoll(
  ['4'],
  'governed',
  isIn('role', [literal('organizer'), literal('host')]),
);

const composite = {
  kind: 'composite',
  unit: 'index',
  better: 'up',
  minimum: 10,
  by: dimensions,
  grains: ['term', 'half', 'year'],
  // Made anew from the parts of the whole.
  merging: 'recount',
  undefinedWhen: [
    'no-roll',
    'too-few',
    'incomplete-index',
    'no-weights',
    'no-scale',
    'not-divisible',
  ],
  source: 'OECD/JRC 2008',
} as const;

/** M42: weighted mean of the creative measures on the programme's goalposts. */
export const creativeIndex: Composite = { ...composite, tasks: ['3'], index: 'creative' };

/** M31: weighted mean of the civic measures on the programme's goalposts. */
export const civicIndex: Composite = { ...composite, tasks: ['4'], index: 'civic' };
