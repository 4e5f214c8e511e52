import { dimensions } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { isIn, literal, sql, type ExprNode } from '@uwdata/mosaic-sql';
import { participationTimes } from './facts.ts';
import type { CohortMeasure, CountMeasure, Mean, Proportion } from './measure.ts';
import { meanOfPupils } from './tally.ts';
import { traceDeeds } from './trace.ts';

/** Points of one person at one event, as SQL over deeds: the best result, by level, result, remoteness and team. */
export function points({ remoteFactor, teamFactor }: Programme) {
  const remote = literal(remoteFactor);
  const team = literal(teamFactor);
  return sql`level_weight * result_weight * (CASE WHEN remote THEN ${remote} ELSE 1 END) * (CASE WHEN team THEN ${team} ELSE 1 END)`;
}

/** M16: achievement points, Σ level weight × result weight × remote factor × team factor over best results (one result an event and pupil). */
export const achievementPoints: CountMeasure = {
  kind: 'count',
  unit: 'points',
  better: 'up',
  minimum: 0,
  tasks: ['3'],
  by: dimensions,
  grains: ['term', 'half', 'year'],
  // Each result belongs to one time and one member of each dimension.
  merging: 'sums',
  undefinedWhen: ['no-records'],
  source: 'programme: weights of levels and results',
  over: 'own',
  needsRoll: false,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  tally: ({ programme }) => ({
    rows: 'counted',
    counts: { x: sql`sum(${points(programme)})` },
    assembly: { kind: 'deeds' },
  }),
  traces: () => traceDeeds(sql`level_weight * result_weight > 0`),
};

/** M17: achievement points per participant. */
export const pointsPerParticipant: Mean & CohortMeasure = {
  kind: 'mean',
  unit: 'points',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: dimensions,
  grains: ['term', 'half', 'year'],
  // Pupils of different classes add up; one pupil of two blocks does not.
  merging: 'moments',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'Student 1908; programme: weights of levels and results',
  over: 'own',
  needsRoll: true,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
  ...meanOfPupils(({ programme }) => ({
    name: 'points',
    aggregate: sql`coalesce(sum(${points(programme)}), 0)`,
    assembly: { kind: 'pupils', value: points(programme), knownByValue: false },
  })),
  traces: () => traceDeeds(sql`listed AND level_weight * result_weight > 0`),
};

const shareOfParticipations = {
  kind: 'proportion',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['3'],
  by: dimensions,
  grains: ['term', 'half', 'year'],
  // Participations belong to one time and one member of each dimension.
  merging: 'sums',
  undefinedWhen: ['no-records', 'too-few'],
  source: 'Wilson 1927',
  over: 'own',
  needsRoll: false,
  members: 'deeds',
  nothing: 'no-records',
  recorded: participationTimes,
} as const;

/** M18: participations with an award, of the participations in competitive events. */
export const success: Proportion = {
  ...shareOfParticipations,
  tally: () => ({
    rows: 'counted',
    counts: {
      x: sql`count(*) FILTER (WHERE competitive AND award)`,
      n: sql`count(*) FILTER (WHERE competitive)`,
    },
    assembly: { kind: 'deeds' },
  }),
  traces: () => traceDeeds(sql`competitive AND award`),
};

/** Ids of the levels from the region upwards; where the scale has no such step, its upper half. */
export function highLevels({ levels }: Programme): string[] {
  const region = levels.findIndex(({ id }) => /^region/.test(id));
  return levels.slice(region < 0 ? Math.floor(levels.length / 2) : region).map(({ id }) => id);
}

function isHigh(programme: Programme): ExprNode {
  const high = highLevels(programme).map((id) => literal(id));
  return high.length === 0 ? literal(false) : sql`coalesce(${isIn('level', high)}, false)`;
}

/** M20: participations at regional level or above, of the participations at a known level. */
export const highLevel: Proportion = {
  ...shareOfParticipations,
  by: dimensions.filter((dimension) => dimension !== 'level'),
  tally: ({ programme }) => ({
    rows: 'counted',
    counts: { x: sql`count(*) FILTER (WHERE ${isHigh(programme)})`, n: sql`count(level)` },
    assembly: { kind: 'deeds' },
  }),
  traces: ({ programme }) => traceDeeds(isHigh(programme)),
};
